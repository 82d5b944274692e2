"""Asking the owners: they get a card each, the first answer counts, and the asker is told."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.cli.company import Running
from bot.sandbox.faults import Fault
from tests.company import Chatting, contoso, text, titles
from tests.conversation.watching import act, card_in, data_of, elements, heading, writes

GROUP = "Marketing DK Leads"
OWNERS = "graph.microsoft.com/v1.0/groups/*/owners/$ref"


@dataclass(frozen=True)
class Scene:
    """Lee, who owns nothing, and the two owners of a group."""

    running: Running
    lee: Chatting
    adele: Chatting
    freja: Chatting

    async def asks(self, wish: str, note: str = "") -> str:
        """Lee asks; the verdict on the card that says so."""
        await self.lee.say(f"Why can't I edit {GROUP}?")
        await self.lee.press("Ask an owner…")
        return heading(await self.lee.press("Ask an owner", wish=wish, note=note))

    async def see(self) -> None:
        """Everybody's screen is up to date."""
        for chat in (self.lee, self.adele, self.freja):
            await self.running.settled(chat.client)

    @property
    def owners(self) -> list[str]:
        """Who owns the group now, by id."""
        return self.running.sandbox.world.owners[self.running.group(GROUP)["id"]]


@pytest.fixture
async def scene() -> AsyncGenerator[Scene]:
    """Everybody has met the bot before, Freja in Danish."""
    async with contoso() as running:
        people = [
            Chatting(running, f"{name}@contoso.com", locale)
            for name, locale in (("lee", "en-US"), ("adele", "en-US"), ("freja", "da-DK"))
        ]
        for chat, greeting in zip(people, ("hello", "hello", "hej"), strict=True):
            await chat.say(greeting)
        yield Scene(running, *people)


async def test_a_request_reaches_every_owner_in_their_own_language(scene: Scene) -> None:
    assert await scene.asks("owner", "I run the campaign now.") == "The owners have been asked."
    await scene.see()
    assert heading(scene.adele.last()) == "Lee Gu would like to be an owner of Marketing DK Leads."
    assert "I run the campaign now." in text(scene.adele.last())
    assert (scene.freja.last().card or {})["lang"] == "da"
    assert "Lee Gu" in heading(scene.freja.last())
    assert writes(scene.running) == []


async def test_an_owner_does_it_and_everybody_knows(scene: Scene) -> None:
    await scene.asks("owner")
    done = await scene.adele.press("Make owner")
    await scene.see()
    assert scene.lee.client.user in scene.owners
    assert titles(done) == []
    assert titles(scene.freja.last()) == []
    assert (scene.freja.last().card or {})["lang"] == "da"
    assert heading(scene.lee.last()) == "Adele Vance made you an owner of Marketing DK Leads: I looked, and it shows."


async def test_an_owner_declines_and_nothing_is_written(scene: Scene) -> None:
    await scene.asks("owner")
    await scene.freja.press(titles(scene.freja.last())[1])
    await scene.see()
    assert writes(scene.running) == []
    assert titles(scene.adele.last()) == []
    assert heading(scene.lee.last()) == "Freja Dam declined what you asked for in Marketing DK Leads."


async def test_a_change_is_made_by_hand_and_the_asker_is_told(scene: Scene) -> None:
    await scene.asks("change", "Please add Kim.")
    await scene.adele.press("I've done it")
    await scene.see()
    assert writes(scene.running) == []
    assert heading(scene.lee.last()) == "Adele Vance says it's done: what you asked for in Marketing DK Leads."


async def test_two_owners_at_once_make_one_change(scene: Scene) -> None:
    for chat in (scene.adele, scene.freja):
        await chat.say("Why can't I edit Sales?")  # signs in
    await scene.asks("owner")
    buttons = [(chat, data_of(chat.last(), titles(chat.last())[0])) for chat in (scene.adele, scene.freja)]
    before = len(scene.lee.cards())
    answers = await asyncio.gather(*(act(chat, "grant", data) for chat, data in buttons))
    await scene.see()
    assert all(card_in(answer) for answer in answers)
    assert len([each for each in writes(scene.running) if "/owners/$ref" in each]) == 1
    assert scene.owners.count(scene.lee.client.user) == 1
    assert len(scene.lee.cards()) == before + 1


async def test_a_yes_and_a_no_at_once_are_one_answer_and_what_is_told_is_what_is(scene: Scene) -> None:
    for chat in (scene.adele, scene.freja):
        await chat.say("Why can't I edit Sales?")  # signs in
    await scene.asks("owner")
    grant = data_of(scene.adele.last(), "Make owner")
    decline = data_of(scene.freja.last(), titles(scene.freja.last())[1])
    before = len(scene.lee.cards())
    scene.running.sandbox.faults.add(Fault("graph.microsoft.com/v1.0/$batch", latency_seconds=0.3))
    yes = asyncio.create_task(act(scene.adele, "grant", grant, on=scene.adele.last()))
    await asyncio.sleep(0.1)
    no = await act(scene.freja, "decline", decline, on=scene.freja.last())
    assert "En anden ejer er ved at svare" in str(card_in(no))
    assert "An owner said yes" in str(card_in(await yes))
    await scene.see()
    assert scene.lee.client.user in scene.owners
    assert titles(scene.freja.last()) == []
    told = [heading(item) for item in scene.lee.cards()[before:]]
    assert told == ["Adele Vance made you an owner of Marketing DK Leads: I looked, and it shows."]


async def test_an_answer_that_came_to_nothing_leaves_the_request_to_everybody(scene: Scene) -> None:
    await scene.adele.say("Why can't I edit Sales?")  # signs in
    await scene.asks("owner")
    data = data_of(scene.adele.last(), "Make owner")
    scene.running.sandbox.faults.add(Fault("graph.microsoft.com/v1.0/$batch", drop=True))
    assert "Microsoft didn't answer." in str(card_in(await act(scene.adele, "grant", data)))
    await scene.freja.press(titles(scene.freja.last())[1])
    await scene.see()
    assert heading(scene.lee.last()) == "Freja Dam declined what you asked for in Marketing DK Leads."


async def test_the_same_within_a_day_is_not_sent_again(scene: Scene) -> None:
    await scene.asks("owner")
    await scene.see()
    before = len(scene.adele.cards())
    assert await scene.asks("owner") == "You have asked the owners already, so I didn't send it again."
    assert await scene.asks("change", "Please add Kim.") == "The owners have been asked."
    assert await scene.asks("change", "Please add Kim.") != "The owners have been asked."
    assert await scene.asks("change", "Please add Lee.") == "The owners have been asked."
    await scene.see()
    assert len(scene.adele.cards()) == before + 2
    scene.running.sandbox.world.clock.forward(timedelta(days=1, seconds=1))
    assert await scene.asks("owner") == "The owners have been asked."


async def test_the_second_answer_is_too_late(scene: Scene) -> None:
    await scene.asks("owner")
    late = data_of(scene.freja.last(), titles(scene.freja.last())[0])
    await scene.adele.press("Decline")
    said = str(card_in(await act(scene.freja, "grant", late)))
    assert "nej" in said
    assert writes(scene.running) == []


async def test_only_who_was_asked_may_answer(scene: Scene) -> None:
    await scene.asks("owner")
    data = data_of(scene.adele.last(), "Make owner")
    megan = Chatting(scene.running, "megan@contoso.com")
    await megan.say("Why can't I edit Sales?")  # a Global Administrator could do it herself
    for chat in (megan, scene.lee):
        for verb in ("grant", "decline"):
            sent = {key: value for key, value in data.items() if verb == "grant" or key != "nonce"}
            assert "can't use that button" in str(card_in(await act(chat, verb, sent)))
    assert writes(scene.running) == []
    assert "Make owner" in titles(scene.adele.last())


async def test_when_graph_refuses_the_owner_may_try_again(scene: Scene) -> None:
    await scene.asks("owner")
    scene.running.sandbox.faults.add(Fault(OWNERS, "POST", status=403))
    refused = await scene.adele.press("Make owner")
    assert "Make owner" in titles(refused)
    assert "This role may: Groups Administrator" in str(refused.card)
    assert scene.lee.client.user not in scene.owners
    await scene.adele.press("Make owner")
    assert scene.lee.client.user in scene.owners


async def test_a_lost_answer_is_not_followed_by_another_write(scene: Scene) -> None:
    await scene.asks("owner")
    scene.running.sandbox.faults.add(Fault(OWNERS, "POST", drop=True))
    unsure = await scene.adele.press("Make owner")
    assert "I could not see it take effect." in str(unsure.card)
    assert len(writes(scene.running)) == 1
    await scene.see()
    assert titles(scene.freja.last()) != []


async def test_who_is_an_owner_already_is_not_written_again(scene: Scene) -> None:
    await scene.asks("owner")
    scene.owners.append(scene.lee.client.user)
    shown = await scene.adele.press("Make owner")
    assert text(shown).startswith("✔ An owner said yes to this.")
    assert titles(shown) == []
    assert writes(scene.running) == []


async def test_an_owner_who_has_to_sign_in_again_first(scene: Scene) -> None:
    await scene.asks("owner")
    scene.running.sandbox.challenged.add(scene.adele.client.user)
    shown = await scene.adele.press("Make owner")
    assert shown.sign_in
    assert writes(scene.running) == []
    await scene.adele.client.sign_in(shown.id)
    assert scene.lee.client.user in scene.owners


async def test_a_note_that_is_none_is_asked_for_again(scene: Scene) -> None:
    await scene.lee.say(f"Why can't I edit {GROUP}?")
    form = await scene.lee.press("Ask an owner…")
    for note in ("", "   ", "x" * 501, "\u0000"):
        filled_in = {**data_of(form, "Ask an owner"), "input_wish": "change", "input_note": note}
        assert "at most 500 characters" in str(card_in(await act(scene.lee, "confirm", filled_in)))
    await scene.see()
    assert titles(scene.adele.last()) != ["I've done it", "Decline"]


async def test_a_note_with_odd_signs_arrives_harmless(scene: Scene) -> None:
    await scene.lee.say(f"Why can't I edit {GROUP}?")
    data = data_of(await scene.lee.press("Ask an owner…"), "Ask an owner")
    note = "Hi\u0000 [click](https://evil.example) **now** 👨‍👩‍👧"
    await act(scene.lee, "confirm", {**data, "input_wish": "change", "input_note": note})
    await scene.see()
    quoted = [each for each in elements(scene.adele.last().card) if "evil.example" in str(each.get("text"))]
    assert [(each["type"], "👨‍👩‍👧" in each["text"]) for each in quoted] == [("TextRun", True)]


async def test_nobody_reached_is_said(scene: Scene) -> None:
    world = scene.running.sandbox.world
    world.installed_for -= {scene.adele.client.user, scene.freja.client.user}
    await scene.asks("owner")
    assert "I reached none of the owners in Teams." in text(scene.lee.last())


async def test_a_guest_can_ask_too() -> None:
    async with contoso() as running:
        kim = Chatting(running, "kim_fabrikam.com#EXT#@contoso.onmicrosoft.com")
        adele = Chatting(running, "adele@contoso.com")
        await kim.say("Why can't I edit Fabrikam Samarbejde?")
        await kim.press("Ask an owner…")
        assert (
            heading(await kim.press("Ask an owner", wish="change", note="New logo, please."))
            == "The owners have been asked."
        )
        await running.settled(adele.client)
        assert "Kim Akers" in heading(adele.last())
