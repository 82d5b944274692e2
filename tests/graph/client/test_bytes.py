"""A reading that is bytes: part of the batch, whole or not at all."""

import base64

import pytest

from bot.graph.batch import Answer
from bot.graph.client import Traffic
from bot.graph.media import LARGEST, media
from bot.reading import Ids, Plan, Unreadable
from bot.readings.user import Photo, PhotoContent
from bot.sandbox.faults import Fault
from tests.graph.client.stage import Stage

ALEX, LEE = "alex@contoso.com", "lee@contoso.com"
VALUE = "graph.microsoft.com/v1.0/users/*/photo/$value"


async def content(stage: Stage, of: str, traffic: Traffic | None = None) -> tuple[object, object]:
    me = stage.person(ALEX)
    plan = Plan((Photo, PhotoContent), Ids(stage.person(of), me, me))
    (got,) = await stage.client(ALEX, traffic).read([plan])
    return got[Photo], got[PhotoContent]


async def test_the_photo_comes_with_its_etag_in_the_same_batch(stage: Stage) -> None:
    traffic = Traffic()
    photo, picture = await content(stage, ALEX, traffic)
    assert isinstance(photo, Photo)
    assert isinstance(picture, PhotoContent)
    assert picture.content == stage.sandbox.world.photos[stage.person(ALEX)][-1].content
    assert (picture.content_type, picture.etag) == ("image/jpeg", photo.media_etag)
    assert picture.etag
    assert traffic == Traffic(requests=1, round_trips=1, batch_parts=2)


async def test_no_photo_is_not_there(stage: Stage) -> None:
    _photo, picture = await content(stage, LEE)
    assert isinstance(picture, Unreadable)
    assert (picture.status, picture.code) == (404, "ImageNotFound")


async def test_a_refused_part_leaves_the_others(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(VALUE, status=403))
    photo, picture = await content(stage, ALEX)
    assert isinstance(photo, Photo)
    assert isinstance(picture, Unreadable)
    assert picture.status == 403


@pytest.mark.parametrize("body", [None, {}, "no base64!", "a", base64.b64encode(bytes(LARGEST + 3)).decode()])
def test_what_is_no_picture_or_too_much_of_one_is_not_read(body: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever the reason, it counts as not read
        media(Answer(id="1", status=200, body=body))


def test_headers_are_found_whatever_their_case() -> None:
    found = media(Answer(id="1", status=200, headers={"CONTENT-TYPE": "image/png", "etag": '"1"'}, body="AAAA"))
    assert found == {"content": bytes(3), "content_type": "image/png", "etag": '"1"'}
