"""Pictures off the event loop: few at once, nobody waits for ever, and nothing is loaded before it is needed."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator

import pytest

from bot.pictures import darkroom
from bot.pictures.comparison import Comparison, NotCompared, Verdict
from bot.pictures.darkroom import IN_HAND, Darkroom
from bot.pictures.refusal import Refusal
from tests.pictures.faces import face
from tests.pictures.files import file_of, graphs, sharepoints

PERSON = face(3, "varied")


@pytest.fixture
def room() -> Iterator[Darkroom]:
    room = Darkroom()
    yield room
    room.close()


async def test_it_does_what_is_done_with_pictures(room: Darkroom) -> None:
    comparison = await room.compare(graphs(PERSON), sharepoints(PERSON, 200))
    assert isinstance(comparison, Comparison)
    assert comparison.verdict is Verdict.SAME
    assert isinstance(await room.portrait(graphs(PERSON)), bytes)
    assert isinstance(await room.data_uri(graphs(PERSON), 5000), str)


async def test_who_comes_when_it_is_full_is_told_so_and_may_come_back(room: Darkroom) -> None:
    large = file_of(PERSON.resize((3000, 3000)))
    answers = await asyncio.gather(*(room.portrait(large) for _ in range(IN_HAND * 2)))
    assert Refusal.BUSY in answers
    assert sum(isinstance(answer, bytes) for answer in answers) >= IN_HAND
    assert isinstance(await room.portrait(large), bytes)


async def test_nobody_waits_longer_than_anybody_would(room: Darkroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(darkroom, "PATIENCE_SECONDS", 0)
    assert await room.portrait(graphs(PERSON)) is Refusal.TOO_SLOW
    assert await room.compare(graphs(PERSON), b"") == NotCompared(Refusal.TOO_SLOW, Refusal.TOO_SLOW)


async def test_a_place_that_nobody_waits_at_is_free_again(room: Darkroom, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as hurried:
        hurried.setattr(darkroom, "PATIENCE_SECONDS", 0)
        for _ in range(IN_HAND * 3):
            await room.portrait(b"")
            await asyncio.sleep(0)
    while (answer := await room.portrait(b"")) is Refusal.BUSY:  # noqa: ASYNC110 - a free place tells nobody
        await asyncio.sleep(0.01)
    assert answer is Refusal.EMPTY


def test_pillow_is_not_loaded_before_a_picture_comes() -> None:
    code = "import sys, bot.cli.serve, bot.pictures.darkroom as d; d.Darkroom(); print('PIL' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert told.stdout.strip() == "False"
