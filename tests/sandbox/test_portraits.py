"""The drawn portraits, and telling a picture's size from its bytes."""

from typing import get_args

import pytest

from bot.sandbox.portraits import PORTRAITS, Portrait, picture_in, portrait

NAMES: tuple[Portrait, ...] = get_args(Portrait)


def test_every_portrait_is_drawn_and_no_other() -> None:
    assert {folder.name for folder in PORTRAITS.iterdir() if folder.is_dir()} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_portrait_has_graphs_small_sizes(name: Portrait) -> None:
    sizes = [(picture.width, picture.height) for picture in portrait(name)]
    assert sizes == [(48, 48), (64, 64), (96, 96), (120, 120), (240, 240)]
    assert {picture.content_type for picture in portrait(name)} == {"image/jpeg"}
    assert max(len(picture.content) for picture in portrait(name)) <= 6 * 1024


def test_no_two_pictures_are_the_same() -> None:
    etags = [picture.etag for name in NAMES for picture in portrait(name)]
    assert len(set(etags)) == len(etags)


@pytest.mark.parametrize("content", [b"", b"\xff\xd8", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8" + b"\xff\xc0" * 2])
def test_what_is_no_picture(content: bytes) -> None:
    assert picture_in(content) is None


def test_a_picture_cut_short_before_its_size() -> None:
    whole = portrait("amber")[0].content
    assert picture_in(whole[:150]) is None
    assert picture_in(whole) == portrait("amber")[0]
