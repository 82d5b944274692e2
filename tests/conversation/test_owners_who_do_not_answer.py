"""An owner who doesn't answer within a week is no reason to wait longer: the asker is told, once."""

from datetime import timedelta

from tests.company import Chatting, contoso, text, titles
from tests.conversation.watching import heading

GROUP = "Marketing DK Leads"
WEEK = timedelta(days=7)
UNTIL_IT_IS_FOUND = timedelta(minutes=11)


async def test_after_a_week_the_asker_hears_that_nobody_answered_and_the_owners_cards_are_closed() -> None:
    async with contoso() as running:
        lee, adele, freja = (
            Chatting(running, f"{name}@contoso.com", locale)
            for name, locale in (("lee", "en-US"), ("adele", "en-US"), ("freja", "da-DK"))
        )
        for chat, greeting in ((lee, "hello"), (adele, "hello"), (freja, "hej")):
            await chat.say(greeting)
        await lee.say(f"Why can't I edit {GROUP}?")
        await lee.press("Ask an owner…")
        await lee.press("Ask an owner", wish="owner", note="I run the campaign now.")
        for time in (WEEK, UNTIL_IT_IS_FOUND, UNTIL_IT_IS_FOUND, WEEK):
            running.sandbox.world.clock.forward(time)
            await running.bot.follow_ups.run_due()
        for chat in (lee, adele, freja):
            await running.settled(chat.client)
        assert heading(lee.last()) == f"No owner of {GROUP} answered you in time."
        assert sum("answered you in time" in text(card) for card in lee.cards()) == 1
        assert "Nobody answered this in time." in text(adele.last())
        assert "Ingen nåede at svare." in text(freja.last())
        assert (titles(adele.last()), titles(freja.last())) == ([], [])
