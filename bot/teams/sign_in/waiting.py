"""Getting to act as a person: the silent way through Teams, the way through a browser, and what is kept meanwhile.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-overview
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from secrets import token_urlsafe
from typing import Generic, TypeVar

from bot.graph.entra_errors import ChallengeNeeded, ConsentNeeded, TokenProblem
from bot.ports import Person
from bot.teams.door.inbound import Inbound

KEPT_SECONDS = 600.0
"""How long a question waits for its sign-in; Entra's own pages give up about then too."""
CAPACITY = 1_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that waits for a sign-in, and what the sign-in has to bring."""

    person: Person
    told: Inbound
    scopes: tuple[str, ...] = ()
    claims: str | None = field(default=None, repr=False)
    comes_again: bool = False
    """Whether Teams sends it once more after the sign-in, as it does with a pressed button that was told to wait."""
    button_shown: bool = False
    """Whether the person has been shown the button, because nothing silent worked."""

    def after(self, problem: TokenProblem) -> "Waiting":
        """The same, waiting for what this problem says is missing."""
        match problem:
            case ConsentNeeded(scopes=scopes, claims=claims):
                return replace(self, scopes=tuple(sorted(scopes)), claims=claims)
            case ChallengeNeeded(claims=claims):
                return replace(self, scopes=(), claims=claims)
            case _:
                return replace(self, scopes=(), claims=None)


KeptT = TypeVar("KeptT")


class WaitingRoom(Generic[KeptT]):
    """Things kept under a random name for ten minutes, at most a thousand of them; `now` gives seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._kept: OrderedDict[str, tuple[float, KeptT]] = OrderedDict()

    def put(self, thing: KeptT, name: str | None = None) -> str:
        """Keep it; its name, which can't be guessed. Under a name given it takes the place of what was there."""
        while self._kept and (len(self._kept) >= CAPACITY or next(iter(self._kept.values()))[0] <= self._now()):
            self._kept.popitem(last=False)
        name = name or token_urlsafe(16)
        self._kept[name] = (self._now() + KEPT_SECONDS, thing)
        return name

    def look(self, name: str) -> KeptT | None:
        """What is kept under `name`, if it still is."""
        until, thing = self._kept.get(name, (0.0, None))
        return thing if self._now() < until else None

    def take(self, name: str) -> KeptT | None:
        """The same, and it is gone: whoever comes second gets nothing."""
        thing = self.look(name)
        self._kept.pop(name, None)
        return thing

    def named(self, wanted: Callable[[KeptT], bool]) -> list[str]:
        """The names of what fits, the oldest first."""
        return [name for name, (until, thing) in self._kept.items() if self._now() < until and wanted(thing)]
