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

BACK = "Remove as owner"
TAKEN = "It worked: I looked again, and it shows."
OLD, YOUNG = timedelta(minutes=10, seconds=1), timedelta(minutes=9)


async def made_owner(running: Running, locale: str = "en-GB") -> Chatting:
    """Gitte has just made herself an owner of Salg Danmark."""
    gitte = Chatting(running, "gitte@contoso.com", locale)
    await gitte.say("Why can't I edit Salg Danmark?")
    await gitte.press("Make owner…")
    assert "Undo" in titles(await gitte.press("Make owner"))
    return gitte


def later(running: Running, by: timedelta) -> None:
    running.sandbox.world.clock.forward(by)


def owns(running: Running) -> bool:
    gitte = running.sandbox.client("gitte@contoso.com").user
    return gitte in running.sandbox.world.owners[running.group("Salg Danmark")["id"]]


def shows_what_it_does(card: Item) -> bool:
    """Before and after, and a way out."""
    said = text(card)
    return "Salg Danmark" in said and "Afterwards" in said and titles(card) == [BACK, "Cancel"]


async def test_what_is_young_is_taken_back_with_one_press() -> None:
    async with contoso() as running:
        gitte = await made_owner(running)
        later(running, YOUNG)
        assert heading(await gitte.press("Undo")) == TAKEN
        assert not owns(running)


async def test_what_is_old_and_costly_is_shown_first() -> None:
    async with contoso() as running:
        gitte = await made_owner(running)
        later(running, OLD)
        shown = await gitte.press("Undo")
        assert shows_what_it_does(shown)
        assert (len(writes(running)), owns(running)) == (2, True)
        assert heading(await gitte.press(BACK)) == TAKEN
        assert (len(writes(running)), owns(running)) == (3, False)


async def test_in_danish() -> None:
    async with contoso() as running:
        gitte = Chatting(running, "gitte@contoso.com", "da-DK")
        await gitte.say("Hvorfor kan jeg ikke redigere Salg Danmark?")
        await gitte.press("Gør til ejer…")
        await gitte.press("Gør til ejer")
        later(running, OLD)
        shown = await gitte.press("Fortryd")
        assert "Bagefter" in text(shown)
        assert "Annuller" in titles(shown)
        assert owns(running)


async def test_cancelled_it_stays_as_it_is_and_can_be_taken_back_later() -> None:
    async with contoso() as running:
        gitte = await made_owner(running)
        later(running, OLD)
        undo = data_of(gitte.last(), "Undo")
        await gitte.press("Undo")
        await gitte.press("Cancel")
        assert owns(running)
        confirm = card_in(await act(gitte, "undo", undo))
        assert BACK in str(confirm)
        await act(gitte, "undo", {**undo, "sure": True})
        assert not owns(running)


async def test_both_buttons_count_as_one() -> None:
    async with contoso() as running:
        gitte = await made_owner(running)
        later(running, OLD)
        undo = data_of(gitte.last(), "Undo")
        confirm = data_of(await gitte.press("Undo"), BACK)
        assert (confirm["nonce"], confirm["sure"]) == (undo["nonce"], True)
        for _ in range(2):
            await act(gitte, "undo", confirm)
        assert len(writes(running)) == 3
        assert say(UNDONE, Voice("en", "en_GB")) in str(card_in(await act(gitte, "undo", confirm)))


async def test_what_is_back_already_is_said_instead_of_asked() -> None:
    async with contoso() as running:
        gitte = await made_owner(running)
        later(running, OLD)
        running.sandbox.world.owners[running.group("Salg Danmark")["id"]].remove(gitte.client.user)
        assert say(UNDONE, Voice("en", "en_GB")) in text(await gitte.press("Undo"))
        assert len(writes(running)) == 2


@pytest.mark.parametrize("passed", [YOUNG, OLD])
@pytest.mark.parametrize(("undo", "yes"), [("undo that", "yes do it"), ("fortryd det", "ja gør det")])
async def test_typed_it_is_always_shown_first_and_only_the_button_does_it(
    undo: str, yes: str, passed: timedelta
) -> None:
    async with contoso() as running:
        gitte = await made_owner(running)
        later(running, passed)
        shown = await gitte.say(undo)
        assert "Salg Danmark" in text(shown)
        again = await gitte.say(yes)
        assert "Salg Danmark" in text(again)
        assert (len(writes(running)), owns(running)) == (2, True)
        assert titles(again) == titles(shown)
        await gitte.press(titles(again)[0])
        assert not owns(running)


async def test_a_yes_to_something_else_takes_nothing_back() -> None:
    async with contoso() as running:
        gitte = await made_owner(running)
        later(running, OLD)
        await gitte.say("undo that")
        await gitte.say("Why can't I edit Økonomi?")
        assert heading(await gitte.say("yes do it")) == "You can't do that yourself: it takes a role you don't have."
        assert (len(writes(running)), owns(running)) == (2, True)


async def test_somebody_elses_action_is_shown_with_the_pressers_rights() -> None:
    async with contoso() as running:
        gitte = await made_owner(running)
        later(running, OLD)
        undo = data_of(gitte.last(), "Undo")
        lee = Chatting(running, "lee@contoso.com")
        await lee.say("Why can't I edit Sales?")
        assert BACK in str(card_in(await act(lee, "undo", undo)))
        assert "Microsoft said no" in str(card_in(await act(lee, "undo", {**undo, "sure": True})))
        assert owns(running)
        assert BAD_BUTTON in str(card_in(await act(lee, "undo", {**undo, "sure": "yes"})))
