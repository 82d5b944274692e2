"""Pictures beside each other, each with what it shows beneath it."""

from collections.abc import Iterable

from adaptive_cards import types

from bot.texts import Value, Voice
from cards.kit import elements as e
from cards.kit.neutral import bare
from cards.kit.style import Gap, quiet

SIDE = "96px"


def pictured(pictures: Iterable[tuple[str, Value]], voice: Voice) -> e.ColumnSet:
    """Addresses of pictures and what they show; the words are read out for the picture, and stand beneath it."""
    return e.ColumnSet(columns=[_column(url, shows, voice) for url, shows in pictures], spacing=Gap.MEDIUM)


def _column(url: str, shows: Value, voice: Voice) -> e.Column:
    picture = e.Image(url=url, alt_text=bare(shows, voice), width=SIDE, height=SIDE, style=types.ImageStyle.DEFAULT)
    return e.Column(width="stretch", items=[picture, quiet(shows, voice)])
