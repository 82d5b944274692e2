"""SharePoint's copies of photos: where they lie on the host of people's own sites, and their bytes."""

from urllib.parse import quote

from bot.sandbox.portraits import Photo, Picture
from bot.sandbox.sharepoint.errors import file_not_found
from bot.sandbox.sharepoint.profiles import Profile
from bot.sandbox.world import Wire, World

LIBRARY = "/User Photos/Profile Pictures/"
"""The second folder is named in the language of the host of people's own sites."""
PIXELS = {"S": 48, "M": 72, "L": 200}
"""The sizes SharePoint makes; reports differ about the largest."""


def address(person: Wire, profile: Profile, host: str) -> str:
    """`PictureURL`: the middle size, with the port as SharePoint writes it; "" without a picture."""
    if not profile.picture:
        return ""
    if profile.picture_host:
        return f"https://{profile.picture_host}/people/{person['mailNickname']}.jpg"
    return f"https://{host}:443{quote(LIBRARY)}{person['id']}_MThumb.jpg"


def thumbnail(world: World, path: str) -> Picture:
    """The file at a server-relative path; raises `SharePointError` 404."""
    name = path.removeprefix(LIBRARY)
    user, _, size = name.removesuffix("Thumb.jpg").rpartition("_")
    profile = world.profiles.get(user)
    if name == path or size not in PIXELS or profile is None or not profile.picture:
        raise file_not_found(path)
    return nearest(profile.picture, PIXELS[size])


def nearest(photo: Photo, pixels: int) -> Picture:
    """The size of a photo that comes closest."""
    return min(photo, key=lambda picture: abs(picture.width - pixels))
