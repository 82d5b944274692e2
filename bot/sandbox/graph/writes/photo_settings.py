"""Changing who may change photos: `PATCH /admin/people/photoUpdateSettings`, beta only.

https://learn.microsoft.com/graph/api/photoupdatesettings-update
"""

from typing import Any, cast

from bot.sandbox.graph.call import Call, Reply, denied, invalid_value
from bot.sandbox.graph.reads.photos import photo_update_settings
from bot.sandbox.graph.rights import roles
from bot.sandbox.odata.errors import bad_request

_MAY_CHANGE = frozenset({roles.GLOBAL_ADMINISTRATOR, roles.PEOPLE_ADMINISTRATOR})
_SOURCES = frozenset({"cloud", "onPremises"})


def update(call: Call) -> Reply:
    """Takes what the body names, leaves the rest, and answers with the whole.

    Unverified: that what isn't named stays, that null is no source, and the words of every refusal.
    """
    user = call.caller.user
    if user is not None and roles.roles_over(call.world, user).isdisjoint(_MAY_CHANGE):
        raise denied()
    changes = {name: value for name, value in call.json().items() if name != "@odata.type"}
    for name, value in changes.items():
        _check(name, value)
    call.world.photo_update_settings = call.world.photo_update_settings | changes
    return photo_update_settings(call)


def _check(name: str, value: Any) -> None:
    match name, value:
        case "source", None:
            return
        case "source", str() if value in _SOURCES:
            return
        case "allowedRoles", list() if all(isinstance(role, str) for role in cast("list[object]", value)):
            return
        case (("source" | "allowedRoles"), _):
            raise invalid_value(name, "photoUpdateSettings")
        case _:
            raise bad_request(f"Invalid property '{name}'.")
