"""Both pictures of a person: which there are shows in the first wave, their bytes come in the second."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace

from bot.pictures.comparison import Comparison, Verdict
from bot.pictures.darkroom import Darkroom
from bot.reading import Media, Plan, Reading, Readings, Unreadable
from bot.readings.photo_copies import PhotoCopies, SharePointPicture
from bot.readings.sharepoint import SharePointProfile
from bot.readings.user import Photo, PhotoContent

CHARACTERS = 6000
"""Of one picture on a card: two of them leave most of a card's 24 KB to words."""

Read = Callable[[Sequence[Plan]], Awaitable[Sequence[Readings]]]


async def with_copies(plans: Sequence[Plan], read: Read, darkroom: Darkroom) -> Sequence[Readings]:
    """Every reading, in two waves where a picture is wanted and there is one."""
    first = await read([replace(plan, wanted=before(plan.wanted)) for plan in plans])
    wanted = [second(plan, got) if PhotoCopies in plan.wanted else None for plan, got in zip(plans, first, strict=True)]
    further = [plan for plan in wanted if isinstance(plan, Plan)]
    brought = iter(await read(further) if further else ())
    merged = [dict(got) for got in first]
    for plan, got in zip(wanted, merged, strict=True):
        if plan is not None:
            got[PhotoCopies] = await copies(plan, brought, darkroom)
    return merged


def before(wanted: tuple[type[Reading], ...]) -> tuple[type[Reading], ...]:
    """What the first wave asks for: instead of the pictures what tells whether there are any."""
    if PhotoCopies not in wanted:
        return wanted
    others = (reading for reading in wanted if reading is not PhotoCopies)
    return tuple(dict.fromkeys((*others, Photo, SharePointProfile)))


def second(plan: Plan, got: Readings) -> Plan | Unreadable:
    """What the second wave asks for; why nothing, where there is no photo to look at."""
    photo, profile = got[Photo], got[SharePointProfile]
    if isinstance(photo, Unreadable):
        return Unreadable(PhotoCopies, photo.status, photo.code, photo.needs)
    if photo.placeholder:
        return Unreadable(PhotoCopies, 404, "ImageNotFound")
    picture = profile.picture_url if isinstance(profile, SharePointProfile) else ""
    wanted = (PhotoContent, SharePointPicture) if picture else (PhotoContent,)
    return Plan(wanted, replace(plan.ids, picture=picture))


async def copies(plan: Plan | Unreadable, brought: Iterator[Readings], darkroom: Darkroom) -> PhotoCopies | Unreadable:
    """What the second wave brought, compared."""
    if isinstance(plan, Unreadable):
        return plan
    got = next(brought)
    ours, theirs = got[PhotoContent], got.get(SharePointPicture)
    if isinstance(ours, Unreadable):
        return Unreadable(PhotoCopies, ours.status, ours.code, ours.needs)
    if not isinstance(theirs, Media):
        return PhotoCopies(size=len(ours.content), unread=theirs)
    verdict, shown, kept = await asyncio.gather(
        compared(ours.content, theirs.content, darkroom),
        small(ours.content, darkroom),
        small(theirs.content, darkroom),
    )
    return PhotoCopies(size=len(ours.content), verdict=verdict, in_microsoft_365=shown, in_sharepoint=kept)


async def compared(ours: bytes, theirs: bytes, darkroom: Darkroom) -> Verdict | None:
    """Whether they show one photo; `None` where one of them can't be looked at."""
    comparison = await darkroom.compare(ours, theirs)
    return comparison.verdict if isinstance(comparison, Comparison) else None


async def small(content: bytes, darkroom: Darkroom) -> str:
    """As a card takes it; "" for what is no picture."""
    address = await darkroom.data_uri(content, CHARACTERS)
    return address if address.startswith("data:") else ""
