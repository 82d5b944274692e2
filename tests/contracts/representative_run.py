"""Everything the bot ever says to Graph: every question, every way to find somebody, every remedy and its way back."""

from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import cycle, islice, product

from bot.diagnose import diagnose
from bot.diagnoses import explaining
from bot.model import Operation, Question, Subject, SubjectKind, Symptom
from bot.operations import OPERATIONS
from bot.person_details import Detail, Place, Property
from bot.remedies.add_owner import AddOwner
from bot.remedies.allow_photo_changes import AllowPhotoChanges
from bot.remedies.move_group_to_cloud import MoveGroupToCloud
from bot.remedies.remove_group_licenses import RemoveGroupLicenses
from bot.remedies.remove_photo import RemovePhoto
from bot.remedies.restore_group import RestoreGroup
from bot.remedies.unarchive_team import UnarchiveTeam
from bot.remedies.upload_photo import UploadPhoto
from bot.remedy import Remedy
from bot.resolve import resolve
from bot.roles import Role
from bot.sandbox.portraits import portrait
from bot.sandbox.world import World
from bot.steps import Accepted, Upload, Write
from bot.symptoms import SYMPTOMS
from tests.graph.client.nasty_names import nasty_names
from tests.graph.client.stage import Stage, contoso_graph

Asking = tuple[Symptom, Operation | None]
"""What is asked of a subject."""
SEES_MOST = "a3df8e4c-d917-430d-a72e-c01d8ad71eb7"
"""A Global Administrator asks everything of every group: hardly anything is a gap to her."""
CHANGES_PEOPLE = "5e9a4649-40b2-45e5-990f-03fe0d9fece4"
"""A User Administrator."""
NOBODY = "00000000-0000-4000-8000-000000000000"
WAYS_TO_NAME_A_PERSON = (
    "Lee Gu",
    "Nonsuch",
    "972ce16a-6ba0-4b1b-adc8-7aec719fb1f5",
    "lee@contoso.com",
)
WAYS_TO_NAME_A_GROUP = (
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
async def representative_run() -> AsyncGenerator[tuple[Stage, set[str], set[str]]]:
    """Contoso after it, the ids of what was found on the way, and those of what was put right."""
    async with contoso_graph() as stage:
        found = await every_question(stage)
        await every_name(stage)
        yield stage, found, await every_remedy(stage)


async def every_question(stage: Stage) -> set[str]:
    """Everything every persona asks; the ids of what was found."""
    found = set[str]()
    for question in questions(stage.sandbox.world):
        asker = str(stage.sandbox.world.users[question.asker]["userPrincipalName"])
        found |= set((await diagnose(question, stage.client(asker))).findings)
    return found | await where_photos_are_limited(stage) | await of_their_own_mailboxes(stage)


async def where_photos_are_limited(stage: Stage) -> set[str]:
    """What is found where only certain roles may change photos, which is for a whole tenant."""
    world, alex = stage.sandbox.world, "alex@contoso.com"
    before = world.photo_update_settings
    asking = (Symptom.PHOTO_REFUSED, Operation.REMOVE_PHOTO)
    subject = Subject(SubjectKind.USER, stage.person(alex), "")
    found = set[str]()
    for limited in ({"allowedRoles": [str(Role.USER)]}, {"source": "onPremises"}):
        world.photo_update_settings = {**before, **limited}
        found |= set((await diagnose(asked(world, subject.id, subject, asking), stage.client(alex))).findings)
    world.photo_update_settings = before
    return found


async def of_their_own_mailboxes(stage: Stage) -> set[str]:
    """What those find whose mailbox is in the company's own Exchange, which only they may be told of."""
    world, found = stage.sandbox.world, set[str]()
    for user in world.company.on_premises_mailboxes:
        subject = Subject(SubjectKind.USER, user, "")
        asker = str(world.users[user]["userPrincipalName"])
        own = asked(world, user, subject, (Symptom.PHOTO_STALE, None))
        found |= set((await diagnose(own, stage.client(asker))).findings)
    return found


def questions(world: World) -> Iterator[Question]:
    """What everybody asks: of every group, of every person, of the tenant."""
    askers = [persona.user for persona in world.company.personas]
    for turn, asker in enumerate(askers):
        yield from of_groups(world, asker, turn, askers[turn - 1])
    yield from (asked(world, SEES_MOST, *each) for each in product(groups_of(world), asked_of(SubjectKind.GROUP)))
    people = zip((*world.users, *world.deleted_users, NOBODY), cycle(askers), strict=False)
    for (person, asker), asking in product(people, asked_of(SubjectKind.USER)):
        yield asked(world, asker, Subject(SubjectKind.USER, person, ""), asking)
    yield from of_profiles(world)
    tenant = Subject(SubjectKind.TENANT, str(world.organization["id"]), "")
    for asker, asking in product(askers, asked_of(SubjectKind.TENANT)):
        yield asked(world, asker, tenant, asking)


def of_profiles(world: World) -> Iterator[Question]:
    """Details of everybody's that a Global Administrator asks about, and numbers that a User Administrator changes."""
    people = [Subject(SubjectKind.USER, person, "") for person in world.users]
    for subject, property in product(people, (Property.TITLE, Property.MANAGER, Property.MOBILE)):
        stale = asked(world, SEES_MOST, subject, (Symptom.PROFILE_STALE, None))
        yield replace(stale, detail=Detail(property=property))
    for place in Place:
        stale = asked(world, SEES_MOST, people[0], (Symptom.PROFILE_STALE, None))
        yield replace(stale, detail=Detail(place=place))
    for subject in people:
        edit = asked(world, CHANGES_PEOPLE, subject, (Symptom.PROFILE_EDIT, None))
        yield replace(edit, detail=Detail(property=Property.PHONE))


def of_groups(world: World, asker: str, turn: int, somebody: str) -> Iterator[Question]:
    """One thing of each group, beginning elsewhere in every turn; every third for somebody else."""
    askings = islice(cycle(asked_of(SubjectKind.GROUP)), turn, None)
    for place, (group, asking) in enumerate(zip(groups_of(world), askings, strict=False)):
        yield asked(world, asker, group, asking, somebody if place % 3 == turn % 3 else "")


def groups_of(world: World) -> list[Subject]:
    """Living, deleted, and one that never was."""
    return [Subject(SubjectKind.GROUP, id, "") for id in (*world.groups, *world.deleted_groups, NOBODY)]


def asked_of(kind: SubjectKind) -> list[Asking]:
    """Every symptom of this kind of subject that something explains, then every operation of it."""
    symptoms = [symptom for symptom, row in SYMPTOMS.items() if row.kind is kind and explaining(symptom)]
    operations = [operation for operation, row in OPERATIONS.items() if row.kind is kind]
    gone = [(Symptom.GROUP_DELETE, Operation.DELETED_IN_AD)] if kind is SubjectKind.GROUP else []
    said_more_of = Symptom.PHOTO_REFUSED if kind is SubjectKind.USER else Symptom.GROUP_MEMBERS
    return [*product(symptoms, [None]), *product([said_more_of], operations), *gone]


def asked(world: World, asker: str, subject: Subject, asking: Asking, person: str = "") -> Question:
    """One question; where an operation takes somebody, it is the group's first owner."""
    symptom, operation = asking
    owners = world.owners.get(subject.id, ()) if operation else ()
    other = next((Subject(SubjectKind.USER, owner, "") for owner in owners if owner in world.users), None)
    return Question(symptom, subject, asker, world.clock.now(), person, operation, other)


async def every_name(stage: Stage) -> None:
    """What people type, and what nobody would."""
    graph = stage.client("lee@contoso.com")
    for name in (*WAYS_TO_NAME_A_GROUP, *nasty_names(40)):
        await resolve(name, SubjectKind.GROUP, graph)
    for name in (*WAYS_TO_NAME_A_PERSON, *nasty_names(10)):
        await resolve(name, SubjectKind.USER, graph)


async def every_remedy(stage: Stage) -> set[str]:
    """Each there and back, and one that is refused; the ids of those that were carried out."""
    done = set[str]()
    for person, remedy in remedies_of(stage):
        await carry_out(stage, person, remedy)
        done.add(remedy.id())
    move = MoveGroupToCloud(group_id=stage.group("Økonomi")["id"], group_name="")
    for step in move.steps():
        assert isinstance(step, Write)
        assert not isinstance(await stage.client("lee@contoso.com").write(step), Accepted)
    return done


def remedies_of(stage: Stage) -> Iterator[tuple[str, Remedy]]:
    """Every remedy that writes to Graph, in every form that is written differently, and who carries it out."""
    world, admin = stage.sandbox.world, "megan@contoso.com"
    sales, synced, deleted, visio, copilot = (
        str(stage.group(name)["id"]) for name in ("Sales", "Økonomi", "Projekt Syd", "Licens Visio", "Licens Copilot")
    )
    archived = next(id for id, team in world.teams.items() if team["isArchived"])
    skus = [license["skuId"] for license in stage.group("Licens Visio")["assignedLicenses"]]
    yield "soren@contoso.com", MoveGroupToCloud(group_id=synced, group_name="")
    yield admin, AddOwner(group_id=sales, group_name="", user_id=stage.person(admin), user_name="", member_too=True)
    yield admin, RestoreGroup(group_id=deleted, group_name="")
    yield admin, UnarchiveTeam(group_id=archived, group_name="")
    yield "lee@contoso.com", UploadPhoto(user_id=stage.person("lee@contoso.com"), user_name="", replaces="")
    yield "alex@contoso.com", RemovePhoto(user_id=stage.person("alex@contoso.com"), user_name="")
    yield admin, AllowPhotoChanges(from_active_directory=True, allowed_roles=Role.USER)
    yield admin, RemoveGroupLicenses.of(visio, "", skus, ())
    yield admin, RemoveGroupLicenses.of(copilot, "", (), world.cloud_assignments)


async def carry_out(stage: Stage, person: str, remedy: Remedy) -> None:
    """There, and back if there is a way."""
    for each in (remedy, remedy.undo()):
        for step in each.steps() if each else ():
            change = Write("PUT", step.url, portrait("amber")[-1].content) if isinstance(step, Upload) else step
            assert isinstance(change, Write)
            assert isinstance(await stage.client(person).write(change), Accepted), step
