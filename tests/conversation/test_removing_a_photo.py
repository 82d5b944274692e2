"""I want my photo gone: shown first, done once, looked at again."""

import pytest

from bot.sandbox.faults import Fault
from tests.company import Chatting, contoso, text, titles
from tests.conversation.watching import heading, writes

ALEX = "alex@contoso.com"


@pytest.mark.parametrize(
    ("locale", "asked", "button"),
    [
        ("en-GB", "I want my photo gone", "Remove my photo"),
        ("en-GB", "Please remove my profile picture.", "Remove my photo"),
        ("da-DK", "slet mit billede", "Fjern mit billede"),
        ("da-DK", "Kan du fjerne mit profilbillede?", "Fjern mit billede"),
    ],
)
async def test_it_is_asked_for_shown_first_and_then_gone(locale: str, asked: str, button: str) -> None:
    async with contoso() as running:
        alex = Chatting(running, ALEX, locale)
        shown = await alex.say(asked)
        assert button in titles(shown)
        assert writes(running) == []
        done = await alex.press(button)
        assert alex.client.user not in running.sandbox.world.photos
        assert writes(running) == ["DELETE /me/photo"]
        assert titles(done) == [{"en-GB": "Check again", "da-DK": "Tjek igen"}[locale]]
        again = await alex.say(asked)
        assert button not in titles(again)
        assert heading(again).startswith(("Microsoft 365 has no photo of", "Microsoft 365 har ikke noget billede af"))


async def test_the_permission_is_asked_for_when_it_is_pressed() -> None:
    async with contoso() as running:
        running.sandbox.world.admin_consent.discard("User.ReadWrite")
        alex = Chatting(running, ALEX, "en-GB")
        await alex.say("I want my photo gone")
        await alex.press("Remove my photo")
        assert writes(running) == []


async def test_microsoft_refuses_and_nothing_is_gone() -> None:
    async with contoso() as running:
        running.sandbox.faults.add(Fault("graph.microsoft.com/v1.0/me/photo", "DELETE", status=403))
        alex = Chatting(running, ALEX, "en-GB")
        await alex.say("I want my photo gone")
        refused = await alex.press("Remove my photo")
        assert heading(refused) == "Microsoft said no: nothing was changed."
        assert alex.client.user in running.sandbox.world.photos


async def test_the_settings_changed_meanwhile() -> None:
    async with contoso() as running:
        alex = Chatting(running, ALEX, "en-GB")
        await alex.say("I want my photo gone")
        running.sandbox.world.photo_update_settings["source"] = "onPremises"
        stale = await alex.press("Remove my photo")
        assert "Nothing was changed" in text(stale)
        assert "Photos come from Active Directory here" in text(stale)
        assert writes(running) == []


async def test_it_was_gone_already() -> None:
    async with contoso() as running:
        alex = Chatting(running, ALEX, "en-GB")
        await alex.say("I want my photo gone")
        del running.sandbox.world.photos[alex.client.user]
        assert "Nothing was changed: this has been put right already." in text(await alex.press("Remove my photo"))
        assert writes(running) == []


@pytest.mark.parametrize("asked", ["Remove my photo from Sales", "Why can't I remove my photo?", "remove the photo"])
async def test_what_says_something_else_opens_no_such_card(asked: str) -> None:
    async with contoso() as running:
        shown = await Chatting(running, ALEX, "en-GB").say(asked)
        assert "Remove my photo" not in titles(shown)
