"""Profile photos: what they are, and their bytes.

https://learn.microsoft.com/graph/api/profilephoto-get
"""

from collections.abc import Iterable

from bot.sandbox.graph.answering import many, one
from bot.sandbox.graph.call import Call, Reply
from bot.sandbox.graph.reads.people import myself, somebody
from bot.sandbox.graph.rights import scopes
from bot.sandbox.graph.rights.visibility import require_member
from bot.sandbox.odata.errors import GraphError
from bot.sandbox.portraits import Picture
from bot.sandbox.world import Wire, World

_NOT_FOUND = "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown."


def photo(call: Call) -> Reply:
    """`/me/photo` and `/users/{id}/photo`: the largest there is."""
    person = _person(call)
    return _metadata(call, _largest(call.world, person), f"users('{person['id']}')/photo/$entity")


def photo_of_size(call: Call) -> Reply:
    """`/users/{id}/photos/{size}`."""
    person = _person(call)
    return _metadata(call, _of_size(call, person), f"users('{person['id']}')/photos/$entity")


def photos(call: Call) -> Reply:
    """`/users/{id}/photos`: every size. Unverified: that somebody without a photo has none, instead of 404."""
    person = _person(call)
    sizes = dict(renditions(call.world, person))
    reply = many(call, "profilePhoto", map(_wire, sizes.items()), f"users('{person['id']}')/photos")
    for shown in reply.body["value"]:
        if picture := sizes.get(shown.get("id", "")):
            shown.update(_media(picture))
    return reply


def value(call: Call) -> Reply:
    """`/users/{id}/photo/$value`: the bytes."""
    _, picture = _largest(call.world, _person(call))
    return _bytes(call, picture)


def value_of_size(call: Call) -> Reply:
    """`/users/{id}/photos/{size}/$value`."""
    _, picture = _of_size(call, _person(call))
    return _bytes(call, picture)


def photo_update_settings(call: Call) -> Reply:
    """`/admin/people/photoUpdateSettings`; without a `source` the key isn't there.

    Unverified: what the id is, and that it takes no role.
    https://learn.microsoft.com/graph/api/peopleadminsettings-list-photoupdatesettings
    """
    require_member(call.world, call.caller)
    settings = call.world.photo_update_settings
    shown = {name: kept for name, kept in settings.items() if name != "source" or kept is not None}
    context = call.context("admin/people/photoUpdateSettings")
    return Reply(body={"@odata.context": context, "id": call.world.tenant, **shown})


def renditions(world: World, person: Wire) -> list[tuple[str, Picture]]:
    """The person's photo in its sizes by their ids, the largest last.

    Of people without a mailbox Entra keeps one picture, whose id is no size.
    """
    pictures = world.photos.get(person["id"], ())
    if not has_mailbox(world, person):
        return [("default", pictures[-1])] if pictures else []
    return [(f"{picture.width}X{picture.height}", picture) for picture in pictures]


def no_photo() -> GraphError:
    """404 for somebody without a photo, whether or not they have a mailbox.

    The reference page promises a picture of one pixel instead, which nobody has seen:
    https://learn.microsoft.com/graph/api/profilephoto-get
    """
    return GraphError(404, "ImageNotFound", _NOT_FOUND)


def has_mailbox(world: World, person: Wire) -> bool:
    """Whether a licence gives the person a mailbox in Exchange Online; `EXCHANGE_S_FOUNDATION` gives none.

    https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference
    """
    bought = {sku["skuId"]: sku["servicePlans"] for sku in world.subscribed_skus}
    plans = (
        plan["servicePlanName"]
        for license in person["assignedLicenses"]
        for plan in bought.get(license["skuId"], ())
        if plan["servicePlanId"] not in license["disabledPlans"]
    )
    return any(plan.startswith("EXCHANGE_S_") and plan != "EXCHANGE_S_FOUNDATION" for plan in plans)


def _person(call: Call) -> Wire:
    return somebody(call, scopes.READ_THEIR_PHOTO) if "id" in call.keys else myself(call)


def _largest(world: World, person: Wire) -> tuple[str, Picture]:
    sizes = renditions(world, person)
    if not sizes:
        raise no_photo()
    return sizes[-1]


def _of_size(call: Call, person: Wire) -> tuple[str, Picture]:
    """Unverified: that a size there isn't is the 404 of no photo at all."""
    return _only(size for size in renditions(call.world, person) if size[0].casefold() == call.keys["size"].casefold())


def _only(sizes: Iterable[tuple[str, Picture]]) -> tuple[str, Picture]:
    found = next(iter(sizes), None)
    if found is None:
        raise no_photo()
    return found


def _metadata(call: Call, size: tuple[str, Picture], context: str) -> Reply:
    reply = one(call, "profilePhoto", _wire(size), context)
    return Reply(body={"@odata.context": reply.body.pop("@odata.context"), **_media(size[1]), **reply.body})


def _wire(size: tuple[str, Picture]) -> Wire:
    id, picture = size
    return {"id": id, "height": picture.height, "width": picture.width}


def _media(picture: Picture) -> Wire:
    return {"@odata.mediaContentType": picture.content_type, "@odata.mediaEtag": picture.etag}


def _bytes(call: Call, picture: Picture) -> Reply:
    known = {tag.strip().removeprefix("W/") for tag in call.headers.get("if-none-match", "").split(",")}
    if known & {picture.etag, "*"}:
        return Reply(304, headers={"ETag": picture.etag})
    return Reply(body=picture.content, headers={"Content-Type": picture.content_type, "ETag": picture.etag})
