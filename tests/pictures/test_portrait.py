"""What is written anew is square, in a screen's colours, and holds nothing but pixels."""

from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat
from PIL.ExifTags import IFD, Base

from bot.pictures.portrait import data_uri, portrait
from bot.pictures.refusal import Refusal
from tests.pictures.faces import SIDE, face
from tests.pictures.files import display_p3, file_of, in_wide_gamut
from tests.pictures.flat_pictures import initials

PERSON = face(5, "varied")
SECRETS = [b"55.6761 north", b"taken at home", b"maker's note", b"small copy", b"xpacket", b"ICC_PROFILE", b"Exif"]


def with_all_a_camera_writes() -> bytes:
    exif = Image.Exif()
    exif[Base.ImageDescription] = SECRETS[0].decode()
    exif.get_ifd(IFD.Exif)[Base.MakerNote] = SECRETS[2] + SECRETS[3]
    exif.get_ifd(IFD.GPSInfo)[1] = "N"
    xmp = b"<?xpacket begin=''?>"
    return file_of(PERSON, exif=exif, comment=SECRETS[1], icc_profile=display_p3(), xmp=xmp)


def opened(content: bytes | Refusal) -> Image.Image:
    assert isinstance(content, bytes)
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


def test_nothing_but_pixels_comes_along() -> None:
    before, after = with_all_a_camera_writes(), portrait(with_all_a_camera_writes())
    assert isinstance(after, bytes)
    assert [secret for secret in SECRETS if secret not in before] == []
    assert [secret for secret in SECRETS if secret in after] == []
    assert opened(after).getexif() == {}


@pytest.mark.parametrize("size", [(648, 648), (48, 48), (240, 300), (1300, 700), (2000, 2600)])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_it_is_as_large_as_graph_keeps_it(size: tuple[int, int], kind: str) -> None:
    after = opened(portrait(file_of(PERSON.resize(size), kind)))
    assert (after.format, after.size, after.mode) == ("JPEG", (648, 648), "RGB")


def test_it_still_looks_like_the_person() -> None:
    after = opened(portrait(in_wide_gamut(PERSON)))
    assert max(ImageStat.Stat(ImageChops.difference(after, PERSON)).mean) < 6
    assert after.size == (SIDE, SIDE)


def test_what_is_refused_is_refused() -> None:
    assert portrait(b"") is Refusal.EMPTY
    assert data_uri(b"", 9000) is Refusal.EMPTY


@pytest.mark.parametrize("most", [2000, 4000, 8000])
def test_on_a_card_it_keeps_within_what_there_is_room_for(most: int) -> None:
    address = data_uri(file_of(PERSON), most)
    assert isinstance(address, str)
    head, _, body = address.partition(",")
    assert head == "data:image/jpeg;base64"
    assert most / 3 < len(address) <= most
    assert opened(b64decode(body, validate=True)).width in {48, 72, 96, 120}


def test_more_room_is_a_better_picture() -> None:
    plain = data_uri(file_of(initials("AV")), 12_000)
    assert isinstance(plain, str)
    assert opened(b64decode(plain.partition(",")[2])).width == 120


def test_without_any_room_there_is_no_picture() -> None:
    assert data_uri(file_of(PERSON), 300) is Refusal.NO_ROOM
