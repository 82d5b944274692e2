"""Getting to act as a person: the silent way through Teams, the way through a browser, and what is kept meanwhile.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-overview
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from secrets import token_urlsafe

from cachetools import TTLCache

from bot.graph.entra_errors import ChallengeNeeded, ConsentNeeded, TokenProblem
from bot.ports import Person
from bot.scopes import Scope
from bot.teams.door.inbound import Inbound

KEPT_SECONDS = 600.0
"""How long a question waits for its sign-in; Entra's own pages give up about then too."""
CAPACITY = 1_000
PER_PERSON = 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that waits for a sign-in, and what the sign-in has to bring."""

    person: Person
    told: Inbound
    scopes: tuple[Scope, ...] = ()
    claims: str | None = field(default=None, repr=False)
    comes_again: bool = False
    """Whether Teams sends it once more after the sign-in, as it does with a pressed button that was told to wait."""
    button_shown: bool = False
    """Whether the person has been shown the button, because nothing silent worked."""

    def after(self, problem: TokenProblem) -> "Waiting":
        """This message, waiting for what the problem says is missing."""
        match problem:
            case ConsentNeeded(scopes=scopes, claims=claims):
                return replace(self, scopes=tuple(sorted(scopes)), claims=claims)
            case ChallengeNeeded(claims=claims):
                return replace(self, scopes=(), claims=claims)
            case _:
                return replace(self, scopes=(), claims=None)


class WaitingRoom:
    """What waits, under a random name, for ten minutes: at most `CAPACITY` in all and `PER_PERSON` of one person.

    `now` counts seconds from any origin.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._kept: TTLCache[str, Waiting] = TTLCache(CAPACITY, KEPT_SECONDS, now)

    def put(self, waiting: Waiting, name: str | None = None) -> str:
        """Keep it; its name, which can't be guessed. Under a name given it takes the place of what was there.

        When a person has too much waiting, their oldest goes: nobody can push others out.
        """
        others = [kept for kept in self.named(lambda kept: kept.person.id == waiting.person.id) if kept != name]
        for too_old in others[: max(0, len(others) + 1 - PER_PERSON)]:
            self._kept.pop(too_old, None)
        name = name or token_urlsafe(16)
        self._kept[name] = waiting
        return name

    def look(self, name: str) -> Waiting | None:
        """What is kept under `name`, if it still is."""
        return self._kept.get(name)

    def take(self, name: str) -> Waiting | None:
        """What is kept under `name`, and it is gone: whoever comes second gets nothing."""
        return self._kept.pop(name, None)

    def of(self, person: Person, conversation: str | None = None) -> list[str]:
        """The names of what waits for this person, in one conversation or anywhere, and nobody else will bring back."""

        def fits(waiting: Waiting) -> bool:
            theirs = (waiting.person.tenant, waiting.person.id) == (person.tenant, person.id)
            here = conversation in {None, waiting.told.conversation.id}
            return theirs and here and not waiting.comes_again

        return self.named(fits)

    def named(self, wanted: Callable[[Waiting], bool]) -> list[str]:
        """The names of what fits, the oldest first."""
        return [name for name, waiting in list(self._kept.items()) if wanted(waiting)]
