"""A process that starts settles what dead ones left behind, and nothing that another has under way."""

from datetime import timedelta

from bot.remedy import Outcome
from bot.store.actions_under_way import LEASE
from tests.housekeeping.house import House, house
from tests.store.intents import intent

MINUTE = timedelta(minutes=1)


async def outcomes(home: House) -> list[Outcome | None]:
    return [action.outcome for action in await home.kept.trail.history("tenant")]


async def test_a_replica_that_starts_while_twenty_actions_are_under_way_settles_none(url: str, home: House) -> None:
    actions = [await home.kept.trail.begin(intent()) for _ in range(20)]
    async with house(url, home.chats, home.clock) as starting:
        for _ in range(10):
            await starting.passes(MINUTE)
            await home.kept.trail._under_way.renew()  # pyright: ignore[reportPrivateUsage] - as it does by itself
        assert await outcomes(starting) == [None] * 20
        for action in actions:
            await home.kept.trail.settle(action, Outcome.DONE, home.clock.now(), None, None)
        await starting.passes(timedelta(days=1))
        assert await outcomes(starting) == [Outcome.DONE] * 20


async def test_what_a_dead_process_left_is_settled_within_minutes(url: str, home: House) -> None:
    async with house(url, home.chats, home.clock) as dies:
        await dies.kept.trail.begin(intent())
    await home.passes(LEASE)
    assert await outcomes(home) == [None]
    await home.passes(MINUTE)
    await home.passes(MINUTE)
    assert await outcomes(home) == [Outcome.UNKNOWN]


async def test_starting_again_does_not_set_the_chores_going_twice(url: str, home: House) -> None:
    await home.follow_ups.run_due()
    async with house(url, home.chats, home.clock) as again:
        assert await again.kept.follow_ups.claim(["prune", "settle_cut_off_actions"], home.clock.now(), 10) == ()
