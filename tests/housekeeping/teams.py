"""People's chats, as far as housekeeping writes to them."""

from dataclasses import dataclass, field

from bot.housekeeping.telling import Spoken
from bot.ports import Person
from bot.texts import Voice
from tests.cards.as_text import as_text


@dataclass
class Chats:
    """What people were told and what their cards became, as they read it; `answers` are for the next tellings."""

    told: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    replaced: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    answers: list[str | None] = field(default_factory=list[str | None])
    tries: int = 0

    async def tell(self, person: Person, card: Spoken) -> str | None:
        self.tries += 1
        answer = self.answers.pop(0) if self.answers else "activity-1"
        if answer is not None:
            self.told.append((person.id, as_text(card(Voice()).wire())))
        return answer

    async def replace(self, person: Person, conversation: str, activity: str, card: Spoken) -> None:
        self.replaced[person.id, activity] = as_text(card(Voice()).wire())
