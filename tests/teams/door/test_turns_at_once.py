"""Many turns: each message once, no more than there is room for, all finished before the end."""

import asyncio
from time import perf_counter
from typing import Any

import pytest
from botbuilder.core import TurnContext  # pyright: ignore[reportMissingTypeStubs]

from tests.teams.bot_framework import Rig


async def test_a_message_delivered_twice_runs_once(rig: Rig) -> None:
    for _ in range(3):
        assert await rig.post(rig.activity()) == (202, None)
    await asyncio.gather(*(rig.post(rig.activity(id="2")) for _ in range(20)))
    await rig.settled()

    assert [told.id for told in rig.told] == ["1700000000000", "2"]


async def test_the_same_id_elsewhere_or_later_is_another_message(rig: Rig) -> None:
    await rig.post(rig.activity())
    await rig.post(rig.activity(conversation={"id": "a:other", "conversationType": "personal"}))
    await rig.post(rig.activity(id=None))
    await rig.post(rig.activity(id=None))
    rig.clock.now += 600
    await rig.post(rig.activity())
    await rig.settled()

    assert len(rig.told) == 5


async def test_an_invoke_delivered_twice_is_answered_twice(rig: Rig) -> None:
    answers = [await rig.post(rig.invoke()) for _ in range(2)]

    assert answers[0] == answers[1] == (200, {"echo": {"a": [1, None, "æ"]}})


async def test_too_many_turns_are_put_off_not_lost(rig: Rig) -> None:
    rig.serve_with(rig.auth, max_turns=3)
    go_on = asyncio.Event()

    async def wait(context: TurnContext) -> None:
        await go_on.wait()

    rig.on_turn = wait
    answers = [(await rig.post(rig.activity(id=f"m{number}")))[0] for number in range(5)]
    assert answers == [202, 202, 202, 503, 503]
    headers = {"Authorization": rig.good_header()}
    async with rig.session.post(rig.url, json=rig.invoke(), headers=headers) as response:
        assert (response.status, response.headers["Retry-After"]) == (503, "2")

    go_on.set()
    await rig.settled()
    assert await rig.post(rig.activity(id="m3")) == (202, None), "Teams' next attempt is no duplicate"
    await rig.settled()
    assert [told.id for told in rig.told] == ["m0", "m1", "m2", "m3"]


async def test_two_hundred_turns_run_at_the_same_time(rig: Rig) -> None:
    """The SDK sends from a pool of a few threads; here all two hundred answers are on their way together."""
    rig.connector.gate.clear()
    rig.connector.crowd = 200

    answers = await asyncio.gather(*(rig.post(rig.activity(id=f"m{number}")) for number in range(200)))
    await asyncio.wait_for(rig.connector.gathered.wait(), 5)
    rig.connector.gate.set()
    await rig.settled()

    assert {status for status, _ in answers} == {202}
    assert len(rig.connector.sent) == 200


async def test_draining_finishes_what_was_begun_and_takes_no_more(rig: Rig) -> None:
    async def slow(context: TurnContext) -> None:
        await asyncio.sleep(0.1)
        await context.send_activity("done")

    rig.on_turn = slow
    for number in range(10):
        await rig.post(rig.activity(id=f"m{number}"))
    draining = asyncio.create_task(rig.adapter.drain(5))
    await asyncio.sleep(0)

    assert (await rig.post(rig.activity(id="late")))[0] == 503
    await draining
    assert len(rig.connector.sent) == 10


async def test_draining_does_not_wait_for_ever(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    async def endless(context: TurnContext) -> None:
        await asyncio.sleep(3600)

    rig.on_turn = endless
    await rig.post(rig.activity())
    await rig.adapter.drain(0.01)

    assert "1 turns were cut off" in caplog.text


async def test_a_begun_invoke_survives_the_callers_impatience(rig: Rig) -> None:
    finished: list[str] = []

    async def slow(context: TurnContext) -> None:
        await asyncio.sleep(0.05)
        finished.append("done")

    rig.on_turn = slow
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(rig.post(rig.invoke()), 0.02)
    await rig.settled()

    assert finished == ["done"]


async def test_the_event_loop_is_not_held_up(rig: Rig) -> None:
    """No blocking HTTP, no thread pool: a ticking task keeps ticking while a hundred turns run."""
    longest = 0.0

    async def tick() -> None:
        nonlocal longest
        while True:
            start = perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, perf_counter() - start)

    ticking = asyncio.create_task(tick())
    for number in range(100):
        await rig.post(rig.activity(id=f"m{number}"))
    await rig.settled()
    ticking.cancel()

    assert longest < 0.25, "the SDK's token request alone holds the loop for longer"
    loop: Any = asyncio.get_running_loop()
    assert loop._default_executor is None
