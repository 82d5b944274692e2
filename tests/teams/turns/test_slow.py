"""When Microsoft takes its time: a card says so, and the answer takes its place."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from bot.cli.company import Running
from bot.sandbox.faults import Fault
from bot.sandbox.teams_client.cards import find_action
from bot.sandbox.teams_client.view import Item
from tests.company import Chatting, contoso, text
from tests.conversation.watching import act, card_in, data_of, heading, writes

LOOKING = "I'm looking …"
BATCH = "graph.microsoft.com/v1.0/$batch"


@pytest.fixture
async def running(monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Running]:
    """A bot that loses its patience after a tenth of a second."""
    monkeypatch.setattr("bot.teams.messages.TYPING_AFTER", 0.05)
    monkeypatch.setattr("bot.teams.messages.PROGRESS_AFTER", 0.1)
    monkeypatch.setattr("bot.teams.card_actions.IN_TIME", 0.1)
    async with contoso() as running:
        yield running


def slow(running: Running, seconds: float = 0.4) -> None:
    """Graph's next answer takes this long."""
    running.sandbox.faults.add(Fault(BATCH, latency_seconds=seconds))


async def shown(chat: Chatting, words: str) -> Item:
    """The newest card, as soon as it says this."""
    for _ in range(200):
        if chat.cards() and words in text(chat.last()):
            return chat.last()
        await asyncio.sleep(0.01)
    raise AssertionError(f"never said: {words}")


async def test_only_what_takes_a_moment_is_announced(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.teams.messages.TYPING_AFTER", 5.0)
    monkeypatch.setattr("bot.teams.messages.PROGRESS_AFTER", 10.0)
    adele = Chatting(running, "adele@contoso.com")
    await adele.say("Why can't I edit Sales?")
    seen = adele.client.view.subscribe()
    await adele.say("Why can't I edit Sales?")
    assert [seen.get_nowait().kind for _ in range(seen.qsize())] == ["shown", "shown"]
    monkeypatch.setattr("bot.teams.messages.TYPING_AFTER", 0.05)
    slow(running)
    await adele.say("Why can't I edit Sales?")
    assert [seen.get_nowait().kind for _ in range(seen.qsize())] == ["shown", "typing", "shown"]


async def test_a_slow_answer_takes_the_place_of_the_progress(running: Running) -> None:
    adele = Chatting(running, "adele@contoso.com", "da-DK")
    await adele.say("Why can't I edit Sales?")
    slow(running)
    await adele.client.send("Why can't I edit Marketing DK?")
    progress = await shown(adele, LOOKING)
    await running.settled(adele.client)
    assert "managed in Active Directory" in heading(adele.client.view.item(progress.id))
    assert not [item for item in adele.cards() if LOOKING in text(item)]


async def test_a_slow_failure_takes_the_progress_away(running: Running) -> None:
    adele = Chatting(running, "adele@contoso.com")
    await adele.say("Why can't I edit Sales?")
    running.sandbox.faults.add(Fault(BATCH, latency_seconds=0.4, status=503))
    await adele.say("Why can't I edit Marketing DK?")
    assert heading(adele.last()) == "Microsoft didn't answer."
    assert not [item for item in adele.cards() if LOOKING in text(item)]


async def test_progress_that_can_not_be_shown_costs_no_answer(running: Running) -> None:
    adele = Chatting(running, "adele@contoso.com")
    await adele.say("Why can't I edit Sales?")
    slow(running)
    activities = "smba.trafficmanager.net/emea/v3/conversations/*/activities"
    # The typing indicator and the progress go wrong, the answer gets through.
    running.sandbox.faults.add(Fault(activities, "POST", times=2, status=400))
    assert "managed in Active Directory" in heading(await adele.say("Why can't I edit Marketing DK?"))


async def test_progress_that_can_not_be_replaced_is_followed_by_the_answer(running: Running) -> None:
    adele = Chatting(running, "adele@contoso.com")
    await adele.say("Why can't I edit Sales?")
    slow(running)
    running.sandbox.faults.add(Fault("smba.trafficmanager.net/emea/v3/**", "PUT", status=404))
    assert "managed in Active Directory" in heading(await adele.say("Why can't I edit Marketing DK?"))


async def test_a_slow_press_is_answered_in_time_and_done_later(running: Running) -> None:
    adele = Chatting(running, "adele@contoso.com", "da-DK")
    item = await adele.say("Why can't I edit Kampagne 2025?")
    slow(running)
    action = find_action(item.card or {}, "Restore the group")
    await adele.client.perform(item.id, action, {})
    assert LOOKING in text(adele.client.view.item(item.id))
    await running.settled(adele.client)
    assert heading(adele.client.view.item(item.id)) == "It worked: I looked again, and it shows."
    assert len(writes(running)) == 1


async def test_a_slow_press_that_fails_says_so(running: Running) -> None:
    adele = Chatting(running, "adele@contoso.com")
    item = await adele.say("Why can't I edit Kampagne 2025?")
    running.sandbox.faults.add(Fault(BATCH, latency_seconds=0.4, status=503))
    await adele.press("Restore the group")
    assert heading(adele.client.view.item(item.id)) == "Microsoft didn't answer."
    assert writes(running) == []


async def test_a_slow_press_that_needs_a_sign_in_is_done_after_it(running: Running) -> None:
    adele = Chatting(running, "adele@contoso.com")
    answer = await adele.say("Why can't I edit Projekt Nord?")
    running.sandbox.faults.add(Fault(BATCH, latency_seconds=0.4, status=401))
    data = data_of(answer, "Open the team again")
    assert LOOKING in str(card_in(await act(adele, "offer", data, on=answer)))
    waiting = adele.last()
    assert waiting.sign_in
    assert writes(running) == []
    await adele.client.sign_in(waiting.id)
    await running.settled(adele.client)
    assert heading(adele.client.view.item(answer.id)) == "Microsoft has accepted it, but it doesn't show yet."
    assert len(writes(running)) == 1


async def test_a_slow_press_where_others_read_along_is_answered_to_the_presser(running: Running) -> None:
    adele, lee = Chatting(running, "adele@contoso.com"), Chatting(running, "lee@contoso.com")
    place = next(place for place in adele.client.places() if place.kind == "groupChat")
    await adele.say("Why can't I edit Salg Danmark?", place.id, mention=True)
    await lee.say("Why can't I edit Sales?")
    slow(running)
    await lee.press("Show what I see", place.id)
    await running.settled(lee.client)
    assert lee.last(place.id).targeted
    assert heading(lee.last(place.id)).startswith("You neither own Salg Danmark")
    await running.settled(adele.client)
    assert "You neither own" not in str([item.card for item in adele.client.items(place.id)])
