"""Both photos of a person beside each other: people see at once what measures can only make likely."""

from collections.abc import Sequence

from bot.model import Finding
from bot.texts import Voice
from cards import kit


def photos(leading: tuple[str, Finding] | None, voice: Voice) -> Sequence[kit.Element]:
    """The pictures that the finding with which an answer begins goes by; nothing of less than two."""
    pictures = leading[1].pictures if leading else ()
    return [kit.pictured([(each.url, each.shows) for each in pictures], voice)] if len(pictures) > 1 else ()
