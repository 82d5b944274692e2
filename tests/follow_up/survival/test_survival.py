"""Processes are killed at their work, and everybody is told, nobody twice. The whole of it takes minutes."""

from collections.abc import Iterator

import pytest

from bot.follow_up_loop import AT_ONCE
from tests.follow_up.survival.ordeal import Ordeal, Survived
from tests.postgresql import Server, migrate, postgresql

QUICK = Ordeal(jobs=40, processes=2, kills=2, asks=True)
WHOLE = Ordeal(jobs=400, processes=3, kills=8, asks=True)
WHOLE_AS_IN_TEAMS = Ordeal(jobs=400, processes=3, kills=8, asks=False)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with postgresql() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, url: str) -> str:
    server: Server | None = request.getfixturevalue("server") if request.param == "postgresql" else None
    return server.new() if server else url


async def survived(ordeal: Ordeal, url: str) -> Survived:
    await migrate(url)
    return await ordeal.on(url)


def all_told_once(ordeal: Ordeal, came_of_it: Survived) -> bool:
    return (came_of_it.told, came_of_it.twice, came_of_it.ended) == (ordeal.jobs, 0, ordeal.jobs)


async def test_everybody_is_told_once_though_processes_are_killed(url: str) -> None:
    came_of_it = await survived(QUICK, url)
    assert all_told_once(QUICK, came_of_it), came_of_it


@pytest.mark.whole
async def test_four_hundred_are_told_by_three_processes_of_which_eight_are_killed(either: str) -> None:
    came_of_it = await survived(WHOLE, either)
    assert all_told_once(WHOLE, came_of_it), came_of_it


@pytest.mark.whole
async def test_where_nobody_can_be_asked_nobody_is_told_twice_and_few_are_not_told(either: str) -> None:
    came_of_it = await survived(WHOLE_AS_IN_TEAMS, either)
    assert (came_of_it.twice, came_of_it.ended) == (0, 400), came_of_it
    assert 400 - came_of_it.told <= came_of_it.unconfirmed <= came_of_it.kills * AT_ONCE, came_of_it
