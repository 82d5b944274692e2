"""Whether a company holds together: every id it mentions is somebody's, and nothing is there twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic_core import InitErrorDetails, PydanticCustomError

if TYPE_CHECKING:
    from bot.sandbox.company import ActiveDirectoryGroup, Channel, Chat, CloudAssignment, Company
    from bot.sandbox.graph_objects.wire import GraphObject

Path = tuple[str | int, ...]
"""Where in the file: keys and positions from the top."""

PEOPLE = ("user",)
APP_OR_PERSON = ("user", "service principal")
PRINCIPALS = ("user", "group", "service principal")
GROUPS = ("group",)
GROUPS_EVER = ("group", "deleted group")


@dataclass(frozen=True)
class Reference:
    """An id of somebody else, where it stands and what it may belong to."""

    path: Path
    id: str
    to: tuple[str, ...]


def strangers(company: Company) -> Iterator[InitErrorDetails]:
    """A fault for each id that belongs to nobody of the right kind."""
    known = _known(company)
    for reference in _references(company):
        if not any(reference.id in known[kind] for kind in reference.to):
            yield _fault(reference.path, f"no such {' or '.join(reference.to)}")


def duplicates(company: Company) -> Iterator[InitErrorDetails]:
    """A fault for each second use of an identity, and for each id that is twice in one list."""
    first: dict[tuple[object, str], Path] = {}
    for space, value, path in (*_identities(company), *_list_entries(company)):
        if (space, value) in first:
            yield _fault(path, f"the same as {'.'.join(str(step) for step in first[space, value])}")
        first.setdefault((space, value), path)


def _fault(path: Path, message: str) -> InitErrorDetails:
    # The input stays out: an error may end up in a log, and a company holds names.
    return InitErrorDetails(
        type=PydanticCustomError("reference", "{message}", {"message": message}), loc=path, input=None
    )


def _known(company: Company) -> Mapping[str, frozenset[str]]:
    return {
        "user": frozenset(user.id for user in company.users),
        "group": frozenset(group.id for group in company.groups),
        "deleted group": frozenset(group.id for group in company.deleted_groups),
        "administrative unit": frozenset(unit.id for unit in company.administrative_units),
        "service principal": frozenset(app.id for app in company.service_principals),
        "team": frozenset(team.id for team in company.teams),
        "subscribed SKU": frozenset(sku.sku_id for sku in company.subscribed_skus),
        "allotment": frozenset(allotment.id for allotment in company.cloud_licensing.allotments),
        "directory scope": frozenset(_directory_scopes(company)),
    }


def _directory_scopes(company: Company) -> Iterator[str]:
    yield "/"
    yield from (f"/administrativeUnits/{unit.id}" for unit in company.administrative_units)
    yield from (f"/{thing.id}" for thing in (*company.users, *company.groups, *company.service_principals))


def _references(company: Company) -> Iterator[Reference]:
    yield from _of_groups(company)
    yield from _of_roles(company)
    yield from _of_licenses(company)
    yield from _of_cloud_licenses(company)
    for user in company.photos:
        yield Reference(("photos", user), user, PEOPLE)
    for place, user in enumerate(company.on_premises_mailboxes):
        yield Reference(("onPremisesMailboxes", place), user, PEOPLE)
    for user in company.share_point.profiles if company.share_point else ():
        yield Reference(("sharePoint", "profiles", user), user, PEOPLE)
    for user, manager in company.managers.items():
        yield Reference(("managers", user), user, PEOPLE)
        yield Reference(("managers", user, "manager"), manager, PEOPLE)
    for user in company.positions:
        yield Reference(("positions", user), user, PEOPLE)
    yield from _of_active_directory(company)
    yield from _of_consent_and_teams(company)


def _each(path: Path, ids: Iterable[str], to: tuple[str, ...]) -> Iterator[Reference]:
    for position, id in enumerate(ids):
        yield Reference((*path, position), id, to)


def _lists(
    key: str, lists: Mapping[str, Iterable[str]], of: tuple[str, ...], to: tuple[str, ...]
) -> Iterator[Reference]:
    """The ids under `key`: who owns each list, and who is in it."""
    for owner, ids in lists.items():
        yield Reference((key, owner), owner, of)
        yield from _each((key, owner), ids, to)


def _of_groups(company: Company) -> Iterator[Reference]:
    yield from _lists("members", company.members, GROUPS_EVER, PRINCIPALS)
    # A group can't own a group: https://learn.microsoft.com/graph/api/group-post-owners
    yield from _lists("owners", company.owners, GROUPS_EVER, APP_OR_PERSON)
    units = company.administrative_unit_members
    yield from _lists("administrativeUnitMembers", units, ("administrative unit",), ("user", "group"))
    for position, team in enumerate(company.teams):
        yield Reference(("teams", position, "id"), team.id, GROUPS)
    yield from _each(("cloudManaged",), company.cloud_managed, GROUPS_EVER)
    for group in company.settings_of_groups:
        yield Reference(("settingsOfGroups", group), group, GROUPS_EVER)


def _of_roles(company: Company) -> Iterator[Reference]:
    held = {"roleAssignments": company.role_assignments, "roleEligibilities": company.role_eligibilities}
    for key, roles in held.items():
        for position, role in enumerate(roles):
            yield Reference((key, position, "principalId"), role.principal_id, PRINCIPALS)
            yield Reference((key, position, "directoryScopeId"), role.directory_scope_id, ("directory scope",))


def _of_licenses(company: Company) -> Iterator[Reference]:
    product = ("subscribed SKU",)
    for key, holders in {"users": company.users, "groups": company.groups}.items():
        for position, holder in enumerate(holders):
            for at, license in enumerate(holder.assigned_licenses):
                yield Reference((key, position, "assignedLicenses", at, "skuId"), license.sku_id, product)
    for position, user in enumerate(company.users):
        for at, state in enumerate(user.license_assignment_states):
            path = ("users", position, "licenseAssignmentStates", at)
            yield Reference((*path, "skuId"), state.sku_id, product)
            if state.assigned_by_group:
                yield Reference((*path, "assignedByGroup"), state.assigned_by_group, GROUPS)


def _of_cloud_licenses(company: Company) -> Iterator[Reference]:
    for position, allotment in enumerate(company.cloud_licensing.allotments):
        yield Reference(("cloudLicensing", "allotments", position, "skuId"), allotment.sku_id, ("subscribed SKU",))
    for position, assignment in enumerate(company.cloud_licensing.assignments):
        path = ("cloudLicensing", "assignments", position)
        yield Reference((*path, "allotment"), assignment.allotment, ("allotment",))
        yield Reference((*path, "assignedTo"), assignment.assigned_to, GROUPS)


def _of_active_directory(company: Company) -> Iterator[Reference]:
    directory = company.active_directory
    yield from _each(("activeDirectory", "deleted"), directory.deleted if directory else (), GROUPS)
    for position, group in enumerate(directory.groups if directory else ()):
        path = ("activeDirectory", "groups", position)
        yield Reference((*path, "id"), group.id, GROUPS)
        yield from _each((*path, "members"), group.members, ("user", "group"))


def _of_consent_and_teams(company: Company) -> Iterator[Reference]:
    for user in company.consent.users:
        yield Reference(("consent", "users", user), user, PEOPLE)
    teamwork = company.teamwork
    yield from _each(("teamwork", "installedFor"), teamwork.installed_for, PEOPLE)
    for position, chat in enumerate(teamwork.chats):
        yield from _each(("teamwork", "chats", position, "members"), chat.members, PEOPLE)
    for position, channel in enumerate(teamwork.channels):
        yield Reference(("teamwork", "channels", position, "team"), channel.team, ("team",))
    for position, persona in enumerate(company.personas):
        yield Reference(("personas", position, "user"), persona.user, PEOPLE)


def _list_entries(company: Company) -> Iterator[tuple[object, str, Path]]:
    """Ids in a list: no member, owner or chat partner is one twice."""
    return ((ref.path[:-1], ref.id, ref.path) for ref in _references(company) if isinstance(ref.path[-1], int))


def _identities(company: Company) -> Iterator[tuple[object, str, Path]]:
    """What may be used once: (where it must be unique, the value, its path)."""
    directory = {
        "users": company.users,
        "deletedUsers": company.deleted_users,
        "groups": company.groups,
        "deletedGroups": company.deleted_groups,
        "administrativeUnits": company.administrative_units,
        "servicePrincipals": company.service_principals,
    }
    for key, objects in directory.items():
        yield from (("directory", thing.id, (key, at, "id")) for at, thing in enumerate(objects))
    for at, user in enumerate(company.users):
        yield "sign-in", user.user_principal_name.casefold(), ("users", at, "userPrincipalName")
    for path, things in _identified(company).items():
        yield from ((path, thing.id, (*path, at, "id")) for at, thing in enumerate(things))
    yield from (("persona", one.user, ("personas", at, "user")) for at, one in enumerate(company.personas))


def _identified(
    company: Company,
) -> Mapping[Path, Sequence[GraphObject | Chat | Channel | ActiveDirectoryGroup | CloudAssignment]]:
    """Lists in which an id may stand once."""
    return {
        ("teams",): company.teams,
        ("customRoles",): company.custom_roles,
        ("roleAssignments",): company.role_assignments,
        ("roleEligibilities",): company.role_eligibilities,
        ("subscribedSkus",): company.subscribed_skus,
        ("cloudLicensing", "allotments"): company.cloud_licensing.allotments,
        ("cloudLicensing", "assignments"): company.cloud_licensing.assignments,
        ("groupSettings",): company.group_settings,
        ("activeDirectory", "groups"): company.active_directory.groups if company.active_directory else (),
        ("teamwork", "chats"): company.teamwork.chats,
        ("teamwork", "channels"): company.teamwork.channels,
    }
