"""What Microsoft has accepted and doesn't show yet is looked for, and the person is told once."""

from datetime import timedelta

from tests.company import Chatting, contoso, text

MOVED = "It shows now: the change to Marketing DK has taken effect."
FLYTTET = "Nu er det slået igennem: Ændringen af Marketing DK kan ses."
SOON = timedelta(seconds=31)
SETTLED = timedelta(minutes=3)


async def moving(soren: Chatting, question: str, offer: str, confirm: str) -> str:
    """The outcome card of a move that takes a minute or two."""
    await soren.say(question)
    await soren.press(offer)
    return text(await soren.press(confirm))


async def test_a_move_that_takes_a_while_is_told_once_it_shows() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-US")
        outcome = await moving(soren, "Why can't I edit Marketing DK?", "Move to the cloud…", "Move to the cloud")
        assert "I'll tell you when it shows." in outcome
        for time in (SOON, SETTLED, SETTLED, timedelta(hours=2)):
            running.sandbox.world.clock.forward(time)
            await running.bot.follow_ups.run_due()
            await running.settled(soren.client)
        assert [MOVED in text(card) for card in soren.cards()].count(True) == 1


async def test_what_shows_can_be_taken_back_from_the_message_that_says_so() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-US")
        await moving(soren, "Why can't I edit Marketing DK?", "Move to the cloud…", "Move to the cloud")
        running.sandbox.world.clock.forward(SETTLED)
        await running.bot.follow_ups.run_due()
        await running.settled(soren.client)
        await soren.press("Undo")
        assert running.group("Marketing DK")["id"] not in running.sandbox.world.cloud_managed


async def test_nothing_is_told_before_it_shows() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-US")
        await moving(soren, "Why can't I edit Marketing DK?", "Move to the cloud…", "Move to the cloud")
        cards = len(soren.cards())
        running.sandbox.world.clock.forward(SOON)
        await running.bot.follow_ups.run_due()
        await running.settled(soren.client)
        assert len(soren.cards()) == cards


async def test_in_danish_too() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "da-DK")
        outcome = await moving(
            soren, "Hvorfor kan jeg ikke redigere Marketing DK?", "Flyt til skyen…", "Flyt til skyen"
        )
        assert "Jeg siger til, når det er slået igennem." in outcome
        running.sandbox.world.clock.forward(SETTLED)
        await running.bot.follow_ups.run_due()
        await running.settled(soren.client)
        assert FLYTTET in text(soren.last())


async def test_whose_sign_in_has_ended_is_told_where_to_look() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-US")
        await moving(soren, "Why can't I edit Marketing DK?", "Move to the cloud…", "Move to the cloud")
        await soren.say("sign me out")
        running.sandbox.world.clock.forward(SETTLED)
        await running.bot.follow_ups.run_due()
        await running.settled(soren.client)
        assert "your sign-in with me has ended" in text(soren.last())


async def test_whoever_wants_to_be_forgotten_hears_no_more_of_it() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-US")
        await moving(soren, "Why can't I edit Marketing DK?", "Move to the cloud…", "Move to the cloud")
        await soren.say("forget me")
        cards = len(soren.cards())
        running.sandbox.world.clock.forward(SETTLED)
        await running.bot.follow_ups.run_due()
        await running.settled(soren.client)
        assert len(soren.cards()) == cards
