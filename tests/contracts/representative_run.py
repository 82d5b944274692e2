"""Everything the bot ever says to Graph: every question, every way to find a group, every remedy and its way back."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from itertools import cycle, islice

from bot.diagnose import diagnose
from bot.diagnoses import catalogue, explaining
from bot.model import Question, Subject, SubjectKind, Symptom
from bot.remedies import catalogue as remedies
from bot.remedies.add_owner import AddOwner
from bot.remedies.move_group_to_cloud import MoveGroupToCloud
from bot.remedies.restore_group import RestoreGroup
from bot.remedies.unarchive_team import UnarchiveTeam
from bot.remedy import Accepted, Remedy, Write
from bot.resolve import resolve
from tests.graph.client.nasty_names import nasty_names
from tests.graph.client.stage import Stage, contoso_graph

SYMPTOMS = [symptom for symptom in Symptom if explaining(symptom)]
WAYS_TO_NAME_ONE = (
    "Salg Danmark",
    "Marketing",
    "Nonsuch",
    "6310f403-2112-43d5-bdfb-5b2fe552bfbd",
    "408f0473-1c3f-4bf9-9a86-45e1617a25b0",
    "salg-danmark@contoso.com",
    "projekt-syd@contoso.com",
    "GS-Okonomi",
    "CN=Fileshare Finance RW,OU=Groups,DC=contoso,DC=local",
)


@asynccontextmanager
async def representative_run() -> AsyncGenerator[tuple[Stage, set[str]]]:
    """Contoso after it, and the ids of what was found on the way."""
    async with contoso_graph() as stage:
        found = await every_question(stage)
        await every_name(stage)
        await every_remedy(stage)
        yield stage, found


async def every_question(stage: Stage) -> set[str]:
    """Every persona about every group, each beginning the symptoms elsewhere; the ids of what was found."""
    world, found = stage.sandbox.world, set[str]()
    for begin, persona in enumerate(world.company.personas):
        graph = stage.client(str(world.users[persona.user]["userPrincipalName"]))
        groups = (*world.groups, *world.deleted_groups, "00000000-0000-4000-8000-000000000000")
        for group, symptom in zip(groups, islice(cycle(SYMPTOMS), begin, None), strict=False):
            subject = Subject(SubjectKind.GROUP, group, "")
            report = await diagnose(Question(symptom, subject, persona.user, world.clock.now()), graph)
            found |= set(report.findings)
    return found


async def every_name(stage: Stage) -> None:
    """What people type, and what nobody would."""
    graph = stage.client("lee@contoso.com")
    for name in (*WAYS_TO_NAME_ONE, *nasty_names(40)):
        await resolve(name, SubjectKind.GROUP, graph)


async def every_remedy(stage: Stage) -> None:
    """Each there and back, and one that is refused."""
    world = stage.sandbox.world
    sales, synced, deleted = (stage.group(name)["id"] for name in ("Sales", "Økonomi", "Projekt Syd"))
    archived = next(id for id, team in world.teams.items() if team["isArchived"])
    move = MoveGroupToCloud(group_id=synced, group_name="")
    owner = AddOwner(group_id=sales, group_name="", user_id=stage.person("megan@contoso.com"), user_name="")
    await carry_out(stage, "soren@contoso.com", move)
    await carry_out(stage, "megan@contoso.com", owner.model_copy(update={"member_too": True}))
    await carry_out(stage, "megan@contoso.com", RestoreGroup(group_id=deleted, group_name=""))
    await carry_out(stage, "megan@contoso.com", UnarchiveTeam(group_id=archived, group_name=""))
    for step in move.steps():
        assert isinstance(step, Write)
        assert not isinstance(await stage.client("lee@contoso.com").write(step), Accepted)


async def carry_out(stage: Stage, person: str, remedy: Remedy) -> None:
    """There, and back if there is a way."""
    for each in (remedy, remedy.undo()):
        for step in each.steps() if each else ():
            assert isinstance(step, Write)
            assert isinstance(await stage.client(person).write(step), Accepted), step


DIAGNOSES = frozenset(catalogue())
WRITING = frozenset(remedies()) - {"ask_an_owner"}
"""Asking people writes nothing to Graph."""
