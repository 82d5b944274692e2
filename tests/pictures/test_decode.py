"""Whatever somebody sends, or a server answers with: a picture, or a plain value that says why not."""

import logging
from collections.abc import Callable
from zlib import compress, crc32

import pytest
from PIL import Image, ImageChops, ImageStat

from bot.pictures.decode import MOST_BYTES, MOST_SCANS, decoded
from bot.pictures.refusal import Refusal
from tests.pictures.faces import face
from tests.pictures.files import (
    file_of,
    from_a_telephone_held_upright,
    in_wide_gamut,
    of_two_pictures,
    without,
)

PERSON = face(7, "varied").resize((240, 240))
SIDE = 240
APP2 = 0xE2
"""Where the profile is."""
START_OF_SCAN = b"\xff\xda"
ISO_BOX = b"\0\0\0\x18ftyp"


def picture(content: bytes, side: int = SIDE) -> Image.Image:
    it = decoded(content, side)
    assert isinstance(it, Image.Image)
    assert it.mode == "RGB"
    assert it.width == it.height
    return it


def apart(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures of one size, from 0 to 255."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


FILES: dict[str, Callable[[], bytes]] = {
    "JPEG": lambda: file_of(PERSON),
    "progressive JPEG": lambda: file_of(PERSON, progressive=True),
    "PNG": lambda: file_of(PERSON, "PNG"),
    "PNG with alpha": lambda: file_of(PERSON.convert("RGBA"), "PNG"),
    "GIF": lambda: file_of(PERSON.quantize(256), "GIF"),
    "Adobe's inverted CMYK": lambda: file_of(PERSON.convert("CMYK")),
    "EXIF-turned": lambda: from_a_telephone_held_upright(PERSON),
    "MPO": lambda: of_two_pictures(PERSON),
    "wide gamut": lambda: in_wide_gamut(PERSON),
}


@pytest.mark.parametrize("kind", FILES)
def test_it_is_seen_as_it_was_meant(kind: str) -> None:
    assert apart(picture(FILES[kind]()), PERSON) < 5


def test_wide_gamut_is_not_taken_for_a_screens() -> None:
    """Otherwise the test above would say nothing: the pixels in the file are others."""
    assert apart(picture(without(in_wide_gamut(PERSON), APP2)), PERSON) > 5


def test_a_picture_in_four_inks_says_adobe_when_it_is_inverted() -> None:
    assert b"Adobe" in file_of(PERSON.convert("CMYK"))


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", Refusal.EMPTY),
        (b"<html>Sign in</html>", Refusal.UNKNOWN_FORMAT),
        (b"\0" * 1000, Refusal.UNKNOWN_FORMAT),
        (b"\xff\xd8\xff", Refusal.BROKEN),
        (b"\x89PNG\r\n\x1a\n", Refusal.BROKEN),
        (b"GIF89a", Refusal.BROKEN),
        (ISO_BOX + b"heic" + b"\0" * 100, Refusal.HEIC),
        (ISO_BOX + b"mif1" + b"\0" * 100, Refusal.HEIC),
        (ISO_BOX + b"isom" + b"\0" * 100, Refusal.UNKNOWN_FORMAT),
        (b"\xff\xd8\xff" + b"\0" * MOST_BYTES, Refusal.TOO_MANY_BYTES),
    ],
)
def test_what_is_no_picture(content: bytes, refusal: Refusal) -> None:
    assert decoded(content, SIDE) is refusal


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF"])
def test_one_cut_short_anywhere_is_broken(kind: str) -> None:
    whole = file_of(PERSON, kind)
    cuts = [decoded(whole[:at], SIDE) for at in range(12, len(whole) - 200, len(whole) // 25)]
    assert set(cuts) == {Refusal.BROKEN}


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_bytes_that_fell_over_never_raise(kind: str) -> None:
    whole = bytearray(file_of(PERSON, kind))
    for at in range(2, 700):
        fallen = bytearray(whole)
        fallen[at] ^= 0xFF
        assert isinstance(decoded(bytes(fallen), SIDE), Image.Image | Refusal)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF"])
@pytest.mark.parametrize("size", [(1, 1), (47, 240), (240, 47)])
def test_smaller_than_any_photo(kind: str, size: tuple[int, int]) -> None:
    assert decoded(file_of(Image.new("RGB", size), kind), SIDE) is Refusal.TOO_SMALL


def test_of_an_animation_the_first_picture() -> None:
    blue = Image.new("RGB", PERSON.size, "blue")
    for kind in ("GIF", "PNG"):
        moving = file_of(PERSON.quantize(256).convert("RGB"), kind, save_all=True, append_images=[blue])
        assert apart(picture(moving), PERSON) < 8


def test_an_oblong_loses_its_ends() -> None:
    wide = Image.new("RGB", (400, 240), "blue")
    wide.paste(PERSON, (80, 0))
    assert apart(picture(file_of(wide, "PNG")), PERSON) == 0


def test_a_jpeg_is_made_smaller_while_it_is_read() -> None:
    assert picture(file_of(PERSON), 50).size == (60, 60)


def test_what_can_be_seen_through_is_white() -> None:
    assert picture(file_of(Image.new("RGBA", (60, 60), (255, 0, 0, 0)), "PNG")).getpixel((9, 9)) == (255, 255, 255)


def test_grey_of_sixteen_bits_is_not_white() -> None:
    grey = Image.frombytes("I;16", (60, 60), (30_000).to_bytes(2, "little") * 3600)
    assert picture(file_of(grey, "PNG")).getpixel((9, 9)) == (117, 117, 117)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_a_broken_profile_or_exif_leaves_the_picture() -> None:
    assert apart(picture(file_of(PERSON, icc_profile=b"no profile" * 30)), PERSON) < 5
    assert apart(picture(file_of(PERSON, exif=b"Exif\0\0MM\0*\xff\xff\xff\xff" + b"\0" * 40)), PERSON) < 5


def test_a_small_picture_gone_through_too_often_is_refused() -> None:
    """Each further scan of a progressive JPEG takes a few bytes of the file and a walk through the whole picture."""
    whole = file_of(PERSON, progressive=True)
    last = whole[whole.rindex(START_OF_SCAN) : -2]
    assert isinstance(decoded(whole, SIDE), Image.Image)
    assert decoded(whole[:-2] + last * MOST_SCANS + whole[-2:], SIDE) is Refusal.BROKEN


def test_text_in_a_png_is_not_unpacked_without_end() -> None:
    text = b"Comment\0\0" + compress(b" " * 1_000_000)
    chunk = len(text).to_bytes(4, "big") + b"zTXt" + text + crc32(b"zTXt" + text).to_bytes(4, "big")
    whole = file_of(PERSON, "PNG")
    assert isinstance(decoded(whole[:33] + chunk + whole[33:], SIDE), Image.Image)
    assert decoded(whole[:33] + chunk * 3 + whole[33:], SIDE) is Refusal.BROKEN


def test_what_exif_says_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    assert decoded(from_a_telephone_held_upright(PERSON), SIDE)
    assert caplog.records == []
