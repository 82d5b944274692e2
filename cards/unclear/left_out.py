"""A message held more questions than are answered at once."""

from collections.abc import Sequence

from bot.texts import Voice, _
from cards import kit


def left_out(names: Sequence[str], voice: Voice) -> kit.Card:
    """Which of them wait; `names` as they were typed."""
    title = _("I left out {names}: ask me about them next.", names=tuple(names))
    return kit.card([kit.paragraph(title, voice)], title, voice)
