"""SharePoint opened as oneself, looked at for a day, told once."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.company import Running
from tests.company import Chatting, contoso, text, titles
from tests.conversation.watching import address, elements, heading, writes

ASKED = "Why is my photo still the old one in SharePoint?"
THROUGH, NOT_YET = "It's through: SharePoint has fetched your photo.", "Not yet: SharePoint hasn't fetched your photo"


def told(chat: Chatting, words: str) -> int:
    return [words in text(card) for card in chat.cards()].count(True)


async def pass_time(running: Running, chat: Chatting, *steps: timedelta) -> None:
    for step in steps:
        running.sandbox.world.clock.forward(step)
        await running.bot.follow_ups.run_due()
        await running.settled(chat.client)


def opens_sharepoint(running: Running, chat: Chatting) -> None:
    """What happens in the private window."""
    world, user = running.sandbox.world, chat.client.user
    world.profiles[user].requested(world.photos[user], world.clock.now())


async def started(chat: Chatting) -> str:
    await chat.say(ASKED)
    await chat.press("Start the sync…")
    return text(await chat.press("I've done it"))


async def test_the_card_has_the_tenants_own_pages_and_writes_nothing() -> None:
    async with contoso() as running:
        alex = Chatting(running, "alex@contoso.com", "en-GB")
        await alex.say(ASKED)
        card = await alex.press("Start the sync…")
        assert titles(card)[-2:] == ["I've done it", "Cancel"]
        shown = str(list(elements(card.card)))
        assert "https://contoso.sharepoint.com/_layouts/15/sharepoint.aspx" in shown
        assert "https://contoso-my.sharepoint.com/" in shown
        assert heading(await alex.press("I've done it")) == "Now it is SharePoint's turn."
        assert writes(running) == []


@pytest.mark.parametrize("person", ["alex", "klaus", "mette"])
async def test_it_is_through_and_told_once(person: str) -> None:
    async with contoso() as running:
        chat = Chatting(running, f"{person}@contoso.com", "en-GB")
        assert "I'll tell you when it shows." in await started(chat)
        opens_sharepoint(running, chat)
        await pass_time(running, chat, timedelta(minutes=11), timedelta(hours=3), timedelta(hours=30))
        assert (told(chat, THROUGH), told(chat, NOT_YET)) == (1, 0)


async def test_a_day_later_it_isnt_and_what_to_do_next_is_told_once() -> None:
    async with contoso() as running:
        signe = Chatting(running, "signe@contoso.com", "en-GB")
        await started(signe)
        opens_sharepoint(running, signe)  # which doesn't help: it is set not to follow the mailbox
        await pass_time(running, signe, *[timedelta(hours=2)] * 11)
        assert (told(signe, THROUGH), told(signe, NOT_YET)) == (0, 0)
        await pass_time(running, signe, *[timedelta(hours=2)] * 6)
        assert (told(signe, THROUGH), told(signe, NOT_YET)) == (0, 1)
        assert "aka.ms/PillarPictureSync" in text(signe.last())


async def test_a_photo_that_is_gone_is_no_success() -> None:
    async with contoso() as running:
        alex = Chatting(running, "alex@contoso.com", "en-GB")
        await started(alex)
        del running.sandbox.world.photos[alex.client.user]
        await pass_time(running, alex, *[timedelta(hours=3)] * 9)
        assert (told(alex, THROUGH), told(alex, NOT_YET)) == (0, 1)


async def test_while_it_is_under_way_it_isnt_offered_again() -> None:
    async with contoso() as running:
        alex = Chatting(running, "alex@contoso.com", "en-GB")
        await started(alex)
        assert heading(await alex.say(ASKED)).startswith("Under way since")


async def test_fetched_meanwhile_there_is_nothing_to_start() -> None:
    async with contoso() as running:
        alex = Chatting(running, "alex@contoso.com", "en-GB")
        await alex.say(ASKED)
        await alex.press("Start the sync…")
        opens_sharepoint(running, alex)
        assert "Nothing was changed: it looks different now from when you got this button." in text(
            await alex.press("I've done it")
        )


async def test_whose_sign_in_has_ended_is_told_a_day_later_where_to_look() -> None:
    async with contoso() as running:
        alex = Chatting(running, "alex@contoso.com", "en-GB")
        await started(alex)
        await alex.say("sign me out")
        cards = len(alex.cards())
        await pass_time(running, alex, timedelta(hours=3))
        assert len(alex.cards()) == cards
        await pass_time(running, alex, timedelta(hours=22))
        assert told(alex, "your sign-in with me has ended") == 1


async def test_a_restart_loses_nothing(tmp_path: Path) -> None:
    database = address(tmp_path / "follow_ups.sqlite")
    async with contoso(database=database) as running:
        alex = Chatting(running, "alex@contoso.com", "en-GB")
        await started(alex)
    async with contoso(database=database) as running:
        alex = Chatting(running, "alex@contoso.com", "en-GB")
        await alex.say("Why can't I edit Sales?")  # signs in with the new process
        opens_sharepoint(running, alex)
        await pass_time(running, alex, timedelta(minutes=30), timedelta(hours=3), timedelta(hours=30))
        assert (told(alex, THROUGH), told(alex, NOT_YET)) == (1, 0)


async def test_for_somebody_else_it_is_words_to_send_on() -> None:
    async with contoso() as running:
        alex = Chatting(running, "alex@contoso.com", "en-GB")
        shown = await alex.say("Why is the photo of Johanna Lorenz still the old one in SharePoint?")
        assert "Start the sync…" not in titles(shown)
        assert "Send this to Johanna Lorenz" in text(shown)
        assert "open a private window, sign in as yourself" in text(shown)
