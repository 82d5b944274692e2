"""Consent was missing: once it is given, what was asked is answered without being typed again."""

from datetime import timedelta

import pytest

from bot.cli.company import Running
from bot.sandbox.teams_client.view import Item
from tests.company import TINY, Chatting, contoso, text, titles
from tests.conversation.good_buttons import BAD_BUTTON
from tests.conversation.watching import act, card_in, data_of, exchanges, heading, message, writes

ADMIN = "An administrator has to allow this once."
GONE = "I no longer have your question."
AYA, MOLLY = "aya@fourthcoffee.com", "molly@fourthcoffee.com"
SHOP = "Why can't I edit the group Shop?"
ANSWER = "You neither own Shop"
OPEN = "TeamSettings.ReadWrite.All"
NEEDED = {
    "AdministrativeUnit.Read.All",
    "Group.Read.All",
    "GroupMember.Read.All",
    "Organization.Read.All",
    "RoleManagement.Read.Directory",
    "User.Read",
    "User.ReadBasic.All",
}


def consented(running: Running) -> None:
    """An administrator has been on the page."""
    running.sandbox.world.admin_consent |= NEEDED


def posted(chat: Chatting) -> list[Item]:
    """The chat after the greeting, as it is when opened again: what was only the answer to a press is gone."""
    _, *cards = Chatting(chat.running, chat.client.user).cards()
    return cards


async def stopped(running: Running, asked: str = SHOP, locale: str | None = None) -> tuple[Chatting, Item]:
    """Aya asks, and nothing was ever consented to."""
    aya = Chatting(running, AYA, locale)
    shown = await aya.say(asked)
    assert "Try again" in titles(shown) or "Prøv igen" in titles(shown)
    return aya, shown


async def test_pressed_too_early_it_shows_the_same_again_and_afterwards_the_answer() -> None:
    async with contoso(TINY) as running:
        aya, first = await stopped(running)
        for _ in range(2):
            early = await aya.press("Try again")
            assert heading(early) == ADMIN
            assert data_of(early, "Try again") == data_of(first, "Try again")
        assert not [item for item in aya.cards() if item.notice]
        consented(running)
        assert heading(await aya.press("Try again")).startswith(ANSWER)
        assert [heading(item).startswith(ANSWER) for item in posted(aya)] == [True]


async def test_in_danish() -> None:
    async with contoso(TINY) as running:
        aya, shown = await stopped(running, "Hvorfor kan jeg ikke redigere gruppen Shop?", "da-DK")
        assert "Tryk på ”Prøv igen”" in text(shown)
        consented(running)
        assert "Shop" in heading(await aya.press("Prøv igen"))
        assert heading(aya.last()).startswith("Du ")


async def test_the_button_carries_a_name_nobody_can_guess_and_nothing_else() -> None:
    async with contoso(TINY) as running:
        aya, first = await stopped(running)
        carried = data_of(first, "Try again")
        assert set(carried) == {"kept", "language"}
        assert "Shop" not in str(carried)
        assert data_of(await aya.say(SHOP), "Try again")["kept"] != carried["kept"]


async def test_after_ten_minutes_it_is_gone_and_the_card_says_so() -> None:
    async with contoso(TINY) as running:
        aya, _ = await stopped(running)
        consented(running)
        running.sandbox.world.clock.forward(timedelta(minutes=11))
        shown = await aya.press("Try again")
        assert heading(shown) == GONE
        assert "type it again" in text(shown)
        assert heading(await aya.say(SHOP)).startswith(ANSWER)


async def test_every_try_keeps_it_for_ten_minutes_more() -> None:
    async with contoso(TINY) as running:
        aya, _ = await stopped(running)
        for _ in range(3):
            running.sandbox.world.clock.forward(timedelta(minutes=9))
            assert heading(await aya.press("Try again")) == ADMIN
        consented(running)
        assert heading(await aya.press("Try again")).startswith(ANSWER)


async def test_somebody_else_gets_nothing_by_it_and_takes_nothing_away() -> None:
    async with contoso(TINY) as running:
        aya, shown = await stopped(running)
        consented(running)
        molly = Chatting(running, MOLLY)
        await molly.say("Why can't I edit the group Shop?")
        before = len(exchanges(running))
        carried = data_of(shown, "Try again")
        assert BAD_BUTTON in str(card_in(await act(molly, "retry", carried)))
        await message(molly, text=None, value={"verb": "retry", **carried})
        assert BAD_BUTTON in text(molly.last())
        assert len(exchanges(running)) == before
        assert heading(await aya.press("Try again")).startswith(ANSWER)


async def test_it_is_answered_once() -> None:
    async with contoso(TINY) as running:
        aya, shown = await stopped(running)
        carried = data_of(shown, "Try again")
        consented(running)
        assert ANSWER in str(card_in(await act(aya, "retry", carried)))
        assert GONE in str(card_in(await act(aya, "retry", carried)))


@pytest.mark.parametrize("kept", ["", "x" * 21, "x" * 23, "made_up_nonce_22_chars\n", 7, None, ["x"]])
async def test_a_name_that_was_never_given_is_refused(kept: object) -> None:
    async with contoso(TINY) as running:
        aya, _ = await stopped(running)
        assert BAD_BUTTON in str(card_in(await act(aya, "retry", {"kept": kept})))
        assert GONE in str(card_in(await act(aya, "retry", {"kept": "made_up_nonce_22_chars"})))


async def test_both_questions_of_a_message_are_answered() -> None:
    async with contoso(TINY) as running:
        aya, _ = await stopped(running, "Why can't I edit the group Shop? Why can't I delete the group Shop?")
        consented(running)
        await aya.press("Try again")
        assert [heading(item).startswith(ANSWER) for item in posted(aya)] == [True, True]


async def test_an_old_client_that_sends_it_as_a_message_is_answered_below() -> None:
    async with contoso(TINY) as running:
        aya, shown = await stopped(running)
        press = {"verb": "retry", **data_of(shown, "Try again")}
        await message(aya, text=None, value=press)
        assert heading(aya.last()) == ADMIN
        consented(running)
        await message(aya, text=None, value=press)
        assert heading(aya.last()).startswith(ANSWER)


async def test_a_press_that_was_stopped_is_carried_out() -> None:
    async with contoso() as running:
        world = running.sandbox.world
        world.admin_consent -= {OPEN}
        adele = Chatting(running, "adele@contoso.com")
        await adele.say("Why can't I edit Projekt Nord?")
        await adele.press("Open the team again")
        assert heading(await adele.press("Try again")) == ADMIN
        assert writes(running) == []
        world.admin_consent |= {OPEN}
        assert heading(await adele.press("Try again")) == "Microsoft has accepted it, but it doesn't show yet."
        assert len(writes(running)) == 1


async def test_a_sign_in_for_something_else_does_not_wake_it() -> None:
    async with contoso(TINY) as running:
        aya, _ = await stopped(running)
        running.sandbox.world.admin_consent |= {"GroupMember.Read.All"}
        running.sandbox.challenged.add(aya.client.user)
        waiting = await aya.say("Why can't I delete the group Shop?")
        assert waiting.sign_in
        await aya.client.sign_in(waiting.id)
        await running.settled(aya.client)
        first, answered = posted(aya)
        assert heading(first) == ADMIN
        assert heading(answered) == "I couldn't check everything, so I can't tell what stops you."


async def test_signed_out_meanwhile_the_person_signs_in_and_is_answered() -> None:
    async with contoso(TINY) as running:
        aya, shown = await stopped(running)
        await aya.say("sign out")  # the next token is of the same second, which counts as from before it
        consented(running)
        waiting = await aya.press("Try again")
        assert waiting.sign_in
        await aya.client.sign_in(shown.id)
        await running.settled(aya.client)
        assert heading(aya.client.view.item(shown.id)).startswith(ANSWER)


async def test_what_takes_long_is_answered_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.teams.card_actions.IN_TIME", 0.0)
    async with contoso(TINY) as running:
        aya, shown = await stopped(running)
        assert heading(await aya.press("Try again")) != ADMIN
        assert heading(aya.last()) == ADMIN
        consented(running)
        await act(aya, "retry", data_of(shown, "Try again"), on=shown)
        assert heading(aya.client.view.item(shown.id)).startswith(ANSWER)


async def test_where_others_read_along_only_the_presser_sees_it() -> None:
    async with contoso() as running:
        world = running.sandbox.world
        world.admin_consent -= {"GroupMember.Read.All"}
        adele, lee = Chatting(running, "adele@contoso.com"), Chatting(running, "lee@contoso.com")
        place = next(place for place in adele.client.places() if place.kind == "groupChat")
        await adele.say("Why can't I edit Salg Danmark?", place.id, mention=True)
        stopped = await lee.press("Show what I see", place.id)
        assert heading(stopped) == ADMIN
        carried = data_of(stopped, "Try again")
        world.admin_consent |= {"GroupMember.Read.All"}
        await lee.say("hello")
        assert BAD_BUTTON in str(card_in(await act(lee, "retry", carried)))  # not where it was asked
        assert BAD_BUTTON in str(card_in(await act(adele, "retry", carried, on=adele.last(place.id))))
        assert heading(await lee.press("Try again", place.id)).startswith("You neither own Salg Danmark")
        await running.settled(adele.client)
        assert "You neither own" not in str([item.card for item in adele.client.items(place.id)])
