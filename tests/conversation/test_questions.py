"""Every cause, asked about by somebody it stops, in English and in Danish."""

from typing import LiteralString, TypeAlias

import pytest

from bot.cli.company import Running
from bot.texts import Text, Voice, say
from tests.company import Chatting, text, titles
from tests.conversation.watching import act, card_in, heading, writes

pytestmark = pytest.mark.asyncio(loop_scope="module")

GUEST = "kim_fabrikam.com#EXT#@contoso.onmicrosoft.com"
VOICES = {"en": Voice("en", "en_GB"), "da": Voice("da", "da_DK")}
QUESTIONS = {
    "edit": {"en": "Why can't I edit {}?", "da": "Hvorfor kan jeg ikke redigere {}?"},
    "members": {"en": "Why can't I add members to {}?", "da": "Hvorfor kan jeg ikke tilføje medlemmer til {}?"},
    "delete": {"en": "Why can't I delete {}?", "da": "Hvorfor kan jeg ikke slette {}?"},
    "see members": {"en": "Why can't I see the members of {}?", "da": "Hvorfor kan jeg ikke se medlemmerne af {}?"},
    "gone from AD": {
        "en": "{} is gone from AD but still in the cloud",
        "da": "{} er slettet i AD, men den er stadig i skyen",
    },
    "source": {"en": "Where is {} managed?", "da": "Hvor styres {}?"},
}
ON_PREMISES = "{group} is managed in Active Directory, so it can't be changed here."
NOT_OWNER = "You neither own {group} nor have a role that may change it."
ASLEEP = "You could change {group}, but your role isn't active."
DYNAMIC = "A rule decides who is in {group}, so members can't be added or removed by hand."
ROLES = "{group} can hold directory roles, so only a few people may change it."
RESTRICTED = "{group} is protected: only administrators of its restricted unit can change it."
EXCHANGE = "{group} is managed in Exchange, so it can't be changed from here."
HIDDEN = "{group} hides who is in it: only members, owners and some administrators see that."
CLEAR = "Nothing stops you from changing {group}."

Case: TypeAlias = tuple[str, str, str, LiteralString]
"""Who asks what about which group, and the sentence that answers it."""

VERDICTS: list[Case] = [
    ("adele@contoso.com", "edit", "Marketing DK", ON_PREMISES),
    ("megan@contoso.com", "members", "Økonomi", ON_PREMISES),
    ("soren@contoso.com", "source", "Ledergruppen", ON_PREMISES),
    ("soren@contoso.com", "source", "Indkøb", "{group} goes back to Active Directory at the next sync."),
    ("lee@contoso.com", "edit", "Salg Danmark", NOT_OWNER),
    ("lee@contoso.com", "delete", "Kantineudvalget", "You neither own {group} nor have a role that may delete it."),
    ("pia@contoso.com", "members", "Lagerledelsen", ASLEEP),
    ("gitte@contoso.com", "members", "All Employees", DYNAMIC),
    ("helle@contoso.com", "members", "Alle i Danmark", DYNAMIC),
    ("gitte@contoso.com", "edit", "Tier 0 Admins", ROLES),
    ("megan@contoso.com", "edit", "Direktion", RESTRICTED),
    ("birgitte@contoso.com", "members", "Direktion", RESTRICTED),
    ("megan@contoso.com", "delete", "Break Glass", RESTRICTED),
    ("adele@contoso.com", "edit", "Finance-List", EXCHANGE),
    ("eva@contoso.com", "members", "Warehouse-MESG", EXCHANGE),
    ("adele@contoso.com", "edit", "Projekt Nord", "{group} is archived."),
    ("adele@contoso.com", "edit", "Kampagne 2025", "{group} has been deleted."),
    ("megan@contoso.com", "edit", "Kunderådgivning", CLEAR),
    ("gitte@contoso.com", "edit", "All Employees", CLEAR),
    ("palle@contoso.com", "edit", "Tier 0 Admins", CLEAR),
    ("dorthe@contoso.com", "edit", "Direktion", CLEAR),
    ("adele@contoso.com", "members", "Projekt Nord", "Nothing stops you from adding members to {group}."),
    ("emily@contoso.com", "edit", "Projekt Nord", NOT_OWNER),
    ("lee@contoso.com", "see members", "Whistleblowerudvalget", HIDDEN),
    ("lee@contoso.com", "see members", "Projekt Nord", "{group} doesn't hide its members."),
    (
        "megan@contoso.com",
        "gone from AD",
        "PBI-brugere 2023",
        "{group} gives licences to its members, so it can't be deleted.",
    ),
]
"""What is said first."""

ALSO: list[Case] = [
    ("soren@contoso.com", "edit", "Indkøb", "{group} goes back to Active Directory at the next sync."),
    ("lars@contoso.com", "edit", "Gamle Lager", "{group} used to come from Active Directory."),
    ("adele@contoso.com", "members", "Projekt Nord", "{group} is archived."),
]
"""What is said besides the verdict."""


def sentence(template: LiteralString, group: str, language: str) -> str:
    return say(Text(template, {"group": group}), VOICES[language])


@pytest.mark.parametrize("language", VOICES)
@pytest.mark.parametrize("case", VERDICTS, ids=lambda case: "-".join(case[:3]))
async def test_verdict(company: Running, case: Case, language: str) -> None:
    person, symptom, group, verdict = case
    chat = Chatting(company, person)
    answer = await chat.say(QUESTIONS[symptom][language].format(group))
    assert heading(answer) == sentence(verdict, group, language)
    assert (answer.card or {})["lang"] == language


@pytest.mark.parametrize("language", VOICES)
@pytest.mark.parametrize("case", ALSO, ids=lambda case: "-".join(case[:3]))
async def test_what_is_said_besides(company: Running, case: Case, language: str) -> None:
    person, symptom, group, besides = case
    chat = Chatting(company, person)
    answer = await chat.say(QUESTIONS[symptom][language].format(group))
    assert sentence(besides, group, language) in text(answer)
    assert heading(answer) != sentence(besides, group, language)


@pytest.mark.parametrize(
    ("language", "verdict", "doubt"),
    [
        (
            "en",
            "Probably: You are a guest here, and guests can only change groups they own.",
            "A role for a part of the organisation, which I couldn't see, may allow it all the same.",
        ),
        (
            "da",
            "Sandsynligvis: Du er gæst her, og gæster kan kun ændre grupper, de selv ejer.",
            "En rolle for en del af organisationen, som jeg ikke kunne se, kan give lov alligevel.",
        ),
    ],
)
async def test_a_guest_whose_roles_cannot_all_be_seen_hears_what_is_likely_and_why_it_is_no_more(
    company: Running, language: str, verdict: str, doubt: str
) -> None:
    answer = await Chatting(company, GUEST).say(QUESTIONS["edit"][language].format("Fabrikam Samarbejde"))
    assert heading(answer) == verdict
    assert doubt in text(answer)
    assert "RoleEligibilitySchedule.Read.Directory" in text(answer)


@pytest.mark.parametrize(
    "asked",
    [
        "Why can't I edit 6310f403-2112-43d5-bdfb-5b2fe552bfbd?",
        "Why can't I edit the group sales@contoso.com?",
        "Why can't I edit Sales?",
        "hvorfor kan jeg ikke redigere gruppen SALES@CONTOSO.COM",
    ],
)
async def test_a_group_by_id_mail_or_name(company: Running, asked: str) -> None:
    answer = await Chatting(company, "adele@contoso.com").say(asked)
    assert text(answer).startswith("Sales\n")


@pytest.mark.parametrize(
    "group",
    ['Projekt "Hurtig levering"', "C# Guild", "Managers' Lounge", "R&D", "C++ & Embedded", "Fredagsbar 🍻"],
)
async def test_names_with_signs_in_them(company: Running, group: str) -> None:
    answer = await Chatting(company, "lee@contoso.com").say(f"Why can't I edit {group}?")
    assert heading(answer) == sentence(NOT_OWNER, group, "en")


async def test_two_groups_of_one_name_are_shown_to_choose_from(company: Running) -> None:
    chat = Chatting(company, "adele@contoso.com")
    picker = await chat.say("Why can't I edit Marketing?")
    assert len(titles(picker)) == 2
    assert "marketing@contoso.com" in titles(picker)[0]
    chosen = await chat.press(titles(picker)[0])
    assert heading(chosen) == sentence(NOT_OWNER, "Marketing", "en")
    assert "Team" in text(chosen)


async def test_a_slip_of_the_finger_is_forgiven(company: Running) -> None:
    chat = Chatting(company, "adele@contoso.com")
    picker = await chat.say("Why can't I edit Marketng DK?")
    dk = next(title for title in titles(picker) if title.startswith("Marketing DK"))
    assert heading(await chat.press(dk)) == sentence(ON_PREMISES, "Marketing DK", "en")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Why can't I edit Flyvende Tallerkener?", "I can't find a group called “Flyvende Tallerkener”."),
        ("Hvorfor kan jeg ikke redigere Flyvende Tallerkener?", "Jeg kan ikke finde en gruppe"),
        ("Why can't I edit 00000000-1111-2222-3333-444444444444?", "There is no such group any more"),
    ],
)
async def test_an_unknown_group_is_not_found(company: Running, asked: str, said: str) -> None:
    assert heading(await Chatting(company, "adele@contoso.com").say(asked)).startswith(said)


async def test_no_group_named_asks_for_it_and_goes_on(company: Running) -> None:
    chat = Chatting(company, "adele@contoso.com", "da-DK")
    asked = await chat.say("hvorfor kan jeg ikke redigere denne gruppe")
    answer = await chat.press(titles(asked)[0], entity="Marketing DK")
    assert heading(answer) == sentence(ON_PREMISES, "Marketing DK", "da")


@pytest.mark.parametrize(("greeting", "locale"), [("hello", "en-US"), ("hej", "da-DK"), ("help", "en-US")])
async def test_every_button_of_the_help_leads_somewhere(company: Running, greeting: str, locale: str) -> None:
    chat = Chatting(company, "adele@contoso.com", locale)
    for title in titles(await chat.say(greeting)):
        await chat.say(greeting)
        asked = await chat.press(title)
        answer = await chat.press(titles(asked)[0], entity="Salg Danmark")
        assert text(answer).startswith("Salg Danmark\n")


async def test_every_reading_offered_in_doubt_leads_somewhere(company: Running) -> None:
    chat = Chatting(company, "oliver@contoso.com")  # who has asked about nothing that "it" could be
    offered = titles(await chat.say("it does not work"))
    assert len(offered) > 1
    for title in offered:
        await chat.say("it does not work")
        assert "can't use that button" not in text(await chat.press(title))


@pytest.mark.parametrize(
    ("locale", "asked", "again"),
    [
        ("da-DK", "Why can't I edit Marketing DK?", "Check again"),
        ("en-US", "Hvorfor kan jeg ikke redigere Marketing DK?", "Tjek igen"),
        ("de-DE", "Hvorfor kan jeg ikke redigere Marketing DK?", "Tjek igen"),
    ],
)
async def test_buttons_go_on_in_the_language_of_the_question(
    company: Running, locale: str, asked: str, again: str
) -> None:
    chat = Chatting(company, "adele@contoso.com", locale)
    first = await chat.say(asked)
    second = await chat.press(again)
    assert heading(second) == heading(first)
    third = await chat.press(titles(second)[0])
    assert (third.card or {})["lang"] == (first.card or {})["lang"]


@pytest.mark.parametrize(
    ("person", "locale", "language"),
    [("freja", "da-DK", "da"), ("oliver", "en-GB", "en"), ("mikkel", "fi-FI", "en"), ("ida", "x", "en")],
)
async def test_without_words_the_client_decides_the_language(
    company: Running, person: str, locale: str, language: str
) -> None:
    answer = await Chatting(company, f"{person}@contoso.com", locale).say("🍻")
    assert (answer.card or {})["lang"] == language


async def test_a_group_that_is_gone_for_good_is_said_to_be_gone(company: Running) -> None:
    chat = Chatting(company, "adele@contoso.com")
    await chat.say("hello")
    gone = "00000000-1111-2222-3333-444444444444"
    data = {"about": {"symptom": "group.edit", "kind": "group", "id": gone}, "language": "da"}
    said = str(card_in(await act(chat, "again", data)))
    assert "Gruppen findes ikke længere" in said
    assert "””" not in said


async def test_asking_writes_nothing(company: Running) -> None:
    chat = Chatting(company, "megan@contoso.com")
    shown = await chat.press(titles(await chat.say("Why can't I edit Marketing DK?"))[0])
    assert "Afterwards" in text(shown)
    assert writes(company) == []


RESTORE = {"en": "Restore the group", "da": "Gendan gruppen"}


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize(("person", "may"), [("adele@contoso.com", True), ("lee@contoso.com", False)])
async def test_only_whoever_may_restore_a_group_gets_the_button(
    company: Running, language: str, person: str, may: bool
) -> None:
    answer = await Chatting(company, person).say(QUESTIONS["edit"][language].format("Kampagne 2025"))
    assert (RESTORE[language] in titles(answer)) is may


@pytest.mark.parametrize(
    ("asked", "said", "advice"),
    [
        (
            "restore Viggo Thorsen",
            "I can't delete people or bring them back yet, only groups.",
            "A User Administrator can bring a deleted account back for 30 days, under Deleted users in Entra.",
        ),
        (
            "kan du gendanne Viggo Thorsen?",
            "Jeg kan endnu ikke slette personer eller gendanne dem, kun grupper.",
            "En brugeradministrator kan gendanne en slettet konto i 30 dage, under Slettede brugere i Entra.",
        ),
    ],
)
@pytest.mark.parametrize("before", ["", "Why can't I edit Sales?"])
async def test_a_deleted_person_is_no_group(company: Running, before: str, asked: str, said: str, advice: str) -> None:
    chatting = Chatting(company, "megan@contoso.com")
    if before:
        await chatting.say(before)
    answer = await chatting.say(asked)
    assert said in text(answer)
    assert advice in text(answer)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("does Lee own Sales?", "Lee Gu doesn't own Sales."),
        ("is Lee an owner of Sales?", "Lee Gu doesn't own Sales."),
        ("ejer Lee Sales?", "Lee Gu ejer ikke Sales."),
        ("er Lee ejer af Sales?", "Lee Gu ejer ikke Sales."),
    ],
)
async def test_whether_somebody_owns_a_group_has_one_answer(company: Running, asked: str, said: str) -> None:
    assert heading(await Chatting(company, "adele@contoso.com").say(asked)) == said
