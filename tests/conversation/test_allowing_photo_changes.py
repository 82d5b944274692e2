"""The organisation's settings keep people from changing photos: allowed by whoever may, and limited again."""

from typing import Any

import pytest

from bot.cli.company import Running
from bot.roles import Role
from bot.sandbox.faults import Fault
from tests.company import Chatting, contoso, text, titles
from tests.conversation.watching import heading, writes

MEGAN, ALEX = "megan@contoso.com", "alex@contoso.com"
ASKED, ALLOW = "I want my photo gone", "Let everybody change photos"
ROLES: dict[str, Any] = {"source": None, "allowedRoles": [str(Role.USER)]}
AD: dict[str, Any] = {"source": "onPremises", "allowedRoles": []}
PATCH = "PATCH https://graph.microsoft.com/beta/admin/people/photoUpdateSettings"


def limited(running: Running, settings: dict[str, Any]) -> None:
    running.sandbox.world.photo_update_settings = dict(settings)


@pytest.mark.parametrize("settings", [ROLES, AD])
async def test_it_is_allowed_looked_at_again_and_limited_again(settings: dict[str, Any]) -> None:
    async with contoso() as running:
        limited(running, settings)
        megan = Chatting(running, MEGAN, "en-GB")
        assert f"{ALLOW}…" in titles(await megan.say(ASKED))
        await megan.press(f"{ALLOW}…")
        assert writes(running) == []
        done = await megan.press(ALLOW)
        assert heading(done) == "It worked: I looked again, and it shows."
        assert "within 24 hours" in text(done)
        world = running.sandbox.world
        assert (world.photo_update_settings["source"] in {None, "cloud"}) & (
            not world.photo_update_settings["allowedRoles"]
        )
        assert heading(await megan.press("Undo")) == "It worked: I looked again, and it shows."
        assert world.photo_update_settings == settings
        assert writes(running) == [PATCH, PATCH]


async def test_whoever_may_not_gets_words_to_send() -> None:
    async with contoso() as running:
        limited(running, ROLES)
        shown = await Chatting(running, ALEX, "en-GB").say(ASKED)
        assert f"{ALLOW}…" not in titles(shown)
        assert "People Administrator" in text(shown)
        assert "Remove my photo" not in titles(shown)


async def test_microsoft_refuses() -> None:
    async with contoso() as running:
        limited(running, ROLES)
        running.sandbox.faults.add(
            Fault("graph.microsoft.com/beta/admin/people/photoUpdateSettings", "PATCH", status=403)
        )
        megan = Chatting(running, MEGAN, "en-GB")
        await megan.say(ASKED)
        await megan.press(f"{ALLOW}…")
        assert heading(await megan.press(ALLOW)) == "Microsoft said no: nothing was changed."
        assert running.sandbox.world.photo_update_settings == ROLES


async def test_somebody_allowed_it_meanwhile() -> None:
    async with contoso() as running:
        limited(running, ROLES)
        megan = Chatting(running, MEGAN, "en-GB")
        await megan.say(ASKED)
        await megan.press(f"{ALLOW}…")
        limited(running, {"source": None, "allowedRoles": []})
        assert "Nothing was changed: this has been put right already." in text(await megan.press(ALLOW))
        assert writes(running) == []
