"""What stands in the chat when it is opened again: the answer to a press, not the button that was pressed."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from bot.cli.company import Running
from bot.sandbox.faults import Fault
from bot.sandbox.teams_client.cards import ADAPTIVE_CARD, content
from tests.company import Chatting, contoso, text, titles
from tests.conversation.watching import act, card_in, data_of, heading, writes


@pytest.fixture
async def running() -> AsyncGenerator[Running]:
    async with contoso() as running:
        yield running


def stored(chat: Chatting, activity: str) -> str:
    """The card that Teams keeps for this message, as JSON."""
    place = chat.client.places()[0]
    event = chat.running.sandbox.connector.board.find(place, activity)
    assert event
    return str(content(event.activity, ADAPTIVE_CARD))


async def test_cancel_and_check_again_change_what_is_stored(running: Running) -> None:
    gitte = Chatting(running, "gitte@contoso.com")
    item = await gitte.say("Why can't I edit Salg Danmark?")
    await gitte.press("Make owner…")
    assert "'title': 'Make owner'," in stored(gitte, item.id)
    await gitte.press("Cancel")
    assert "'verb': 'confirm'" not in stored(gitte, item.id)
    await gitte.press("Make owner…")
    await gitte.press("Make owner")
    assert "'verb': 'undo'" in stored(gitte, item.id)
    await gitte.press("Check again")
    assert "'verb': 'undo'" not in stored(gitte, item.id)
    assert "Nothing stops you" in stored(gitte, item.id)


async def test_a_button_that_can_not_be_used_leaves_the_card(running: Running) -> None:
    gitte = Chatting(running, "gitte@contoso.com")
    item = await gitte.say("Why can't I edit Salg Danmark?")
    before = stored(gitte, item.id)
    assert "can't use that button" in str(card_in(await act(gitte, "offer", {"x": 1}, on=item)))
    assert stored(gitte, item.id) == before


@pytest.mark.parametrize("verb", ["offer", "confirm", "undo", "grant", "decline", "retry", "meant", "pick", "x"])
async def test_a_client_that_only_looks_changes_nothing(running: Running, verb: str) -> None:
    adele = Chatting(running, "adele@contoso.com")
    item = await adele.say("Why can't I edit Kampagne 2025?")
    data = data_of(item, "Restore the group")
    answer = await act(adele, verb, data, on=item, trigger="automatic")
    assert (answer.status, answer.body["statusCode"]) == (200, 400)
    assert writes(running) == []
    for trigger in ("manual", None, 7):
        again = data_of(item, "Check again")
        assert card_in(await act(adele, "again", again, on=item, trigger=trigger))
    assert card_in(await act(adele, "again", data_of(item, "Check again"), on=item, trigger="automatic"))


async def test_a_slow_undo_where_others_read_along_leaves_nothing_hanging(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.teams.card_actions.IN_TIME", 0.1)
    gitte = Chatting(running, "gitte@contoso.com")
    adele = running.sandbox.client("adele@contoso.com")
    place = next(place for place in adele.places() if place.kind == "channel")
    running.sandbox.world.members[place.team or ""].append(gitte.client.user)
    await gitte.say("Why can't I edit Salg Danmark?")
    await gitte.say("Why can't I edit Salg Danmark?", place.id, mention=True)
    await gitte.press("Make owner…", place.id)
    running.sandbox.faults.add(Fault("graph.microsoft.com/v1.0/$batch", latency_seconds=0.4))
    pressed = await gitte.press("Make owner", place.id)
    await running.settled(gitte.client)
    assert "I'm looking" not in str([item.card for item in gitte.client.items(place.id)])
    assert pressed.notice
    assert pressed.notice.text.startswith("I'm looking")
    done = gitte.last(place.id)
    assert (done.targeted, heading(done)) == (True, "It worked: I looked again, and it shows.")
    running.sandbox.faults.add(Fault("graph.microsoft.com/v1.0/$batch", latency_seconds=0.4))
    await gitte.press("Undo", place.id)
    await running.settled(gitte.client)
    assert "I'm looking" not in str([item.card for item in gitte.client.items(place.id)])
    assert "Undo" not in titles(gitte.last(place.id))
    assert len(writes(running)) == 3


async def test_a_slow_answer_that_teams_will_not_take_is_told_as_it_is(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.teams.card_actions.IN_TIME", 0.1)
    adele = Chatting(running, "adele@contoso.com")
    item = await adele.say("Why can't I edit Kampagne 2025?")
    running.sandbox.faults.add(Fault("graph.microsoft.com/v1.0/$batch", latency_seconds=0.4))
    running.sandbox.faults.add(Fault("smba.trafficmanager.net/emea/v3/**", "PUT", status=400))
    running.sandbox.faults.add(Fault("smba.trafficmanager.net/emea/v3/**", "POST", status=400))
    await adele.press("Restore the group")
    await running.settled(adele.client)
    await asyncio.sleep(0)
    assert len(writes(running)) == 1
    said = text(adele.client.view.item(item.id))
    assert "A change had been sent to Microsoft before that" in said
    assert "Nothing was changed" not in said
