"""Operations on profile photos, and on the mailboxes they are kept in."""

from collections.abc import Iterator

from bot.sandbox.graph.reads import mailboxes, photos
from bot.sandbox.graph.rights import scopes
from bot.sandbox.graph.rights.scopes import Access
from bot.sandbox.graph.route import Route
from bot.sandbox.graph.writes import photo_settings, profile_photos


def _routes(whose: str, read: Access, change: Access) -> Iterator[Route]:
    yield Route("GET", f"{whose}/photo", read, photos.photo)
    yield Route("GET", f"{whose}/photo/$value", read, photos.value)
    yield Route("GET", f"{whose}/photos", read, photos.photos)
    yield Route("GET", f"{whose}/photos/{{size}}", read, photos.photo_of_size)
    yield Route("GET", f"{whose}/photos/{{size}}/$value", read, photos.value_of_size)
    yield Route("PUT", f"{whose}/photo/$value", change, profile_photos.upload)
    yield Route("DELETE", f"{whose}/photo", change, profile_photos.delete)
    yield Route("DELETE", f"{whose}/photo/$value", change, profile_photos.delete)


PHOTO_ROUTES = (
    *_routes("me", scopes.READ_MY_PHOTO, scopes.CHANGE_MY_PHOTO),
    *_routes("users/{id}", scopes.READ_PHOTO, scopes.CHANGE_PHOTO),
    Route("GET", "me/mailboxSettings", scopes.READ_MY_MAILBOX, mailboxes.my_mailbox_settings),
    Route(
        "GET",
        "admin/people/photoUpdateSettings",
        scopes.READ_PEOPLE_SETTINGS,
        photos.photo_update_settings,
        version="beta",
    ),
    Route(
        "PATCH",
        "admin/people/photoUpdateSettings",
        scopes.CHANGE_PEOPLE_SETTINGS,
        photo_settings.update,
        version="beta",
    ),
)
