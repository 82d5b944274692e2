"""Uploading and deleting a profile photo: one's own, or somebody else's as an administrator.

https://learn.microsoft.com/graph/api/profilephoto-update
https://learn.microsoft.com/graph/api/profilephoto-delete
"""

from bot.sandbox.graph.call import NO_CONTENT, Call, Reply
from bot.sandbox.graph.photo_policy import forbidden, require_permitted
from bot.sandbox.graph.reads.people import myself, somebody
from bot.sandbox.graph.reads.photos import no_photo
from bot.sandbox.graph.rights import roles, scopes
from bot.sandbox.odata.errors import GraphError
from bot.sandbox.portraits import Picture, picture_in
from bot.sandbox.world import Wire

LARGEST = 4 * 1024 * 1024
"""How many bytes a photo may have."""

_MAY_CHANGE_OTHERS = frozenset({roles.GLOBAL_ADMINISTRATOR, roles.PEOPLE_ADMINISTRATOR, roles.USER_ADMINISTRATOR})


def upload(call: Call) -> Reply:
    """`PUT /me/photo/$value` and `/users/{id}/photo/$value`.

    Microsoft draws every smaller size of what is uploaded; this company keeps the picture in the size it came in.
    """
    person = _person(call)
    require_permitted(call)
    call.world.photos[person["id"]] = (_picture(call),)
    return Reply()


def delete(call: Call) -> Reply:
    """`DELETE /me/photo` and `/users/{id}/photo`. Unverified: that there must be one."""
    person = _person(call)
    require_permitted(call)
    if call.world.photos.pop(person["id"], None) is None:
        raise no_photo()
    return NO_CONTENT


def _person(call: Call) -> Wire:
    """Whose photo is changed; raises `GraphError` 403 or 404."""
    person = somebody(call, scopes.CHANGE_THEIR_PHOTO) if "id" in call.keys else myself(call)
    if call.caller.user not in {None, person["id"]}:
        _require_role(call, str(call.caller.user), person)
    return person


def _require_role(call: Call, user: str, person: Wire) -> None:
    if not _MAY_CHANGE_OTHERS.isdisjoint(roles.roles_over(call.world, user)):
        return
    if not _MAY_CHANGE_OTHERS.isdisjoint(roles.roles_over(call.world, user, person["id"])):
        # A role over an administrative unit isn't enough:
        # https://github.com/microsoftgraph/msgraph-sdk-powershell/issues/2519
        raise forbidden("invalid_role")
    raise scopes.CHANGE_THEIR_PHOTO.denied()


def _picture(call: Call) -> Picture:
    if not call.headers.get("content-type", "").startswith("image/"):
        # Unverified since 2018, when it was reported for application/octet-stream.
        raise GraphError(500, "ErrorInternalServerError", "An internal server error occurred. The operation failed.")
    if len(call.body) > LARGEST:
        # Unverified: code and sentence; only the limit is documented.
        raise GraphError(413, "RequestEntityTooLarge", "The photo is larger than 4 MB.")
    picture = picture_in(call.body)
    if picture is None:
        # Unverified: code and sentence.
        raise GraphError(400, "ErrorInvalidImage", "The image could not be read.")
    return picture
