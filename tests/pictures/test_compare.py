"""Two files of one photo are the same, two people's never are, and what isn't clear isn't said."""

from collections.abc import Callable
from itertools import combinations, permutations

import pytest
from PIL import Image

from bot.pictures.compare import READ_AT, compare, compared
from bot.pictures.comparison import Comparison, NotCompared, Verdict
from bot.pictures.decode import decoded
from bot.pictures.fingerprint import Fingerprint, fingerprint_of
from bot.pictures.refusal import Refusal
from tests.pictures.faces import Backdrop, face
from tests.pictures.files import (
    cropped,
    file_of,
    from_a_telephone_held_upright,
    graphs,
    in_wide_gamut,
    of_two_pictures,
    sharepoints,
)
from tests.pictures.flat_pictures import blank, initials, round_initials, silhouette

PEOPLE = 12
"""Of each kind; `make bench` takes 300."""


def fingerprint(content: bytes) -> Fingerprint:
    picture = decoded(content, READ_AT)
    assert isinstance(picture, Image.Image)
    return fingerprint_of(picture)


def verdict(one: bytes, other: bytes) -> Verdict:
    comparison = compare(one, other)
    assert isinstance(comparison, Comparison)
    return comparison.verdict


@pytest.fixture(scope="module", params=["varied", "studio"])
def people(request: pytest.FixtureRequest) -> list[Image.Image]:
    backdrop: Backdrop = request.param
    return [face(seed, backdrop) for seed in range(PEOPLE)]


@pytest.mark.parametrize("side", [200, 72])
def test_sharepoints_copy_is_the_same_photo(people: list[Image.Image], side: int) -> None:
    assert {verdict(graphs(person), sharepoints(person, side)) for person in people} == {Verdict.SAME}


def test_the_smallest_copy_is_never_another_photo(people: list[Image.Image]) -> None:
    assert Verdict.DIFFERENT not in {verdict(graphs(person), sharepoints(person, 48)) for person in people}


@pytest.mark.parametrize("side", [200, 72, 48])
def test_no_two_people_are_the_same(people: list[Image.Image], side: int) -> None:
    here = [fingerprint(graphs(person)) for person in people]
    there = [fingerprint(sharepoints(person, side)) for person in people]
    verdicts = [compared(here[one], there[other]).verdict for one, other in permutations(range(PEOPLE), 2)]
    assert Verdict.SAME not in verdicts
    assert verdicts.count(Verdict.DIFFERENT) > 0.8 * len(verdicts)


def test_a_crop_is_never_another_photo(people: list[Image.Image]) -> None:
    verdicts = [verdict(graphs(person), sharepoints(cropped(person), 200)) for person in people]
    assert Verdict.DIFFERENT not in verdicts
    assert Verdict.UNSURE in verdicts


@pytest.mark.parametrize("telephone", [from_a_telephone_held_upright, of_two_pictures, in_wide_gamut])
def test_what_a_telephone_wrote_is_the_same_photo(
    people: list[Image.Image], telephone: Callable[[Image.Image], bytes]
) -> None:
    assert {verdict(telephone(person), sharepoints(person, 200)) for person in people} == {Verdict.SAME}


@pytest.mark.parametrize("picture", [initials("AV"), round_initials("AV"), silhouette(), blank()])
def test_flat_pictures_are_never_the_same(picture: Image.Image) -> None:
    comparison = compare(graphs(picture), sharepoints(picture, 200))
    assert isinstance(comparison, Comparison)
    assert (comparison.verdict, comparison.flat) == (Verdict.UNSURE, True)


@pytest.mark.parametrize("drawn", [initials, round_initials])
@pytest.mark.parametrize("side", [200, 72, 48])
def test_two_peoples_initials_are_never_the_same(drawn: Callable[[str], Image.Image], side: int) -> None:
    pairs = combinations(["AV", "AW", "OQ", "IL", "EF", "MN", "ÆØ"], 2)
    assert Verdict.SAME not in {verdict(graphs(drawn(one)), sharepoints(drawn(other), side)) for one, other in pairs}


def test_initials_instead_of_a_photo_are_another_picture() -> None:
    assert verdict(graphs(face(1, "varied")), sharepoints(initials("AV"), 200)) is Verdict.DIFFERENT


def test_a_photo_in_black_and_white_is_no_flat_picture(people: list[Image.Image]) -> None:
    greys = [person.convert("L") for person in people]
    assert {verdict(graphs(grey), sharepoints(grey, 200)) for grey in greys} == {Verdict.SAME}


def test_most_photos_before_a_glaring_wall_are_no_flat_pictures() -> None:
    glaring = [min(255, value * 255 // 200) for value in range(256)] * 3
    people = [face(seed, "studio").point(glaring) for seed in range(PEOPLE)]
    verdicts = [verdict(graphs(person), sharepoints(person, 200)) for person in people]
    assert Verdict.DIFFERENT not in verdicts
    assert verdicts.count(Verdict.SAME) > PEOPLE / 2


def test_it_says_which_of_the_two_cannot_be_looked_at() -> None:
    photo, nothing = graphs(face(1, "varied")), b""
    assert compare(photo, nothing) == NotCompared(None, Refusal.EMPTY)
    assert compare(b"<html>", photo) == NotCompared(Refusal.UNKNOWN_FORMAT, None)
    assert compare(b"<html>", nothing) == NotCompared(Refusal.UNKNOWN_FORMAT, Refusal.EMPTY)


def test_another_format_of_it_is_the_same_photo() -> None:
    person = face(2, "varied")
    assert verdict(file_of(person.resize((240, 240)), "PNG"), sharepoints(person, 200)) is Verdict.SAME
