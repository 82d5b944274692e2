"""Whether anything may have been changed in Graph during one turn: whoever tells of a failure has to know."""

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass
class _Turn:
    sent: int = 0


_turn: ContextVar[_Turn | None] = ContextVar("changes sent during this turn", default=None)


def turn_begins() -> None:
    """From here on, and in every task that is started from here, changes count as this turn's."""
    _turn.set(_Turn())


def sending() -> None:
    """A change is on its way: it counts, whatever comes."""
    if turn := _turn.get():
        turn.sent += 1


def not_made() -> None:
    """The change sent last was not made, and that is certain."""
    if turn := _turn.get():
        turn.sent -= 1


def may_have_changed() -> bool:
    """Whether this turn may have changed something."""
    turn = _turn.get()
    return turn is not None and turn.sent > 0
