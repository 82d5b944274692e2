"""Pictures are small, are there, say what they show, and are shown only where the verdict is about it."""

import struct
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.model import Report, Severity
from bot.texts import LANGUAGES, Voice
from cards import kit
from cards.kit.pictures import DRAWN, address
from cards.pictures.steps import STEPS
from cards.report.answer import answer
from cards.report.header import ICONS
from cards.report.picture import CHAINS
from tests.cards import reports
from tests.cards.reports import NOW
from tests.cards.samples import DANISH, ENGLISH, nonces
from tests.cards.walk import typed

LARGEST = 4_500
"""Bytes: three quarters of that many characters more on a card."""
ADDRESSES = {address(file.stem): file.stem for file in DRAWN.glob("*.png")}
CHUNKS = ("IHDR", "PLTE", "tRNS", "IDAT", "IEND")


def named() -> Iterator[str]:
    """Every picture a card can ask for."""
    yield from {drawn for drawn, _said in ICONS.values()} | {drawn for drawn, _said in CHAINS.values()}
    yield from (f"{name}-{language}" for name in STEPS for language in LANGUAGES)


def shown(report: Report, voice: Voice = ENGLISH) -> list[str]:
    """The pictures under the verdict, by name."""
    pictures = [each for each in typed(answer(report, NOW, voice, nonces()).wire()) if each["type"] == "Image"]
    assert all(each["altText"].strip() for each in pictures)
    return [ADDRESSES[each["url"]] for each in pictures][1:]


def test_there_is_a_file_for_every_picture_and_no_other() -> None:
    assert sorted(named()) == sorted(ADDRESSES.values())


@pytest.mark.parametrize("name", sorted(named()))
def test_a_picture_is_a_small_png_with_a_ground_that_follows_the_theme(name: str) -> None:
    data = (DRAWN / f"{name}.png").read_bytes()
    assert len(data) <= LARGEST
    chunks = [data[at : at + 4].decode() for at in places_of_chunks(data)]
    assert chunks == list(CHUNKS)
    width, height = struct.unpack(">II", data[16:24])
    assert (width, height) == (64, 64) or (width == 600 and height <= 170)
    assert 0 in data[data.index(b"tRNS") + 4 :][:32], "nothing of it can be seen through"
    assert b64decode(address(name).partition(",")[2]) == data


def places_of_chunks(data: bytes) -> Iterator[int]:
    """Where their names stand."""
    at = 8
    while at < len(data):
        yield at + 4
        at += 12 + int.from_bytes(data[at : at + 4])


def test_the_chain_is_broken_where_it_is_broken() -> None:
    assert shown(reports.ON_PREMISES) == ["chain-locked"]
    assert shown(reports.ON_ITS_WAY) == ["chain-moving"]
    assert shown(reports.GOES_BACK) == ["chain-moving"]
    assert shown(reports.LEFT) == ["chain-cut"]
    assert shown(reports.SYNC_STOPPED) == ["chain-cut"]


def test_the_steps_of_activating_a_role_are_in_the_readers_language() -> None:
    assert shown(reports.ASLEEP, ENGLISH) == ["role-en"]
    assert shown(reports.ASLEEP, DANISH) == ["role-da"]


def test_nothing_is_drawn_where_the_verdict_is_about_something_else() -> None:
    for report in (reports.NOT_OWNER, reports.SYNC_RUNS, reports.RISK_ONLY, reports.SEVERAL, reports.WHO_OWNS_IT):
        assert shown(report) == []
    found = {id: replace(each, severity=Severity.RISK) for id, each in reports.SYNC_STOPPED.findings.items()}
    assert shown(replace(reports.SYNC_STOPPED, findings=found)) == [], "late isn't stopped"


def test_a_picture_that_says_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="alt_text"):
        kit.drawing("group", "", ENGLISH)
