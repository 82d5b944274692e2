"""A request nobody answered in a week: closed for the owners, told to the asker, once."""

from datetime import timedelta

import pytest

from bot.housekeeping.expire_owner_request import KIND
from bot.store.follow_ups import FollowUp
from bot.store.requests import ANSWERED_WITHIN, OwnerCard, Wanted
from tests.housekeeping.house import House
from tests.store.intents import NOON

WISH = Wanted(NOON, "tenant", "lee", "a:lee", "group", "owner", "I run the campaign now.")
SOON = timedelta(minutes=10)
OVER = "Nobody answered this in time."


async def asked(home: House) -> str:
    """Lee asks two owners."""
    id = await home.kept.requests.open(WISH)
    for owner in ("adele", "freja"):
        await home.kept.requests.card_sent(id, OwnerCard(owner, f"a:{owner}", f"card-of-{owner}"))
    return id


async def state(home: House, id: str) -> str | None:
    found = await home.kept.requests.get(id)
    return found and found.state


async def test_after_a_week_the_asker_is_told_once_and_the_owners_cards_are_closed(home: House) -> None:
    home.names["group"] = "Marketing DK Leads"
    id = await asked(home)
    await home.passes(ANSWERED_WITHIN)
    assert (await state(home, id), home.chats.told) == ("open", [])
    for _ in range(5):
        await home.passes(SOON)
    assert await state(home, id) == "expired"
    ((person, said),) = home.chats.told
    assert person == "lee"
    assert "No owner of Marketing DK Leads answered you in time." in said
    assert set(home.chats.replaced) == {("adele", "card-of-adele"), ("freja", "card-of-freja")}
    assert all(OVER in card for card in home.chats.replaced.values())


async def test_where_nobody_can_look_up_the_group_the_sentence_does_without_its_name(home: House) -> None:
    await asked(home)
    await home.passes(ANSWERED_WITHIN + SOON)
    ((_, said),) = home.chats.told
    assert "No owner answered what you asked them in time." in said


async def test_an_owner_who_was_quicker_is_the_one_who_answered(home: House) -> None:
    id = await asked(home)
    await home.kept.requests.answer(id, "declined", by="adele", at=NOON)
    await home.passes(ANSWERED_WITHIN + SOON)
    assert (await state(home, id), home.chats.told, home.chats.replaced) == ("declined", [], {})


async def test_a_crash_between_closing_and_telling_leaves_nobody_untold(home: House) -> None:
    id, now = await asked(home), NOON + ANSWERED_WITHIN + SOON
    await home.kept.follow_ups.add(FollowUp(f"{KIND}:{id}", KIND, "tenant", "lee", {"request": id}, now, now))
    await home.kept.requests.expire(id, now)
    await home.passes(ANSWERED_WITHIN + SOON)
    assert [person for person, _ in home.chats.told] == ["lee"]


@pytest.mark.parametrize("answer", ["", None], ids=["never", "not now"])
async def test_who_cannot_be_reached_now_is_tried_again_and_who_never_can_is_not(
    home: House, answer: str | None
) -> None:
    id = await asked(home)
    home.chats.answers = [answer]
    await home.passes(ANSWERED_WITHIN + SOON)
    assert (home.chats.tries, await state(home, id)) == (1, "expired")
    for _ in range(5):
        await home.passes(SOON)
    assert home.chats.tries == (1 if answer == "" else 2)
