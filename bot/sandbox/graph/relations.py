"""How the company's objects hang together: members, memberships, owners, roles. No rights here."""

from collections.abc import Callable, Iterable
from uuid import UUID, uuid5

from bot.sandbox.graph.rights import roles
from bot.sandbox.world import Wire, World

Typed = tuple[str, Wire]
"""An object with its type's name, like ("group", {…})."""


def find(world: World, identifier: str) -> Typed | None:
    """Any living directory object by its id."""
    places = {
        "user": world.users,
        "group": world.groups,
        "administrativeUnit": world.administrative_units,
        "servicePrincipal": world.service_principals,
    }
    return next(((entity, objects[identifier]) for entity, objects in places.items() if identifier in objects), None)


def existing(world: World, identifiers: Iterable[str]) -> list[Typed]:
    """The living objects among `identifiers`, in their order: a deleted member is no longer listed."""
    return [found for identifier in identifiers if (found := find(world, identifier))]


def members(world: World, group: str) -> list[Typed]:
    """The group's direct members."""
    return existing(world, world.members.get(group, ()))


def transitive_members(world: World, group: str) -> list[Typed]:
    """Direct members and members of nested groups, each once; the group itself only if it is nested in itself."""
    return _reach(group, lambda identifier: members(world, identifier))


def owners(world: World, group: Wire) -> list[Typed]:
    """The owners Graph shows: none for groups from Active Directory or Exchange.

    https://learn.microsoft.com/graph/api/group-list-owners
    """
    if group["onPremisesSyncEnabled"] or is_exchange_managed(group):
        return []
    return existing(world, world.owners.get(group["id"], ()))


def owned_groups(world: World, user: str) -> list[Typed]:
    """The groups a person owns, as far as Graph shows their owners."""
    return [
        ("group", group)
        for group in world.groups.values()
        if any(owner["id"] == user for _, owner in owners(world, group))
    ]


def member_of(world: World, identifier: str) -> list[Typed]:
    """Groups, units and (tenant-wide, active) roles the object is a direct member of."""
    groups = [("group", group) for key, group in world.groups.items() if identifier in world.members.get(key, ())]
    units = [("administrativeUnit", world.administrative_units[unit]) for unit in roles.units_of(world, identifier)]
    held = [
        assignment["roleDefinitionId"]
        for assignment in world.role_assignments
        if assignment["principalId"] == identifier and assignment["directoryScopeId"] == roles.TENANT
    ]
    return groups + units + [("directoryRole", directory_role(world, template)) for template in held]


def transitive_member_of(world: World, identifier: str) -> list[Typed]:
    """Everything the object belongs to, directly or through groups."""
    return _reach(identifier, lambda reached: member_of(world, reached))


def directory_role(world: World, template: str) -> Wire:
    """A built-in role as the tenant has activated it."""
    name = roles.NAMES.get(template, "Custom role")
    return {
        "id": str(uuid5(UUID(world.tenant), template)),
        "deletedDateTime": None,
        "description": f"{name} of this company.",
        "displayName": name,
        "roleTemplateId": template,
    }


def is_exchange_managed(group: Wire) -> bool:
    """Mail-enabled security groups and distribution groups: Graph can read them, Exchange changes them."""
    return bool(group["mailEnabled"]) and "Unified" not in group["groupTypes"]


def is_dynamic(group: Wire) -> bool:
    """Whether a rule decides the members."""
    return "DynamicMembership" in group["groupTypes"]


def _reach(start: str, step: Callable[[str], list[Typed]]) -> list[Typed]:
    reached: dict[str, Typed] = {}
    ahead = [start]
    while ahead:
        for entity, thing in step(ahead.pop(0)):
            if thing["id"] not in reached:
                reached[thing["id"]] = (entity, thing)
                ahead.append(thing["id"])
    return list(reached.values())
