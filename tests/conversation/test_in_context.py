"""Conversations of several messages, through the real endpoint."""

from datetime import timedelta

from tests.company import Chatting, contoso, text
from tests.conversation.watching import heading


async def test_a_conversation_goes_on_from_what_was_said() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com")
        assert "managed in Active Directory" in text(await soren.say("why can't I edit Marketing DK?"))
        assert "contoso.local" in text(await soren.say("why?"))
        assert "Økonomi" in text(await soren.say("and Økonomi?"))
        assert "Afterwards" in text(await soren.say("yes do it"))
        await soren.press("Move to the cloud")
        assert running.group("Økonomi")["id"] in running.sandbox.world.cloud_managed
        assert heading(await soren.say("undo that")) == "There is nothing to undo in my last message."
        assert running.group("Økonomi")["id"] in running.sandbox.world.cloud_managed


async def test_who_owns_it_is_about_the_group_that_was_shown() -> None:
    async with contoso() as running:
        lee = Chatting(running, "lee@contoso.com", "da-DK")
        await lee.say("hvorfor kan jeg ikke redigere Salg Danmark?")
        assert "Adele Vance" in text(await lee.say("hvem ejer den så?"))
        assert "Tilbage" not in text(await lee.say("glem det"))
        assert "Salg Danmark" not in text(await lee.say("hvem ejer den?"))


async def test_no_the_other_one() -> None:
    async with contoso() as running:
        lee = Chatting(running, "lee@contoso.com")
        await lee.say("why can't I edit Marketing?")
        first = text(await lee.press("Marketing, Team · from the cloud, marketing@contoso.com"))
        other = text(await lee.say("no, the other Marketing"))
        assert {"Team" in first, "Team" in other} == {True, False}


async def test_what_one_person_was_shown_means_nothing_to_another() -> None:
    async with contoso() as running:
        await Chatting(running, "lee@contoso.com").say("why can't I edit Salg Danmark?")
        shown = await Chatting(running, "megan@contoso.com").say("can I delete it?")
        assert heading(shown) == "Which group is it about?"
        assert "Salg Danmark" not in text(shown)


async def test_after_half_an_hour_it_is_forgotten() -> None:
    async with contoso() as running:
        lee = Chatting(running, "lee@contoso.com")
        await lee.say("why can't I edit Salg Danmark?")
        running.sandbox.world.clock.forward(timedelta(minutes=31))
        shown = await lee.say("can I delete it?")
        assert heading(shown) == "Which group is it about?"
        assert "Salg Danmark" not in text(shown)


async def test_several_questions_are_answered_one_by_one() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com")
        await soren.say("Why can't I edit Marketing DK? Why can't I delete Finance-List?")
        shown = [text(item) for item in soren.cards()]
        assert ["Marketing DK" in shown[0], "Finance-List" in shown[1]] == [True, True]


async def test_a_misunderstanding_is_kept_without_names() -> None:
    async with contoso() as running:
        lee = Chatting(running, "lee@contoso.com")
        await lee.say("why can't I edit Salg Danmark?")
        asked_again = await lee.say("that's not what I meant")
        assert "What do you mean?" in text(asked_again)
        (kept,) = await running.bot.tools.misunderstandings.all()
        assert "Salg" not in kept.text
        assert kept.symptom_taken == "group.edit"


async def test_a_swedish_question_is_answered_in_english_and_says_so() -> None:
    async with contoso() as running:
        lee = Chatting(running, "lee@contoso.com")
        answer = text(await lee.say("varför kan jag inte ändra gruppen Salg Danmark?"))
        assert "I answer in English and Danish" in answer
        assert "neither own Salg Danmark" in answer
