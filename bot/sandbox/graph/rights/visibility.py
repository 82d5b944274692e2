"""Who may see what, once the token allows the kind of reading.

https://learn.microsoft.com/entra/fundamentals/users-default-permissions
"""

from enum import Enum
from typing import Any

from bot.sandbox.graph.call import denied
from bot.sandbox.graph.caller import Caller
from bot.sandbox.graph.rights import roles
from bot.sandbox.graph.rights.scopes import READABLE
from bot.sandbox.world import Wire, World

GUEST = "10dae51f-b6af-4016-8d66-8c2a99b929b3"
RESTRICTED_GUEST = "2af84b1e-32c8-42b7-82bc-daa82404023b"

_BASIC_PROFILE = {
    "id", "displayName", "givenName", "surname", "mail", "userPrincipalName", "securityIdentifier",
}  # fmt: skip
"""What `User.ReadBasic.All` shows of other people."""

_WHOLE_PROFILE = ("User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All")
"""Permissions that show everything Entra keeps about other people."""

_ALWAYS_SHOWN = frozenset({"id", "roleTemplateId"})
"""What even an unreadable object shows a member; seen in live answers: a role without its name still has its template.

Unverified: that it doesn't show a guest so much, who may know nothing of roles.
"""

_HIDDEN_MEMBERSHIP_ROLES = frozenset(
    {roles.GLOBAL_ADMINISTRATOR, roles.GLOBAL_READER, roles.GROUPS_ADMINISTRATOR, roles.USER_ADMINISTRATOR}
)


class Kind(Enum):
    """What the directory takes the caller for."""

    MEMBER = "member"
    GUEST = "guest"
    RESTRICTED_GUEST = "restricted guest"


def kind_of(world: World, caller: Caller) -> Kind:
    """Member or guest; the tenant's `guestUserRoleId` decides what being a guest means. Apps count as members.

    A guest with a role in the whole tenant reads as members do; one in a unit doesn't make them.
    https://learn.microsoft.com/entra/fundamentals/users-default-permissions#member-and-guest-users
    """
    if caller.user is None or world.users[caller.user]["userType"] != "Guest":
        return Kind.MEMBER
    # Unverified: that a role over a part of the directory isn't enough.
    if any(role.scope == roles.TENANT for role in roles.held_roles(world, caller.user)):
        return Kind.MEMBER
    guests_are = world.authorization_policy.get("guestUserRoleId") or GUEST
    return {roles.SAME_AS_MEMBER: Kind.MEMBER, RESTRICTED_GUEST: Kind.RESTRICTED_GUEST}.get(str(guests_are), Kind.GUEST)


def require_member(world: World, caller: Caller) -> None:
    """Raise `GraphError` 403 for guests: roles, units, subscriptions and policies are not for them."""
    if kind_of(world, caller) is not Kind.MEMBER:
        raise denied()


def belongs_to(world: World, caller: Caller, group: str) -> bool:
    """Whether the caller is a direct member or an owner of the group."""
    return caller.user in world.members.get(group, ()) or caller.user in world.owners.get(group, ())


def sees_members(world: World, caller: Caller, group: Wire) -> bool:
    """Whether the caller may read the group's membership.

    Hidden membership needs `Member.Read.Hidden` and belonging to the group (or an administrator's role).
    Unverified: which roles.
    """
    if kind_of(world, caller) is Kind.RESTRICTED_GUEST:
        return False
    if group["visibility"] != "HiddenMembership":
        return True
    if not caller.may("Member.Read.Hidden"):
        return False
    return caller.user is None or belongs_to(world, caller, group["id"]) or _is_administrator(world, caller.user)


def _is_administrator(world: World, user: str) -> bool:
    return not roles.roles_over(world, user).isdisjoint(_HIDDEN_MEMBERSHIP_ROLES)


def as_seen(world: World, caller: Caller, entity: str, thing: Wire) -> Wire:
    """An object among objects of several types, as the caller may see it: with its `@odata.type`, perhaps bare."""
    if entity == "user":
        seen = user_as_seen(world, caller, thing, listed=True)
    else:
        kind = kind_of(world, caller)
        readable = caller.may(*READABLE[entity]) and _kind_sees(kind, entity)
        seen = thing if readable else bare(thing, but=_ALWAYS_SHOWN if kind is Kind.MEMBER else {"id"})
    return {"@odata.type": f"#microsoft.graph.{entity}", **seen}


def _kind_sees(kind: Kind, entity: str) -> bool:
    if kind is Kind.GUEST:
        return entity in {"group", "servicePrincipal"}
    return kind is Kind.MEMBER


def user_as_seen(world: World, caller: Caller, user: Wire, *, listed: bool = False) -> Wire:
    """A person as the caller may see them: everything, the basic profile, or (`listed` among others) only an id."""
    if caller.user == user["id"]:
        return user
    kind = kind_of(world, caller)
    if kind is Kind.RESTRICTED_GUEST or (listed and not caller.may(*READABLE["user"])):
        return bare(user)
    shown = profile_of_others(world, caller)
    return user if shown is None else bare(user, but=shown)


def profile_of_others(world: World, caller: Caller) -> frozenset[str] | None:
    """The properties of other people that the caller may read; `None` is all of them."""
    if kind_of(world, caller) is not Kind.MEMBER:
        return frozenset(_BASIC_PROFILE | {"userType"})
    return None if caller.may(*_WHOLE_PROFILE) else frozenset(_BASIC_PROFILE)


def bare(thing: Wire, *, but: set[str] | frozenset[str] = frozenset({"id"})) -> Wire:
    """The object with everything nulled except the properties in `but`; lists become empty.

    https://learn.microsoft.com/troubleshoot/entra/entra-id/users-groups-entra-apis/memberof-api-returns-null
    """
    return {name: value if name in but else _empty(value) for name, value in thing.items()}


def _empty(value: Any) -> list[Any] | None:
    return [] if isinstance(value, list) else None
