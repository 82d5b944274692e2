"""A word of consent acts only on what stands on the last card, and never does what a card asks to confirm."""

import pytest

from bot.cli.company import Running
from tests.company import Chatting, contoso, text, titles
from tests.conversation.watching import heading, writes

NOTHING = "I don't know what you mean by that: my last message offers nothing to agree to."
INTET = "Jeg ved ikke, hvad du mener: Der er ikke noget at sige ja til i min seneste besked."
NO_UNDO = "There is nothing to undo in my last message."


async def restored(running: Running) -> Chatting:
    """Adele has just restored Kampagne 2025 in words, which costs little."""
    adele = Chatting(running, "adele@contoso.com", "en-GB")
    await adele.say("restore Kampagne 2025")
    assert writes(running) == []
    assert heading(await adele.say("yes do it")) == "It worked: I looked again, and it shows."
    return adele


async def test_undo_never_reaches_past_the_last_card() -> None:
    """An archived team is opened, then a group restored: "undo" takes neither back, since no undo stands there."""
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com", "en-GB")
        await adele.say("why can't I edit Projekt Nord?")
        await adele.press("Open the team again")
        await adele.say("restore Kampagne 2025")
        await adele.say("yes")
        done = writes(running)
        for _ in range(2):
            assert heading(await adele.say("undo")) == NO_UNDO
        assert writes(running) == done


async def test_undo_takes_back_what_the_last_card_says_was_done_and_twice_says_so() -> None:
    async with contoso() as running:
        gitte = Chatting(running, "gitte@contoso.com")
        await gitte.say("Why can't I edit Salg Danmark?")
        await gitte.press("Make owner…")
        await gitte.press("Make owner")
        shown = await gitte.say("undo")
        assert titles(shown) == ["Remove as owner", "Cancel"]
        assert heading(await gitte.press("Remove as owner")) == "It worked: I looked again, and it shows."
        done = len(writes(running))
        assert heading(await gitte.say("undo")) == NO_UNDO
        assert len(writes(running)) == done


@pytest.mark.parametrize("no", ["no", "nej", "no thanks", "leave it"])
async def test_no_to_a_confirm_card_leaves_it(no: str) -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        await soren.say("move Marketing DK to the cloud")
        assert text(await soren.say(no)).startswith(("All right, I've left it at that.", "I orden"))
        assert heading(await soren.say("yes do it")) == NOTHING
        assert writes(running) == []


@pytest.mark.parametrize(
    ("asked", "buttons"),
    [
        ("move Økonomi to the cloud", ["Move to the cloud", "Cancel"]),
        ("please move Økonomi into the cloud", ["Move to the cloud", "Cancel"]),
        ("flyt Økonomi til skyen", ["Flyt til skyen", "Annuller"]),
        ("kan du flytte Økonomi til skyen?", ["Flyt til skyen", "Annuller"]),
    ],
)
async def test_a_costly_deed_in_words_opens_the_card_that_asks(asked: str, buttons: list[str]) -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        assert titles(await soren.say(asked)) == buttons
        for yes in ("yes", "do it", "fix it", "ja gør det"):
            await soren.say(yes)
            assert writes(running) == []


async def test_fix_it_after_an_answer_opens_the_card_and_only_its_button_does_it() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        await soren.say("why can't I edit Marketing DK?")
        assert titles(await soren.say("fix it")) == ["Move to the cloud", "Cancel"]
        assert titles(await soren.say("fix it")) == ["Move to the cloud", "Cancel"]
        assert writes(running) == []
        await soren.press("Move to the cloud")
        assert len(writes(running)) == 1


@pytest.mark.parametrize(
    ("locale", "yes", "said"),
    [("en-GB", "yes", NOTHING), ("en-GB", "fix it", NOTHING), ("da-DK", "ja", INTET), ("da-DK", "ret det", INTET)],
)
async def test_a_yes_to_nothing_says_so(locale: str, yes: str, said: str) -> None:
    async with contoso() as running:
        assert heading(await Chatting(running, "soren@contoso.com", locale).say(yes)) == said
        assert writes(running) == []


async def test_whoever_may_not_do_it_is_told_who_can() -> None:
    async with contoso() as running:
        lee = Chatting(running, "lee@contoso.com")
        assert "Move to the cloud…" not in titles(await lee.say("why can't I edit Marketing DK?"))
        assert heading(await lee.say("yes do it")) == "You can't do that yourself: it takes a role you don't have."
        assert "Hybrid Identity Administrator" in text(lee.cards()[-2])
        assert writes(running) == []


async def test_a_yes_after_another_answer_is_about_that_one() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        await soren.say("move Marketing DK to the cloud")
        await soren.say("who owns Salg Danmark?")
        shown = text(await soren.say("yes do it"))
        assert "Marketing DK" not in shown
        assert writes(running) == []


async def test_restored_in_words() -> None:
    async with contoso() as running:
        adele = await restored(running)
        assert running.group("Kampagne 2025")["deletedDateTime"] is None
        assert heading(await adele.say("yes do it")) == NOTHING
        assert len(writes(running)) == 1


@pytest.mark.parametrize(
    ("asked", "owner"),
    [
        ("make Lee an owner of Salg Danmark", "Lee Gu"),
        ("make me an owner of Salg Danmark", "Gitte Friis"),
        ("gør Lee til ejer af Salg Danmark", "Lee Gu"),
        ("gør mig til ejer af Salg Danmark", "Gitte Friis"),
    ],
)
async def test_who_is_made_an_owner_is_whoever_was_named(asked: str, owner: str) -> None:
    async with contoso() as running:
        gitte = Chatting(running, "gitte@contoso.com", "en-GB")
        shown = await gitte.say(asked)
        assert heading(shown) in {"Make owner", "Gør til ejer"}
        assert f"{owner} in Salg Danmark" in text(shown) or f"{owner} i Salg Danmark" in text(shown)
        assert writes(running) == []


async def test_no_keeps_what_it_is_about() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        await soren.say("move Marketing DK to the cloud")
        await soren.say("no")
        assert text(await soren.say("who owns it?")).startswith("Marketing DK\n")


async def test_removing_a_groups_licences_opens_the_card_that_asks() -> None:
    async with contoso() as running:
        gitte = Chatting(running, "gitte@contoso.com", "en-GB")
        assert titles(await gitte.say("remove the licences from Licens Visio")) == ["Remove the licences", "Cancel"]
        assert text(await gitte.say("remove the licences from Sales")).startswith("I understand what you're asking")
        assert writes(running) == []
