"""Several questions in one message: all read in one wave; what has no room is named."""

import pytest

from bot.cli.company import Running
from tests.company import Chatting, text
from tests.conversation.watching import batches

pytestmark = pytest.mark.asyncio(loop_scope="module")

SIX = "Sales, Marketing DK, Finance-List, Økonomi, Indkøb"


@pytest.mark.parametrize(
    ("asked", "rest"),
    [
        (
            f"Why can't I edit {SIX} and Projekt Nord?",
            "I left out Økonomi, Indkøb, and Projekt Nord: ask me about them next.",
        ),
        (f"Hvorfor kan jeg ikke redigere {SIX} og Projekt Nord?", "Økonomi, Indkøb og Projekt Nord"),
    ],
)
async def test_six_groups_are_answered_or_named(company: Running, asked: str, rest: str) -> None:
    adele = Chatting(company, "adele@contoso.com")
    await adele.say("hello")
    before = len(adele.cards())
    await adele.say(asked)
    said = [text(card) for card in adele.cards()[before:]]
    assert [each.partition("\n")[0] for each in said[:3]] == ["Sales", "Marketing DK", "Finance-List"]
    assert rest in said[3]
    assert len(said) == 4


async def test_all_of_them_are_read_in_one_wave(company: Running) -> None:
    adele = Chatting(company, "adele@contoso.com")
    await adele.say("why can't I edit Sales?")  # signs in
    before = batches(company)
    await adele.say("why can't I edit Sales and Projekt Nord?")
    assert batches(company) - before <= 5  # the names in two batches at most, then v1.0 in two and beta in one


async def test_each_question_gets_its_own_answer(company: Running) -> None:
    soren = Chatting(company, "soren@contoso.com", "en-GB")
    await soren.say("hello")
    before = len(soren.cards())
    await soren.say("Where is Økonomi managed? Who owns Salg Danmark? Is the sync running?")
    said = [text(card).partition("\n")[0] for card in soren.cards()[before:]]
    assert said == ["Økonomi", "Salg Danmark", "Contoso"]


async def test_a_group_whose_name_joins_two_is_one(company: Running) -> None:
    adele = Chatting(company, "adele@contoso.com")
    await adele.say("hello")
    before = len(adele.cards())
    await adele.say("why can't I edit C++ & Embedded?")
    assert [text(card).partition("\n")[0] for card in adele.cards()[before:]] == ["C++ & Embedded"]
