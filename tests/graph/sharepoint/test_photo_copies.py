"""Both pictures of a person: two waves, the tenant's own hosts only, and what becomes of pictures that are none."""

from dataclasses import replace

import pytest

from bot.graph.client import Traffic
from bot.pictures.comparison import Verdict
from bot.reading import Unreadable
from bot.readings.photo_copies import PhotoCopies, SharePointPicture
from bot.readings.user import Photo, User
from bot.sandbox.faults import Fault
from bot.sandbox.sharepoint.profiles import Profile
from tests.graph.client.stage import Stage
from tests.graph.sharepoint.reaching import Reaching

ALEX, ADELE, LEE, OLIVER = (f"{name}@contoso.com" for name in ("alex", "adele", "lee", "oliver"))
PERSONAL = "contoso-my.sharepoint.com"
FILE = f"{PERSONAL}/_api/web/**"


async def copies(stage: Stage, person: str) -> PhotoCopies | Unreadable:
    return (await Reaching(stage, person).read(User, PhotoCopies))[PhotoCopies]


def seen(got: PhotoCopies | Unreadable) -> PhotoCopies:
    assert isinstance(got, PhotoCopies), got
    return got


def profile(stage: Stage, person: str) -> Profile:
    return stage.sandbox.world.profiles[stage.person(person)]


@pytest.mark.parametrize(("person", "verdict"), [(ALEX, Verdict.DIFFERENT), (ADELE, Verdict.SAME)])
async def test_they_are_compared_and_made_small_enough_for_a_card(stage: Stage, person: str, verdict: Verdict) -> None:
    got = seen(await copies(stage, person))
    assert got.verdict is verdict
    assert all(each.startswith("data:image/jpeg;base64,") for each in (got.in_microsoft_365, got.in_sharepoint))
    assert len(got.in_microsoft_365) + len(got.in_sharepoint) <= 12_000


async def test_it_takes_two_waves_and_a_token_for_each_host(stage: Stage) -> None:
    await Reaching(stage, ALEX).read(User)
    hosts = (reaching := Reaching(stage, ALEX)).hosts
    await reaching.read(PhotoCopies)
    known = Reaching(stage, ALEX, hosts)
    await known.read(User, PhotoCopies)
    assert known.traffic == Traffic(requests=4, round_trips=2, batch_parts=3)
    assert known.asked == ["https://contoso.sharepoint.com/User.Read.All", f"https://{PERSONAL}/User.Read.All"]
    assert known.reached[1].endswith("_LThumb.jpg'")


async def test_somebody_elses_take_no_second_look_for_the_account(stage: Stage) -> None:
    got = (await Reaching(stage, ADELE).read(User, PhotoCopies, about=ALEX))[PhotoCopies]
    assert seen(got).different


async def test_without_a_photo_there_is_nothing_to_compare(stage: Stage) -> None:
    got = await copies(stage, LEE)
    assert isinstance(got, Unreadable)
    assert got.status == 404


async def test_without_a_copy_there_is_only_one(stage: Stage) -> None:
    got = seen(await copies(stage, OLIVER))
    assert (got.verdict, got.pictures, got.unread) == (None, (), None)


@pytest.mark.parametrize(
    "host", ["intranet.contoso.com", "evil-my.sharepoint.com", "contosoevil-my.sharepoint.com", "evil.sharepoint.com"]
)
async def test_no_token_goes_where_a_person_writes(stage: Stage, host: str) -> None:
    profile(stage, ALEX).picture_host = host
    reaching = Reaching(stage, ALEX)
    got = seen((await reaching.read(PhotoCopies))[PhotoCopies])
    assert got.verdict is None
    assert got.unread == Unreadable(SharePointPicture, 200, "NotVisible")
    assert reaching.asked == ["https://contoso.sharepoint.com/User.Read.All"]
    assert not any(host in address for address in reaching.reached)


@pytest.mark.parametrize("status", [403, 404, 429, 503])
async def test_a_refused_picture_is_told_of(stage: Stage, status: int) -> None:
    stage.sandbox.faults.add(Fault(FILE, status=status, code="-1, System.Exception"))
    got = seen(await copies(stage, ALEX))
    assert got.unread
    assert (got.unread.reading, got.unread.status) == (SharePointPicture, status)


@pytest.mark.parametrize("content", [b"", b"x" * (4 * 1024 * 1024 + 1)], ids=["nothing", "too much"])
async def test_what_is_no_photo_by_its_length_counts_as_unread(stage: Stage, content: bytes) -> None:
    kept = profile(stage, ALEX)
    kept.picture = tuple(replace(each, content=content) for each in kept.picture)
    got = seen(await copies(stage, ALEX))
    assert got.unread
    assert got.unread.code == "UnexpectedAnswer"


async def test_what_is_no_picture_has_no_verdict(stage: Stage) -> None:
    kept = profile(stage, ALEX)
    kept.picture = tuple(replace(each, content=b"<html>") for each in kept.picture)
    got = seen(await copies(stage, ALEX))
    assert (got.verdict, got.in_sharepoint, got.pictures) == (None, "", ())


async def test_the_photo_itself_is_read_beside_it(stage: Stage) -> None:
    got = await Reaching(stage, ALEX).read(Photo, PhotoCopies)
    assert isinstance(got[Photo], Photo)
    stage.sandbox.faults.add(Fault("graph.microsoft.com/v1.0/users/*/photo/$value", status=403))
    assert isinstance((await Reaching(stage, ALEX).read(PhotoCopies))[PhotoCopies], Unreadable)
