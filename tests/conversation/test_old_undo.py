"""Taking back what nobody has fresh in mind any more: shown first when it is costly, one press when it isn't."""

from datetime import timedelta

import pytest

from bot.cli.company import Running
from bot.conversation.answers.acting import UNDONE
from bot.sandbox.teams_client.view import Item
from bot.texts import Voice, say
from tests.company import Chatting, contoso, text, titles
from tests.conversation.good_buttons import BAD_BUTTON
from tests.conversation.watching import act, card_in, data_of, heading, writes

BACK = "Manage in AD again"
TAKEN = "Microsoft took it, but it doesn't show yet."
OLD, YOUNG = timedelta(minutes=10, seconds=1), timedelta(minutes=9)


async def moved(running: Running, locale: str = "en-GB") -> Chatting:
    """Søren has just moved Marketing DK to the cloud."""
    soren = Chatting(running, "soren@contoso.com", locale)
    await soren.say("Why can't I edit Marketing DK?")
    await soren.press("Move to the cloud…")
    assert "Undo" in titles(await soren.press("Move to the cloud"))
    return soren


def later(running: Running, by: timedelta) -> None:
    running.sandbox.world.clock.forward(by)


def in_the_cloud(running: Running) -> bool:
    return running.group("Marketing DK")["id"] in running.sandbox.world.cloud_managed


def shows_what_it_does(card: Item) -> bool:
    """Before and after, and a way out."""
    said = text(card)
    return "Marketing DK" in said and "Afterwards" in said and titles(card) == [BACK, "Cancel"]


async def test_what_is_young_is_taken_back_with_one_press() -> None:
    async with contoso() as running:
        soren = await moved(running)
        later(running, YOUNG)
        assert heading(await soren.press("Undo")) == TAKEN
        assert not in_the_cloud(running)


async def test_what_is_old_and_costly_is_shown_first() -> None:
    async with contoso() as running:
        soren = await moved(running)
        later(running, OLD)
        shown = await soren.press("Undo")
        assert shows_what_it_does(shown)
        assert (len(writes(running)), in_the_cloud(running)) == (1, True)
        assert heading(await soren.press(BACK)) == TAKEN
        assert (len(writes(running)), in_the_cloud(running)) == (2, False)


async def test_in_danish() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "da-DK")
        await soren.say("Hvorfor kan jeg ikke redigere Marketing DK?")
        await soren.press("Flyt til skyen…")
        await soren.press("Flyt til skyen")
        later(running, OLD)
        shown = await soren.press("Fortryd")
        assert "Bagefter" in text(shown)
        assert "Annuller" in titles(shown)
        assert in_the_cloud(running)


async def test_cancelled_it_stays_as_it_is_and_can_be_taken_back_later() -> None:
    async with contoso() as running:
        soren = await moved(running)
        later(running, OLD)
        undo = data_of(soren.last(), "Undo")
        await soren.press("Undo")
        await soren.press("Cancel")
        assert in_the_cloud(running)
        confirm = card_in(await act(soren, "undo", undo))
        assert BACK in str(confirm)
        await act(soren, "undo", {**undo, "sure": True})
        assert not in_the_cloud(running)


async def test_both_buttons_count_as_one() -> None:
    async with contoso() as running:
        soren = await moved(running)
        later(running, OLD)
        undo = data_of(soren.last(), "Undo")
        confirm = data_of(await soren.press("Undo"), BACK)
        assert (confirm["nonce"], confirm["sure"]) == (undo["nonce"], True)
        for _ in range(2):
            await act(soren, "undo", confirm)
        assert len(writes(running)) == 2
        assert "used already" in str(card_in(await act(soren, "undo", confirm)))


async def test_what_is_back_already_is_said_instead_of_asked() -> None:
    async with contoso() as running:
        soren = await moved(running)
        later(running, OLD)
        running.group("Marketing DK")["onPremisesSyncEnabled"] = True
        running.sandbox.world.cloud_managed.clear()
        assert say(UNDONE, Voice("en", "en_GB")) in text(await soren.press("Undo"))
        assert len(writes(running)) == 1


async def test_what_costs_little_is_one_press_however_old() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        await adele.say("Why can't I edit Projekt Nord?")
        await adele.press("Open the team again")
        later(running, timedelta(minutes=20))
        await adele.say("undo that")
        assert len(writes(running)) == 2


@pytest.mark.parametrize("yes", ["yes do it", "press"])
async def test_typed_it_is_shown_first_too(yes: str) -> None:
    async with contoso() as running:
        soren = await moved(running)
        later(running, OLD)
        assert shows_what_it_does(await soren.say("undo that"))
        assert shows_what_it_does(await soren.say("undo that"))
        assert in_the_cloud(running)
        done = await (soren.press(BACK) if yes == "press" else soren.say(yes))
        assert heading(done) == TAKEN
        assert not in_the_cloud(running)


async def test_typed_what_is_young_is_taken_back_at_once() -> None:
    async with contoso() as running:
        soren = await moved(running)
        later(running, YOUNG)
        assert heading(await soren.say("undo that")) == TAKEN
        assert not in_the_cloud(running)


async def test_a_yes_to_something_else_takes_nothing_back() -> None:
    async with contoso() as running:
        soren = await moved(running)
        later(running, OLD)
        await soren.say("undo that")
        await soren.say("Why can't I edit Økonomi?")
        assert "Økonomi" in text(await soren.say("yes do it"))
        assert (len(writes(running)), in_the_cloud(running)) == (1, True)


async def test_somebody_elses_action_is_shown_with_the_pressers_rights() -> None:
    async with contoso() as running:
        soren = await moved(running)
        later(running, OLD)
        undo = data_of(soren.last(), "Undo")
        lee = Chatting(running, "lee@contoso.com")
        await lee.say("Why can't I edit Sales?")
        assert BACK in str(card_in(await act(lee, "undo", undo)))
        assert "Microsoft said no" in str(card_in(await act(lee, "undo", {**undo, "sure": True})))
        assert in_the_cloud(running)
        assert BAD_BUTTON in str(card_in(await act(lee, "undo", {**undo, "sure": "yes"})))
