"""Which object: never guessed in silence; what may be a name is looked up before "it" is taken up."""

import pytest

from bot.cli.company import Running
from tests.company import TINY, Chatting, contoso, text, titles
from tests.conversation.watching import batches, heading

pytestmark = pytest.mark.asyncio(loop_scope="module")

SALES = "6310f403-2112-43d5-bdfb-5b2fe552bfbd"
ADDING = "Nothing stops you from adding members to Sales."
HUNDRED = "You neither own 100% Club nor have a role that may change it."
PORTAL = f"https://portal.azure.com/#view/Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Overview/groupId/{SALES}"


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("why cant i add people to sales", ADDING),
        ("add Lee to Sales", ADDING),
        ("add lee@contoso.com to Sales", ADDING),
        ("can I remove Lee from Sales?", "Nothing stops you from removing members from Sales."),
        ("I can't edit 100% club", HUNDRED),
        (
            "hvorfor kan jeg ikke tilføje folk til sales",
            "Der er ikke noget i vejen for, at du kan tilføje medlemmer i Sales.",
        ),
        ("kan jeg fjerne Lee fra Sales?", "Der er ikke noget i vejen for, at du kan fjerne medlemmer fra Sales."),
    ],
)
async def test_a_name_in_the_message_goes_before_the_last_subject(company: Running, asked: str, verdict: str) -> None:
    adele = Chatting(company, "adele@contoso.com")
    await adele.say("why can't I edit Marketing DK?")
    assert heading(await adele.say(asked)) == verdict


@pytest.mark.parametrize(
    ("asked", "which"),
    [
        ("the marketing group won't let me", "Which group do you mean?"),
        ("hvorfor kan jeg ikke ændre marketinggruppen?", "Hvilken gruppe mener du?"),
    ],
)
async def test_several_fit_so_it_is_asked(company: Running, asked: str, which: str) -> None:
    lee = Chatting(company, "lee@contoso.com")
    await lee.say("why can't I edit Salg Danmark?")
    assert heading(await lee.say(asked)) == which


@pytest.mark.parametrize(
    ("asked", "group"),
    [
        ("can I delete it?", "Salg Danmark"),
        ("kan jeg slette den?", "Salg Danmark"),
        ("can I remove Adele from it?", "Salg Danmark"),
        ("and who owns it?", "Salg Danmark"),
    ],
)
async def test_it_is_the_last_one_when_nothing_can_name_another(company: Running, asked: str, group: str) -> None:
    lee = Chatting(company, "lee@contoso.com")
    await lee.say("why can't I edit Salg Danmark?")
    assert text(await lee.say(asked)).startswith(f"{group}\n")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("why can't I add people to zzyzx", "I can't find a group called “zzyzx”."),
        ("hvorfor kan jeg ikke redigere Zzyzx?", "Jeg kan ikke finde en gruppe, der hedder ”Zzyzx”."),
    ],
)
async def test_what_was_looked_up_is_named(company: Running, asked: str, said: str) -> None:
    adele = Chatting(company, "adele@contoso.com")
    await adele.say("why can't I edit Marketing DK?")
    assert heading(await adele.say(asked)) == said


async def test_an_id_in_a_pasted_address_is_the_subject(company: Running) -> None:
    adele = Chatting(company, "adele@contoso.com")
    assert text(await adele.say(f"why can't I edit {PORTAL}")).startswith("Sales\n")


@pytest.mark.parametrize("asked", ["1", "2", "the first", "nummer 2"])
async def test_a_number_when_nothing_was_offered_chooses_nothing(company: Running, asked: str) -> None:
    gitte = Chatting(company, "gitte@contoso.com", "en-GB")
    before = batches(company)
    said = heading(await gitte.say(asked))
    assert said in {"There is nothing to choose from.", "Der er ikke noget at vælge imellem."}
    assert batches(company) == before


async def test_a_number_chooses_from_the_last_card(company: Running) -> None:
    lee = Chatting(company, "lee@contoso.com")
    shown = await lee.say("why can't I edit Marketing?")
    first = titles(shown)[0]
    assert first.split(", ")[1].split(" · ")[0] in text(await lee.say("1"))


async def test_both_are_looked_up_in_the_one_wave(company: Running) -> None:
    adele = Chatting(company, "adele@contoso.com")
    await adele.say("why can't I edit Sales?")  # signs in
    before = batches(company)
    assert (
        heading(await adele.say("can I remove Lee from Sales?"))
        == "Nothing stops you from removing members from Sales."
    )
    assert batches(company) - before == 3


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("add Zaphod to Sales", "I can't find anybody called “Zaphod”"),
        ("tilføj Zaphod til Sales", "Jeg kan ikke finde nogen, der hedder ”Zaphod”"),
    ],
)
async def test_somebody_to_be_added_who_is_not_found_is_said(company: Running, asked: str, said: str) -> None:
    shown = await Chatting(company, "adele@contoso.com").say(asked)
    assert said in text(shown)
    assert text(shown).startswith("Sales\n")


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("my photo is missing", "Microsoft 365 has a photo of Adele Vance."),
        ("Lee's photo is missing", "Lee Gu has no profile photo."),
        ("mit billede mangler", "Microsoft 365 har et billede af Adele Vance."),
    ],
)
async def test_a_question_about_a_person(company: Running, asked: str, verdict: str) -> None:
    adele = Chatting(company, "adele@contoso.com")
    await adele.say("why can't I edit Marketing DK?")
    assert heading(await adele.say(asked)) == verdict


async def test_a_question_about_the_whole_organisation(company: Running) -> None:
    adele = Chatting(company, "adele@contoso.com", "en-GB")
    shown = await adele.say("is the sync running?")
    assert text(shown).startswith("Contoso\nYour organisation\n")
    assert heading(shown).startswith("Directory sync is running: it last ran at 20 Nov 2026")


async def test_in_a_company_nobody_has_seen() -> None:
    async with contoso(TINY) as running:
        person = running.sandbox.world.users[next(iter(running.sandbox.world.users))]
        chat = Chatting(running, str(person["userPrincipalName"]), "en-GB")
        assert "Qwerty" in text(await chat.say("why can't I add people to qwerty")) or "allow this once" in text(
            chat.last()
        )


@pytest.mark.parametrize(
    ("asked", "question", "about"),
    [
        ("Sales", "What do you mean?", "About Sales"),
        ("Salg Danmark", "What do you mean?", "About Salg Danmark"),
        ("gruppen IT-administratorer", "Hvad mener du?", "Om IT-administratorer"),
        ("teamet Projekt Nord", "Hvad mener du?", "Om Projekt Nord"),
        (PORTAL, "What do you mean?", f"About {SALES}"),
    ],
)
async def test_a_group_that_is_named_and_no_more_is_asked_about(
    company: Running, asked: str, question: str, about: str
) -> None:
    who, language = ("helle", "da-DK") if question.startswith("Hvad") else ("diego", "en-GB")
    shown = await Chatting(company, f"{who}@contoso.com", language).say(asked)
    assert heading(shown) == question
    assert about in text(shown)
    assert any("group" in title or "gruppe" in title for title in titles(shown))
    assert not any("photo" in title or "billede" in title for title in titles(shown))


async def test_a_person_who_is_named_and_no_more_is_not_taken_for_a_group(company: Running) -> None:
    shown = await Chatting(company, "diego@contoso.com", "en-GB").say("Lee Gu")
    assert (heading(shown), titles(shown)[0]) == ("What do you mean?", "A photo is missing")


async def test_a_quoted_request_is_about_the_group_in_it(company: Running) -> None:
    gitte = Chatting(company, "gitte@contoso.com", "en-GB")
    pasted = (
        "Invoke-MgGraphRequest: PATCH https://graph.microsoft.com/v1.0/groups/4341a84c-f983-4c40-8234-48c5cdf2c993 "
        "HTTP/1.1 400 BadRequest) ErrorCode: Request_BadRequest"
    )
    assert heading(await gitte.say(pasted)) == (
        "Marketing DK is managed in Active Directory, so it can't be changed here."
    )


@pytest.mark.parametrize(
    ("asked", "group"),
    [
        ("when was Økonomi last synced?", "Økonomi"),
        ("hvornår blev økonomi sidst synkroniseret", "Økonomi"),
        ("is Konsulenter updated automatically?", "Konsulenter"),
        ("opdateres Konsulenter automatisk?", "Konsulenter"),
    ],
)
async def test_the_sync_of_a_group_is_not_the_sync_of_the_organisation(
    company: Running, asked: str, group: str
) -> None:
    assert text(await Chatting(company, "gitte@contoso.com").say(asked)).startswith(f"{group}\n")
