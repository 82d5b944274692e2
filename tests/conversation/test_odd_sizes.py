"""Names, dates and addresses of a size nobody would choose: an answer that Teams takes, never a failure."""

from typing import Any

import pytest

from bot.cli.company import Running
from tests.company import Chatting, contoso, text, titles
from tests.conversation.watching import heading, writes

NAMES = {
    "60 KB": "N" * 60_000,
    "60 KB of words": "navn " * 12_000,
    "300 repeated words": " ".join(["Marketing"] * 300),
    "300 emoji": "👨‍👩‍👧" * 300,
}
DN = ",".join([f"OU=Ou{n}" for n in range(700)])


def fails(said: str) -> bool:
    return "made a mistake" in said or "didn't answer" in said or not said


@pytest.mark.parametrize("name", NAMES)
async def test_a_group_with_such_a_name_is_answered_confirmed_and_changed(name: str) -> None:
    async with contoso() as running:
        group = running.group("Salg Danmark")
        gitte = Chatting(running, "gitte@contoso.com")
        group["displayName"] = NAMES[name]
        shown = await gitte.say(f"Why can't I edit {group['id']}?")
        assert not fails(text(shown))
        assert "Make owner…" in titles(shown)
        await gitte.press("Make owner…")
        done = await gitte.press("Make owner")
        assert heading(done) == "It worked: I looked again, and it shows."
        await gitte.press("Undo")
        assert len(writes(running)) == 3


@pytest.mark.parametrize("name", NAMES)
async def test_a_person_with_such_a_name_asks_owners_and_is_answered(name: str) -> None:
    async with contoso() as running:
        lee, adele = Chatting(running, "lee@contoso.com"), Chatting(running, "adele@contoso.com")
        await adele.say("hello")
        await lee.say("Why can't I edit Marketing DK Leads?")  # signs in: a token holds no such name
        user = running.sandbox.world.user("lee@contoso.com")
        assert user
        user["displayName"] = NAMES[name]
        await lee.press("Ask an owner…")
        assert heading(await lee.press("Ask an owner", wish="owner", note="")) == "The owners have been asked."
        await running.settled(adele.client)
        assert "Make owner" in titles(adele.last())
        await adele.press("Make owner")
        assert lee.client.user in running.sandbox.world.owners[running.group("Marketing DK Leads")["id"]]


async def test_a_name_of_such_a_size_can_be_asked_for_by_its_beginning() -> None:
    async with contoso() as running:
        running.group("Salg Danmark")["displayName"] = NAMES["300 repeated words"]
        chat = Chatting(running, "lee@contoso.com")
        assert not fails(text(await chat.say("Why can't I edit " + "Marketing " * 300 + "?")))
        assert not fails(text(await chat.say("Why can't I edit Marketing?")))


DATES = ("9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "1601-01-01T00:00:00Z")


def dated(running: Running, date: str) -> None:
    """Whatever has a date in this company has this one, but for what was deleted: that would be gone for good."""
    world = running.sandbox.world
    things: list[dict[str, Any]] = [*world.groups.values(), *world.users.values()]
    for thing in things:
        for field, value in list(thing.items()):
            if field.endswith("DateTime") and value and (field != "deletedDateTime" or date > "2026"):
                thing[field] = date


@pytest.mark.parametrize("locale", ["en-US", "da-DK"])
@pytest.mark.parametrize("date", DATES)
async def test_a_date_at_the_end_of_time_is_survived(date: str, locale: str) -> None:
    async with contoso() as running:
        chat = Chatting(running, "adele@contoso.com", locale)
        await chat.say("hello")
        groups = [running.group(name)["id"] for name in ("Marketing DK", "Sales", "Salg Danmark")]
        dated(running, date)
        for group in (*groups, "Kampagne 2025"):
            assert not fails(text(await chat.say(f"Why can't I edit {group}?")))


async def test_a_distinguished_name_of_seven_hundred_parts_is_read_and_shown() -> None:
    async with contoso() as running:
        group = running.group("Marketing DK")
        group["onPremisesDistinguishedName"] = f"CN=Marketing DK,{DN},DC=contoso,DC=com"
        chat = Chatting(running, "adele@contoso.com")
        shown = await chat.say("Why can't I edit Marketing DK?")
        assert "managed in Active Directory" in heading(shown)
        assert not fails(text(await chat.say(f"Why can't I edit CN=Marketing DK,{DN}"[:3_900])))
