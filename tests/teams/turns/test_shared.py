"""Group chats and channels: everybody reads along, so everybody gets their own answer and nothing more."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass

import pytest

from bot.cli.company import Running
from bot.sandbox.teams_client.view import Item
from tests.company import Chatting, contoso, text, titles
from tests.conversation.watching import act, card_in, data_of, heading, message, writes

ABOUT_PEOPLE = ("Active Directory", "owner", "ejer", "role", "guest", "Manage in the cloud", "restricted")
"""Words that would say something about somebody's rights, or about the group."""


@dataclass(frozen=True)
class Room:
    """A group chat or channel, and two people in it."""

    running: Running
    adele: Chatting
    lee: Chatting
    id: str

    async def asked(self, question: str) -> None:
        """Adele asks, and everybody's client has done what it does by itself."""
        await self.adele.say(question, self.id, mention=True)
        await self.running.settled(self.lee.client)

    def sees(self, chat: Chatting) -> Item:
        """The newest card of the bot's on this person's screen."""
        return chat.last(self.id)

    def posted(self) -> list[str]:
        """What the bot posted for everybody, as JSON."""
        connector = self.running.sandbox.connector
        place = next(place for place in self.adele.client.places() if place.id == self.id)
        bot = connector.conversations.bot["id"]
        events = (each for each in connector.board.history(place) if each.only_for is None)
        return [str(each.activity.get("attachments")) for each in events if each.activity["from"]["id"] == bot]


@pytest.fixture(params=["groupChat", "channel"])
async def room(request: pytest.FixtureRequest) -> AsyncGenerator[Room]:
    """Both kinds."""
    async with contoso() as running:
        adele, lee = Chatting(running, "adele@contoso.com"), Chatting(running, "lee@contoso.com")
        place = next(place for place in adele.client.places() if place.kind == request.param)
        if lee.client.user not in place.members:
            running.sandbox.world.members[place.team or ""].append(lee.client.user)
        yield Room(running, adele, lee, place.id)


async def test_it_only_speaks_when_spoken_to(room: Room) -> None:
    await room.adele.client.send("Why can't I edit Marketing DK?", room.id)
    await room.running.settled(room.adele.client)
    assert room.posted() == []


async def test_the_shared_card_says_nothing_about_anybodys_rights(room: Room) -> None:
    await room.asked("Why can't I edit Salg Danmark?")
    (posted,) = room.posted()
    assert "Adele Vance asked about Salg Danmark." in posted
    assert [word for word in ABOUT_PEOPLE if word in posted] == []


async def test_everybody_sees_their_own(room: Room) -> None:
    await room.asked("Why can't I edit Salg Danmark?")
    assert heading(room.sees(room.adele)) == "Nothing stops you from changing Salg Danmark."
    assert "Adele Vance asked" in text(room.sees(room.lee))
    assert heading(await room.lee.press("Show what I see", room.id)).startswith("You neither own Salg Danmark")
    assert heading(room.sees(room.adele)) == "Nothing stops you from changing Salg Danmark."
    assert len(room.posted()) == 1


async def test_what_a_press_leads_to_stays_with_who_pressed(room: Room) -> None:
    await room.asked("Why can't I edit Kampagne 2025?")
    before = text(room.sees(room.lee))
    done = await room.adele.press("Restore the group", room.id)
    assert heading(done) == "It worked: I looked again, and it shows."
    assert text(room.sees(room.lee)) == before
    assert len(room.posted()) == 1
    assert "Kampagne 2025" in room.posted()[0]


async def test_a_borrowed_button_acts_with_the_borrowers_rights(room: Room) -> None:
    await room.asked("Why can't I edit Projekt Nord?")
    data = data_of(room.sees(room.adele), "Open the team again")
    await room.lee.say("Why can't I edit Sales?")  # signs in
    said = str(card_in(await act(room.lee, "offer", data, on=room.sees(room.lee))))
    assert room.running.sandbox.world.teams[data["about"]["id"]]["isArchived"] is True
    assert "It worked" not in said
    assert "Adele" not in said or "You neither own" in said


async def test_an_odd_value_does_not_make_an_answer_public(room: Room) -> None:
    await room.asked("Why can't I edit Sales?")  # signs in
    before = len(room.posted())
    bot = room.running.sandbox.connector.conversations.bot
    said = f"<at>{bot['name']}</at> Why can't I edit Salg Danmark?"
    odd: list[object] = [[1], ["x"], 7, "x", True, {}, 0, "", []]
    for value in odd:
        await message(room.adele, room.id, text=said, value=value)
    posted = room.posted()[before:]
    assert ["asked about" in card for card in posted] == [True] * len(odd)
    assert [word for word in ABOUT_PEOPLE for card in posted if word in card] == []


async def test_an_old_clients_press_is_answered_to_that_person_alone(room: Room) -> None:
    await room.asked("Why can't I edit Salg Danmark?")
    await room.lee.say("Why can't I edit Sales?")  # signs in
    before = len(room.posted())
    data = {"verb": "meant", "symptom": "group.edit", "entity": "Salg Danmark"}
    await message(room.lee, room.id, text=None, value=data)
    assert len(room.posted()) == before
    assert heading(room.sees(room.lee)).startswith("You neither own Salg Danmark")
    assert room.sees(room.lee).targeted
    await room.running.settled(room.adele.client)
    assert "You neither own" not in text(room.sees(room.adele))


async def test_an_old_clients_sign_in_is_asked_of_that_person_alone(room: Room) -> None:
    await room.asked("Why can't I edit Salg Danmark?")
    before = len(room.posted())
    await message(room.lee, room.id, text=None, value={"verb": "meant", "symptom": "group.edit", "entity": "Sales"})
    assert len(room.posted()) == before


async def test_no_group_named_is_asked_for(room: Room) -> None:
    await room.asked("Why can't I edit a group?")
    place = next(place for place in room.adele.client.places() if place.id == room.id)
    if place.kind == "channel":
        assert text(room.sees(room.adele)).startswith("Sales\n")
    else:
        assert titles(room.sees(room.adele)) == ["Find the group"]
        found = await room.adele.press("Find the group", room.id, entity="Salg Danmark")
        assert heading(found) == "Nothing stops you from changing Salg Danmark."
        assert "Nothing stops" not in str(room.posted())


@pytest.mark.parametrize(
    ("asked", "language"),
    [("Why can't I edit this group?", "en"), ("Hvorfor kan jeg ikke redigere denne gruppe?", "da")],
)
async def test_this_group_in_a_channel_is_the_teams(asked: str, language: str) -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        place = next(place for place in adele.client.places() if place.kind == "channel")
        shown = await adele.say(asked, place.id, mention=True)
        assert text(shown).startswith("Sales\n")
        assert (shown.card or {})["lang"] == language


async def test_whoever_signs_in_on_a_card_in_a_channel_needs_no_page(room: Room) -> None:
    await room.asked("Why can't I edit Salg Danmark?")
    assert not room.sees(room.adele).sign_in
    shown = await room.lee.press("Show what I see", room.id)
    assert not shown.sign_in
    assert heading(shown).startswith("You neither own")
    assert writes(room.running) == []
