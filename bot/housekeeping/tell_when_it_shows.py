"""A change Microsoft has accepted, but which doesn't show yet: looked for until it shows, then told once.

Reads are the person's own, with the tokens this process holds of them. When it holds none any more, the person is told
where to look, since nobody else may look for them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import ValidationError

from bot.buttons import About, Undo
from bot.conversation.answers.watching import KIND
from bot.diagnose import diagnose
from bot.follow_up import Again, Done, Kind, Tell
from bot.graph.entra_errors import TokenProblem
from bot.housekeeping.telling import Spoken, Telling
from bot.model import Operation, Question, Report, SubjectKind, Symptom
from bot.ports import Clock, Graph, Ledger, Person
from bot.reading import GraphDown
from bot.remedies import catalogue, revive
from bot.store.follow_ups import FollowUp
from cards.outcome.later import it_does_not_show, it_shows, look_yourself

__all__ = ["KIND", "AcceptedChanges"]

SOONEST = timedelta(seconds=30)
"""Before the first look, and between looks at the beginning."""
LATEST = timedelta(minutes=15)
"""Between looks once it has taken long."""


def asked_by(held: FollowUp, now: datetime) -> Question:
    """The question again. Raises `ValueError` for a state this version doesn't know."""
    said = {name: value for name, value in held.state.items() if isinstance(value, str)}
    about = About(
        symptom=Symptom(said["symptom"]),
        kind=SubjectKind(said["kind"]),
        id=said["subject"],
        person=said.get("person"),
        operation=Operation(said["operation"]) if "operation" in said else None,
        other=said.get("other"),
    )
    return about.question(held.person or "", now)


@dataclass(frozen=True)
class AcceptedChanges:
    """Changes that are waited for."""

    graph: Callable[[Person], Graph]
    telling: Telling
    ledger: Ledger
    clock: Clock
    nonce: Callable[[], str]

    @property
    def kind(self) -> Kind:
        """How one of them is looked for."""
        return Kind(self.look, self.give_up)

    async def look(self, held: FollowUp) -> Done | Again | Tell:
        """Ask the same question again: it shows when the diagnosis is silent, or, of an undo, speaks again."""
        now = self.clock.now()
        question = asked_by(held, now)
        try:
            report = await diagnose(question, self.graph(person_of(held)))
        except GraphDown:
            return Again(now + SOONEST, held.state)
        except TokenProblem:
            return self._tell(held, lambda voice: look_yourself(question, voice))
        if shows(held, report):
            undo = await self._way_back(held, report)
            return self._tell(held, lambda voice: it_shows(report, undo, voice))
        return Again(next_look(held, now), held.state)

    async def give_up(self, held: FollowUp) -> Done | Tell:
        """It should have shown long ago."""
        question = asked_by(held, self.clock.now())
        return self._tell(held, lambda voice: it_does_not_show(question, voice))

    async def _way_back(self, held: FollowUp, report: Report) -> Undo | None:
        """The button that takes it back, where there is a way back and the names it shows are known."""
        recorded = await self.ledger.recorded(str(held.state.get("action", "")))
        if recorded is None or recorded.undo_of:
            return None
        names = names_of(recorded.remedy, report)
        try:
            taken = revive(recorded.remedy, {**recorded.arguments, **names})
        except (KeyError, ValidationError):  # a remedy of an older version, or one that names somebody
            return None
        if taken.undo() is None:
            return None
        return Undo(action=recorded.id, about=About.of(report.question), names=names, nonce=self.nonce())

    def _tell(self, held: FollowUp, card: Spoken) -> Tell:
        async def send(_key: str) -> str | None:
            return await self.telling.tell(person_of(held), card)

        return Tell(send)


def names_of(remedy: str, report: Report) -> dict[str, str]:
    """The name a remedy shows, as far as it is that of what was asked about."""
    subject, kind = report.question.subject, catalogue().get(remedy)
    field = f"{subject.kind}_name"
    return {field: subject.name} if kind and field in kind.model_fields else {}


def person_of(held: FollowUp) -> Person:
    """Whom it is for."""
    return Person(held.tenant or "", held.person or "")


def shows(held: FollowUp, report: Report) -> bool:
    """Whether the change took effect."""
    diagnosis = str(held.state["diagnosis"])
    return diagnosis in report.findings if held.state.get("undone") else report.silent(diagnosis)


def next_look(held: FollowUp, now: datetime) -> datetime:
    """The longer it has taken, the less often."""
    return now + min(max((now - held.created_at) / 4, SOONEST), LATEST)
