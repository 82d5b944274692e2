"""What is wanted: its own operation, or it is said that nothing here looks into it."""

import pytest

from bot.cli.company import Running
from bot.ports import Person
from tests.company import Chatting, contoso, text, titles
from tests.conversation.watching import heading

pytestmark = pytest.mark.asyncio(loop_scope="module")

NOT_YET = "I understand what you're asking, but I can't look into that yet."


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("give lee access to Sales", "Nothing stops you from adding members to Sales."),
        ("why can't I make Lee an owner of Sales?", "Nothing stops you from adding owners to Sales."),
        ("who owns Salg Danmark?", "Adele Vance owns Salg Danmark."),
    ],
)
async def test_each_operation_has_its_own_verdict(company: Running, asked: str, verdict: str) -> None:
    assert heading(await Chatting(company, "adele@contoso.com").say(asked)) == verdict


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("why can't I leave Salg Danmark?", "Nothing stops you from leaving Salg Danmark."),
        (
            "hvorfor kan jeg ikke melde mig ud af Salg Danmark?",
            "Der er ikke noget i vejen for, at du kan forlade Salg Danmark.",
        ),
        ("hvordan forlader jeg Salg Danmark?", "Der er ikke noget i vejen for, at du kan forlade Salg Danmark."),
        ("jeg vil meldes ud af Salg Danmark", "Der er ikke noget i vejen for, at du kan forlade Salg Danmark."),
        ("how do I quit Salg Danmark?", "Nothing stops you from leaving Salg Danmark."),
    ],
)
async def test_leaving_needs_no_ownership(company: Running, asked: str, verdict: str) -> None:
    assert heading(await Chatting(company, "lee@contoso.com").say(asked)) == verdict


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "is Kunderådgivning cloud managed?",
            "I couldn't check everything, so I can't be sure about Kunderådgivning.",
        ),
        (
            "er Kunderådgivning styret i skyen?",
            "Jeg kunne ikke tjekke det hele, så jeg kan ikke være sikker, når det gælder Kunderådgivning.",
        ),
    ],
)
async def test_where_it_is_managed_is_no_question_of_who_is_stopped(company: Running, asked: str, said: str) -> None:
    shown = await Chatting(company, "adele@contoso.com").say(asked)
    assert heading(shown) == said
    assert "may take it over" not in text(shown)
    assert "kan overtage den" not in text(shown)


@pytest.mark.parametrize("asked", ["restore Kampagne 2025", "gendan Kampagne 2025"])
async def test_the_licences_of_a_deleted_group_are_no_gap_for_restoring_it(company: Running, asked: str) -> None:
    said = text(await Chatting(company, "adele@contoso.com").say(asked))
    assert heading(await Chatting(company, "adele@contoso.com").say(asked)).startswith("Kampagne 2025 ")
    assert "What I couldn't see" not in said
    assert "Det kunne jeg ikke se" not in said


async def test_the_last_owner_cannot_be_removed(company: Running) -> None:
    said = heading(await Chatting(company, "adele@contoso.com").say("remove me as an owner of Salg Danmark"))
    assert "last owner" in said or "only one owner" in said


@pytest.mark.parametrize("asked", ["add a licence to group Sales", "giv gruppen Sales en licens"])
async def test_what_nothing_here_answers_says_so(company: Running, asked: str) -> None:
    said = text(await Chatting(company, "adele@contoso.com").say(asked))
    assert said.startswith((NOT_YET, "Jeg forstår, hvad du spørger om, men det kan jeg ikke undersøge endnu."))


@pytest.mark.parametrize(
    "asked", ["does the membership of All Employees update?", "opdateres medlemmerne i All Employees?"]
)
async def test_whether_a_rule_works_is_answered(company: Running, asked: str) -> None:
    said = text(await Chatting(company, "gitte@contoso.com").say(asked))
    assert said.startswith("All Employees\n")
    assert NOT_YET not in said


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            "Unable to update the specified properties for on-premises mastered Directory Sync objects",
            "That error says that the object is managed in Active Directory, so the change has to be made there.",
        ),
        (
            "(BadRequest) ErrorCode: Unable to update the specified properties for on-premises mastered objects",
            "That error says that the object is managed in Active Directory, so the change has to be made there.",
        ),
        ("Insufficient privileges to complete the operation.", "That error says no more than that Microsoft refused"),
    ],
)
async def test_an_error_alone_is_explained_and_the_group_asked_for(error: str, said: str) -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        shown = await adele.say(error)
        assert said in text(shown)
        assert heading(shown) == "Which group is it about?"
        assert "called" not in text(shown)
        assert "Marketing DK is managed in Active Directory" in heading(await adele.say("Marketing DK"))


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("who am I?", "I know you as Adele Vance."),
        ("what permissions do you use?", "I know you as Adele Vance."),
        ("do you store what I write?", "I know you as Adele Vance."),
        ("hvem er jeg?", "Jeg kender dig som Adele Vance."),
        ("gemmer du det, jeg skriver?", "Jeg kender dig som Adele Vance."),
    ],
)
async def test_questions_about_the_bot_sign_nobody_out(company: Running, asked: str, title: str) -> None:
    adele = Chatting(company, "adele@contoso.com")
    await adele.say("why can't I edit Sales?")
    assert heading(await adele.say(asked)) == title
    assert "misread" in text(adele.last()) or "misforst" in text(adele.last())
    assert heading(await adele.say("and Marketing DK?")).startswith(
        ("Marketing DK is managed", "Marketing DK administreres")
    )


async def test_signing_out_is_done_when_it_is_asked_for(company: Running) -> None:
    lee = Chatting(company, "lee@contoso.com")
    await lee.say("why can't I edit Sales?")
    for asked in ("sign out", "log mig ud"):
        assert text(await lee.say(asked)).startswith(("You're signed out.", "Du er logget ud."))


async def test_where_nothing_explains_it_there_is_no_button_to_press(company: Running) -> None:
    shown = await Chatting(company, "adele@contoso.com").say("add a licence to group Sales")
    assert [title for title in titles(shown) if not title.startswith("What Microsoft says")] == []


@pytest.mark.parametrize(
    ("asked", "title", "why"),
    [
        ("forget me", "I have forgotten you.", "are kept without your id, so I can't find yours"),
        ("glem mig", "Jeg har glemt dig.", "er gemt uden dit id, så jeg kan ikke finde dine"),
    ],
)
async def test_forget_me_drops_what_can_be_tied_to_somebody_and_says_what_cannot(
    asked: str, title: str, why: str
) -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com", "en-GB")
        await adele.say("Why can't I edit Projekt Nord?")
        await adele.press("Open the team again")
        person = Person(running.sandbox.world.tenant, adele.client.user)
        assert await running.bot.follow_ups.of(person)
        shown = await adele.say(asked)
        assert heading(shown) == title
        assert why in text(shown)
        assert not await running.bot.follow_ups.of(person)
