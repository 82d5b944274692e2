"""An endpoint that keeps failing is left alone for a minute."""

from bot.second_opinion import SecondOpinion
from tests.second_opinion.conftest import SAID, Endpoint, Seconds, saying

TEXT = "hvem kan rette noget i Marketing DK, jeg må ikke"


async def test_after_three_failures_it_is_left_alone_for_a_minute(
    azure: SecondOpinion, endpoint: Endpoint, clock: Seconds
) -> None:
    good, bad = endpoint.answering, saying(SAID, 500)
    for answering in (bad, bad, good, bad, bad):
        endpoint.answering = answering
        await azure.ask(TEXT)
    endpoint.answering = good
    assert await azure.ask(TEXT) is not None, "never three in a row"
    endpoint.answering = bad
    assert [await azure.ask(TEXT) for _ in range(10)] == [None] * 10
    assert len(endpoint.asked) == 6 + 3
    endpoint.answering = good
    clock.now += 59.9
    assert await azure.ask(TEXT) is None
    assert len(endpoint.asked) == 9
    clock.now += 0.1
    assert await azure.ask(TEXT) is not None


async def test_one_failure_after_a_pause_begins_the_next(
    azure: SecondOpinion, endpoint: Endpoint, clock: Seconds
) -> None:
    endpoint.answering = saying("nonsense")
    for _ in range(3):
        await azure.ask(TEXT)
    clock.now += 60
    await azure.ask(TEXT)
    endpoint.answering = saying(SAID)
    assert await azure.ask(TEXT) is None
    assert len(endpoint.asked) == 4
    clock.now += 60
    assert await azure.ask(TEXT) is not None
