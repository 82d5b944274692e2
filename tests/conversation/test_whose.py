"""Whose rights: asked about somebody else, the readings are theirs and the words are about them."""

import pytest

from bot.cli.company import Running
from tests.company import Chatting, contoso, text, titles
from tests.conversation.watching import batches, heading

pytestmark = pytest.mark.asyncio(loop_scope="module")

MEGAN, LEE, ADELE = "megan@contoso.com", "lee@contoso.com", "adele@contoso.com"


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("Why can't Lee edit Sales?", "Lee Gu neither owns Sales nor has a role that may change it."),
        ("why can't Lee delete Sales?", "Lee Gu neither owns Sales nor has a role that may delete it."),
        ("why can't lee@contoso.com edit Sales?", "Lee Gu neither owns Sales nor has a role that may change it."),
        ("Can Adele edit Sales?", "Nothing stops Adele Vance from changing Sales."),
        (
            "Hvorfor kan Lee ikke redigere Sales?",
            "Lee Gu er ikke ejer af Sales og har heller ikke en rolle, der må ændre gruppen.",
        ),
        ("Kan Adele redigere Sales?", "Der er ikke noget i vejen for, at Adele Vance kan ændre Sales."),
    ],
)
async def test_the_verdict_is_about_whoever_was_named(company: Running, asked: str, verdict: str) -> None:
    assert heading(await Chatting(company, MEGAN).say(asked)) == verdict


async def test_the_person_and_the_group_are_looked_up_in_one_wave_and_read_in_another(company: Running) -> None:
    megan = Chatting(company, MEGAN)
    await megan.say("Why can't I edit Sales?")  # signs in
    before = batches(company)
    await megan.say("Why can't Lee edit Sales?")
    assert batches(company) - before == 3  # the search, then v1.0 and beta at the same time


async def test_the_remedies_are_the_askers(company: Running) -> None:
    """Megan may make Lee an owner; Adele, who owns it, too; Lee himself may only ask."""
    for person, button in ((MEGAN, "Make owner…"), (ADELE, "Make owner…"), (LEE, "Ask an owner…")):
        shown = await Chatting(company, person, "en-GB").say("Why can't Lee edit Sales?")
        assert button in titles(shown), person


async def test_asked_about_oneself_by_name_it_is_about_you(company: Running) -> None:
    shown = await Chatting(company, LEE).say("Why can't Lee Gu edit Sales?")
    assert heading(shown) == "You neither own Sales nor have a role that may change it."


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Why can't Zaphod edit Sales?", "I can't find anybody called “Zaphod”."),
        ("Hvorfor kan Zaphod ikke redigere Sales?", "Jeg kan ikke finde nogen, der hedder ”Zaphod”."),
    ],
)
async def test_nobody_by_that_name_is_said(company: Running, asked: str, said: str) -> None:
    assert heading(await Chatting(company, MEGAN).say(asked)) == said


@pytest.mark.parametrize(
    ("asked", "which"),
    [
        ("My colleague can't edit Sales", "Whom is it about?"),
        ("Min kollega kan ikke redigere Sales", "Hvem drejer det sig om?"),
    ],
)
async def test_somebody_without_a_name_is_asked_for(company: Running, asked: str, which: str) -> None:
    megan = Chatting(company, MEGAN)
    shown = await megan.say(asked)
    assert heading(shown) == which
    answer = await megan.press(titles(shown)[0], entity="Lee Gu")
    assert "Lee Gu" in heading(answer)
    assert "Sales" in heading(answer)


async def test_the_name_may_also_be_written(company: Running) -> None:
    megan = Chatting(company, MEGAN)
    await megan.say("My colleague can't edit Sales")
    assert heading(await megan.say("Lee Gu")) == "Lee Gu neither owns Sales nor has a role that may change it."


async def test_he_is_whom_it_was_about(company: Running) -> None:
    megan = Chatting(company, MEGAN)
    await megan.say("Why can't Lee edit Sales?")
    assert (
        heading(await megan.say("can he delete it?")) == "Lee Gu neither owns Sales nor has a role that may delete it."
    )
    assert heading(await megan.say("and Adele?")) == "Nothing stops Adele Vance from deleting Sales."


async def test_the_difference_between_two(company: Running) -> None:
    shown = await Chatting(company, MEGAN).say("Why does Sales work for Adele and not for Lee?")
    said = text(shown)
    assert heading(shown) == "Lee Gu neither owns Sales nor has a role that may change it."
    assert "The difference\nNothing stops Adele Vance here.\nIn order for Adele Vance\n" in said
    assert "✓ whether an owner or a role has the right" in said


async def test_the_difference_in_danish(company: Running) -> None:
    said = text(await Chatting(company, MEGAN).say("Hvorfor kan Adele redigere Sales, når Lee ikke kan?"))
    assert "Lee Gu er ikke ejer af Sales" in said
    assert "Forskellen" in said
    assert "Adele Vance" in said


async def test_what_stops_both_makes_no_difference(company: Running) -> None:
    said = text(await Chatting(company, MEGAN).say("Why does Marketing DK work for Adele and not for Lee?"))
    assert "It can't work for Adele Vance either: Marketing DK is managed in Active Directory" in said


async def test_two_people_are_answered_one_by_one(company: Running) -> None:
    megan = Chatting(company, MEGAN)
    before = len(megan.cards())
    await megan.say("Why can't Lee and Gitte edit Sales?")
    said = [heading(card) for card in megan.cards()[before:]]
    assert said[0] == "Lee Gu neither owns Sales nor has a role that may change it."
    assert said[1].startswith("Probably: Gitte Friis may change Sales through a role")


async def test_where_nothing_can_be_read_the_gap_names_the_permission(company: Running) -> None:
    kim = Chatting(company, "kim_fabrikam.com#EXT#@contoso.onmicrosoft.com", "en-GB")
    said = text(await kim.say("Why can't Lee edit Fabrikam Samarbejde?"))
    assert "so I can't tell what stops Lee Gu" in said
    assert "the roles the person has for a part of the organisation. It takes the permission RoleManagement" in said
    assert "Nothing stops" not in said


async def test_without_the_right_to_read_it_the_gap_names_the_permission() -> None:
    async with contoso() as running:
        lee = Chatting(running, LEE)
        said = text(await lee.say("Why can't Pia edit Salg Danmark?"))
        assert "Pia Juhl neither owns Salg Danmark nor has a role that may change it." in said
        assert "I may not see the roles the person could activate." in said
        assert "It takes the permission" in said
        assert "Nothing stops" not in said


@pytest.mark.parametrize(
    ("first", "then", "about"),
    [
        ("why can't Lee edit Sales?", "make him owner", "Lee Gu will be able to change Sales"),
        (
            "why can't Lee edit Sales?",
            "make him an owner of Salg Danmark",
            "Lee Gu will be able to change Salg Danmark",
        ),
        ("hvorfor kan Lee ikke redigere Sales?", "gør ham til ejer", "Lee Gu kan derefter ændre Sales"),
    ],
)
async def test_him_is_whoever_was_asked_about_also_when_something_is_to_be_done(
    company: Running, first: str, then: str, about: str
) -> None:
    """Megan may become an owner herself, but nobody asked for that."""
    megan = Chatting(company, MEGAN, "en-GB")
    await megan.say(first)
    said = text(await megan.say(then))
    assert about in said
    assert "Megan Bowen" not in said


@pytest.mark.parametrize(
    ("then", "whom"),
    [
        ("make her an owner of Sales", "Whom is it about?"),
        ("gør hende til ejer af Sales", "Hvem drejer det sig om?"),
    ],
)
async def test_him_is_asked_for_when_nobody_was_named(company: Running, then: str, whom: str) -> None:
    megan = Chatting(company, MEGAN, "en-GB")
    await megan.say("hi")
    await megan.say("forget that")
    assert heading(await megan.say(then)) == whom
    assert text(await megan.say("Lee Gu")).startswith("Sales\n")


@pytest.mark.parametrize(
    ("asked", "whom"),
    [("can him edit Sales?", "Whom is it about?"), ("kan hende redigere Sales?", "Hvem drejer det sig om?")],
)
async def test_written_in_haste_it_is_still_not_about_the_asker(company: Running, asked: str, whom: str) -> None:
    lee = Chatting(company, LEE)
    assert heading(await lee.say(asked)) == whom
    assert heading(await lee.say("Adele Vance")).endswith(("Adele Vance from changing Sales.", "kan ændre Sales."))


async def test_asked_for_whom_the_subject_stays(company: Running) -> None:
    lee = Chatting(company, LEE)
    await lee.say("why can't I edit Salg Danmark?")
    await lee.say("can him edit it?")
    assert heading(await lee.say("why can't Adele edit it?")) == "Nothing stops Adele Vance from changing Salg Danmark."


@pytest.mark.parametrize(
    "asked",
    [
        "Why can't Ulrik or Camilla edit Sales?",
        "hvorfor kan hverken Ulrik eller Camilla redigere Sales?",
        "kan både Ulrik og Camilla redigere Sales?",
        "kan ulrik og camilla ændre sales",
    ],
)
async def test_of_two_people_each_is_answered(company: Running, asked: str) -> None:
    megan = Chatting(company, MEGAN)
    await megan.say(asked)
    said = "\n".join(text(item) for item in megan.client.items() if item.card)
    assert "Ulrik Bang" in said
    assert "Camilla Bruun" in said
    assert "You neither" not in said
