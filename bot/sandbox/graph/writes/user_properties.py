"""Changing a user's details, and who is refused.

https://learn.microsoft.com/graph/api/user-update
"""

from typing import Any, cast

from bot.sandbox.graph.call import NO_CONTENT, Call, Reply, denied, invalid_value
from bot.sandbox.graph.reads.people import myself, somebody
from bot.sandbox.graph.rights import roles
from bot.sandbox.graph.rights.scopes import CHANGE_USER
from bot.sandbox.odata.errors import bad_request
from bot.sandbox.sharepoint.details import details_in_entra
from bot.sandbox.world import Wire, World

_TEXTS = frozenset(
    {
        "city",
        "companyName",
        "country",
        "department",
        "displayName",
        "employeeId",
        "givenName",
        "jobTitle",
        "mobilePhone",
        "officeLocation",
        "preferredLanguage",
        "streetAddress",
        "surname",
    }
)
_LISTS = frozenset({"businessPhones"})
_SENSITIVE = frozenset({"businessPhones", "mobilePhone"})
_IN_THE_CLOUD_TOO = frozenset({"mobilePhone"})
"""What the cloud changes of a synced user too. https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-bypassdirsyncoverrides"""
_MAY_CHANGE = frozenset({roles.GLOBAL_ADMINISTRATOR, roles.USER_ADMINISTRATOR})
_HIGHEST = frozenset({roles.GLOBAL_ADMINISTRATOR, "7be44c8a-adaf-4e2a-84d6-ab2649e08a13"})
_OWN = frozenset({"mobilePhone"})
"""What members change of their own. https://learn.microsoft.com/entra/fundamentals/users-default-permissions"""


def change_user(call: Call) -> Reply:
    """`PATCH /users/{id}` and `PATCH /me`."""
    person = somebody(call, CHANGE_USER) if "id" in call.keys else myself(call)
    changes = _checked(call)
    _require_right(call, person, changes)
    _require_kept_here(person, changes)
    before = details_in_entra(call.world, person)
    call.world.users[person["id"]] = person | changes
    if profile := call.world.profiles.get(person["id"]):
        profile.changed(before, details_in_entra(call.world, person | changes), call.now)
    return NO_CONTENT


def _checked(call: Call) -> Wire:
    changes = {name: value for name, value in call.json().items() if not name.startswith("@odata.")}
    for name, value in changes.items():
        if name not in _TEXTS | _LISTS:
            raise bad_request(f"Property '{name}' is read-only and cannot be set.")
        if not (_is_list(value) if name in _LISTS else _is_text(name, value)):
            raise invalid_value(name, "User")
    return changes


def _is_text(name: str, value: Any) -> bool:
    longest = 256 if name == "displayName" else 128
    return (value is None and name != "displayName") or (isinstance(value, str) and 0 < len(value) <= longest)


def _is_list(value: Any) -> bool:
    listed = cast("list[object]", value) if isinstance(value, list) else [None]
    return len(listed) <= 1 and all(isinstance(each, str) for each in listed)


def _require_right(call: Call, person: Wire, changes: Wire) -> None:
    """Raise `GraphError` 403: for who has no role, and for an administrator's numbers."""
    caller = call.caller.user
    if caller is None or (caller == person["id"] and _OWN.issuperset(changes) and person["userType"] == "Member"):
        return
    held = roles.roles_over(call.world, caller, person["id"])
    if _MAY_CHANGE.isdisjoint(held):
        raise denied()
    if not _SENSITIVE.isdisjoint(changes) and _HIGHEST.isdisjoint(held) and _is_administrator(call.world, person["id"]):
        raise denied()


def _is_administrator(world: World, user: str) -> bool:
    """Whether they hold a role or are in a group that can. Unverified: which lesser roles don't count."""
    in_group = any(
        world.groups[group]["isAssignableToRole"]
        for group, members in world.members.items()
        if group in world.groups and user in members
    )
    return in_group or any(True for _role in roles.held_roles(world, user))


def _require_kept_here(person: Wire, changes: Wire) -> None:
    if person["onPremisesSyncEnabled"] is True and not _IN_THE_CLOUD_TOO.issuperset(changes):
        raise bad_request(
            "Unable to update the specified properties for on-premises mastered Directory Sync objects or objects "
            "currently undergoing migration."
        )
