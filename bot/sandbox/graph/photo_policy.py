"""Whether the company's settings let somebody change a profile photo.

https://learn.microsoft.com/graph/profilephoto-configure-settings
"""

from bot.sandbox.graph.call import Call
from bot.sandbox.graph.rights import roles
from bot.sandbox.odata.errors import GraphError
from bot.sandbox.world import Wire


def require_permitted(call: Call) -> None:
    """Raise `GraphError` 403 when the settings forbid the change.

    Unverified: the code, seen only for a role over an administrative unit; that an app is bound by the source, but not
    by the roles. Real settings take up to a day to bite, those of this company bite at once.
    """
    settings, user = call.world.photo_update_settings, call.caller.user
    if str(settings["source"] or "").strip().casefold() == "onpremises":
        raise forbidden("Profile photo updates are managed on-premises.")
    allowed = _allowed_roles(settings)
    if user and allowed and allowed.isdisjoint(roles.roles_over(call.world, user)):
        raise forbidden("invalid_role")


def forbidden(message: str) -> GraphError:
    """The 403 of the service that keeps the photos."""
    return GraphError(403, "ForbiddenByPolicy", message)


def _allowed_roles(settings: Wire) -> frozenset[str]:
    """Template ids; empty for everybody. Microsoft's own example has a blank in front of one."""
    return frozenset(str(role).strip().casefold() for role in settings["allowedRoles"] or ())
