"""What carrying out a remedy needs of the outside, apart from Graph, which is Contoso's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.model import Question, Subject, SubjectKind, Symptom
from bot.ports import Graph, Hits, Intent, Person, PressedBefore, Recorded
from bot.reading import Plan, Readings, Search
from bot.remediate import Action, Performed, World, remediate
from bot.remedies.add_owner import AddOwner
from bot.remedies.ask_an_owner import AskAnOwner
from bot.remedies.move_group_to_cloud import MoveGroupToCloud
from bot.remedy import Outcome, Remedy
from bot.steps import Ask, Write, WriteResult
from tests.graph.client.stage import Stage

SOREN, LEE, MEGAN = "soren@contoso.com", "lee@contoso.com", "megan@contoso.com"
SYNCED = "Økonomi"


@dataclass
class Notes:
    """A ledger in memory; `on_begin` happens when an intent was recorded, before anything is written."""

    on_begin: Callable[[], object] = lambda: None
    begun: list[Intent] = field(default_factory=list[Intent])
    settled: list[tuple[Outcome, int | None, str | None]] = field(
        default_factory=list[tuple[Outcome, int | None, str | None]]
    )

    async def begin(self, intent: Intent) -> str:
        if any(earlier.nonce == intent.nonce for earlier in self.begun):
            raise PressedBefore(self.settled[0][0])
        self.begun.append(intent)
        self.on_begin()
        return "action-1"

    async def latest(self, tenant: str, subject: Subject) -> Recorded | None:
        return None

    async def recorded(self, action: str) -> Recorded | None:
        return None

    async def settle(self, action: str, outcome: Outcome, at: datetime, status: int | None, code: str | None) -> None:
        assert action == "action-1"
        self.settled.append((outcome, status, code))


@dataclass
class Mailbag:
    """Reaches as many owners as it is told to."""

    reaches: int
    asked: list[Ask] = field(default_factory=list[Ask])

    async def ask(self, request: Ask, asker: Person, subject: Subject) -> int:
        self.asked.append(request)
        return self.reaches


@dataclass
class After:
    """Graph, and something that happens after each change."""

    graph: Graph
    then: Callable[[], object]

    async def read(self, plans: Sequence[Plan]) -> Sequence[Readings]:
        return await self.graph.read(plans)

    async def search(self, searches: Sequence[Search]) -> Sequence[Hits | int]:
        return await self.graph.search(searches)

    async def write(self, change: Write) -> WriteResult:
        result = await self.graph.write(change)
        self.then()
        return result


def action(stage: Stage, who: str, remedy: Remedy, diagnosis: str, group: str, **more: Any) -> Action:
    subject = Subject(SubjectKind.GROUP, stage.group(group)["id"], "")
    asked = Question(Symptom.GROUP_EDIT, subject, stage.person(who), stage.sandbox.world.clock.now())
    person = Person(stage.sandbox.world.tenant, stage.person(who), "not for the audit")
    common: Mapping[str, Any] = {"conversation": "chat", "nonce": "n" * 22, "inputs": {}}
    return Action(question=asked, diagnosis=diagnosis, remedy=remedy, person=person, **{**common, **more})


def move(stage: Stage, who: str = SOREN, **more: Any) -> Action:
    remedy = MoveGroupToCloud(group_id=stage.group(SYNCED)["id"], group_name="an older name")
    return action(stage, who, remedy, "group_managed_on_premises", SYNCED, **more)


def own(stage: Stage, group: str = "Sales") -> Action:
    me = stage.person(MEGAN)
    remedy = AddOwner(group_id=stage.group(group)["id"], group_name="", user_id=me, user_name="", member_too=True)
    return action(stage, MEGAN, remedy, "asker_cannot_manage_group", group)


def ask(stage: Stage, **inputs: str) -> Action:
    remedy = AskAnOwner(group_id=stage.group("Sales")["id"], group_name="")
    return action(stage, LEE, remedy, "asker_cannot_manage_group", "Sales", inputs=inputs)


def world(stage: Stage, graph: Graph, notes: Notes, mailbag: Mailbag | None = None) -> World:
    return World(graph, notes, mailbag or Mailbag(0), stage.sandbox.world.clock, patience=(0,))


def patient_graph(stage: Stage, who: str = SOREN) -> Graph:
    """Graph, where three minutes pass after each change: what takes a minute or two has settled then."""
    return After(stage.client(who), lambda: stage.sandbox.world.clock.forward(timedelta(minutes=3)))


async def performed(stage: Stage, act: Action, notes: Notes, graph: Graph | None = None) -> Performed:
    who = next(u["userPrincipalName"] for u in stage.sandbox.world.users.values() if u["id"] == act.person.id)
    done = await remediate(act, world(stage, graph or stage.client(who), notes))
    assert isinstance(done, Performed)
    assert done.outcome is notes.settled[-1][0]
    assert len(notes.settled) == 1
    return done


def is_in_the_cloud(stage: Stage) -> bool:
    return stage.group(SYNCED)["id"] in stage.sandbox.world.cloud_managed
