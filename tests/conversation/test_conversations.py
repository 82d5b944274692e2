"""Whole conversations as people have them, through the real endpoint: `tests/cases/conversations.json`.

Each has a company of its own, so that what is done, forgotten or moved in one means nothing to the others.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from bot.cli.company import Running
from bot.sandbox.teams_client.view import Item
from bot.texts import Voice
from cards.talk.bad_button import bad_button
from cards.talk.failed import failed
from cards.unclear.message_too_long import message_too_long
from tests.company import Chatting, contoso, text, titles
from tests.conversation.conversation_cases import Case, Expected, Turn, cases
from tests.conversation.watching import writes

GUESTS = {"kim": "kim_fabrikam.com#EXT#@contoso.onmicrosoft.com"}


@dataclass
class Screen:
    """One person's screen, and what they have seen of it: message id → the message as it looked."""

    chat: Chatting
    seen: Mapping[str, Item] = field(default_factory=dict[str, Item])

    def place(self, kind: str) -> str:
        """The id of the first conversation of this kind: "personal", "groupChat" or "channel"."""
        return next(place.id for place in self.chat.client.places() if place.kind == kind)

    def shown(self, where: str) -> dict[str, Item]:
        """Everything of the bot's in a conversation, oldest first."""
        return {item.id: item for item in self.chat.client.items(where) if item.role == "bot"}

    def news(self, where: str) -> list[Item]:
        """What is new or looks different from what has been seen."""
        return [item for id, item in self.shown(where).items() if self.seen.get(id) != item]

    def catch_up(self, where: str) -> None:
        """Everything in a conversation has been seen."""
        self.seen = {**self.seen, **self.shown(where)}

    async def press(self, where: str, beginning: str, fill: Mapping[str, str]) -> None:
        """Press the button with this title on the newest card that has it, or the one that begins like this."""
        offered = [title for item in reversed(self.chat.cards(where)) for title in titles(item)]
        likely = [title for title in offered if title.startswith(beginning)]
        assert likely, f"no button {beginning!r} among {offered}"
        await self.chat.press(beginning if beginning in likely else likely[0], where, **fill)


@dataclass
class Play:
    """A conversation going on."""

    running: Running
    case: Case
    screens: dict[str, Screen] = field(default_factory=dict[str, Screen])

    def screen(self, name: str) -> Screen:
        """The screen of a person, switched on when they first come in."""
        if name not in self.screens:
            address = GUESTS.get(name, f"{name}@contoso.com")
            locale = self.case.locale if name == self.case.person else None
            self.screens[name] = Screen(Chatting(self.running, address, locale))
        return self.screens[name]

    async def take(self, turn: Turn) -> None:
        """Let one thing happen, and look whether it led to what is expected."""
        self.running.sandbox.world.clock.forward(turn.passing)
        if turn.clock:
            return
        screen = self.screen(turn.by or self.case.person)
        where = screen.place(turn.where)
        if not turn.look:
            screen.catch_up(where)
        await self.do(turn, screen, where)
        check(turn.expect, screen.news(where), len(writes(self.running)))
        screen.catch_up(where)

    async def do(self, turn: Turn, screen: Screen, where: str) -> None:
        """Say it or press it, and wait until everybody's client has done what it does by itself."""
        if turn.say is not None:
            await screen.chat.client.send(turn.say, where, mention=turn.where != "personal")
        elif turn.press is not None:
            await screen.press(where, turn.press, turn.fill)
        for each in self.screens.values():
            await self.running.settled(each.chat.client)


def check(expected: Expected, news: list[Item], written: int) -> None:
    """What is on the screen is what should be."""
    said = "\n\n".join(text(item) or "(asked to sign in)" for item in news)
    buttons = [title for item in news for title in titles(item)]
    assert said, "nothing was said"
    assert [each for each in expected.contains if each not in said] == [], said
    assert [each for each in expected.lacks if each in said] == [], said
    assert [each for each in expected.buttons if not any(title.startswith(each) for title in buttons)] == [], said
    assert expected.about in (None, *(text(item).partition("\n")[0] for item in news)), said
    languages = {(item.card or {}).get("lang") for item in news}
    assert expected.language is None or languages == {expected.language}, f"in {languages}: {said}"
    assert expected.writes in {None, written}


def marked(case: Case) -> object:
    """The case as pytest takes it: one the bot can't do yet has to fail."""
    gap = [pytest.mark.xfail(reason=case.known_gap, strict=True, raises=AssertionError)] if case.known_gap else []
    return pytest.param(case, id=case.name, marks=gap)


@pytest.mark.parametrize("case", [marked(case) for case in cases()])
async def test_conversation(case: Case) -> None:
    async with contoso() as running:
        play = Play(running, case)
        for turn in case.turns:
            await play.take(turn)


VOICES = {"en": Voice("en", "en_GB"), "da": Voice("da", "da_DK")}
APOLOGIES = [
    Item("a:1", "a:2", "Sync Doctor", "bot", "2026-11-20T09:42:00Z", card=card.wire())
    for voice in VOICES.values()
    for card in (
        failed("7K3Q-91", retry=True, voice=voice),
        failed("7K3Q-91", retry=False, voice=voice),
        bad_button(voice),
        message_too_long(voice),
    )
]


@pytest.mark.parametrize("apology", APOLOGIES, ids=lambda item: text(item).partition("\n")[0])
def test_no_turn_would_be_content_with_an_apology(apology: Item) -> None:
    turns = [(case.name, place, turn) for case in cases() for place, turn in enumerate(case.turns) if not turn.clock]
    content = [f"{name} {place}" for name, place, turn in turns if passes(turn.expect, apology)]
    assert content == []


def passes(expected: Expected, shown: Item) -> bool:
    try:
        check(expected, [shown], expected.writes or 0)
    except AssertionError:
        return False
    return True


def test_what_an_apology_says_is_seen_in_it() -> None:
    """So that the test above can find a turn that asks for no more."""
    assert all(passes(Expected(contains=(text(item).partition("\n")[0],)), item) for item in APOLOGIES)


@pytest.mark.parametrize("expect", [{}, {"lacks": ["Sales"]}, {"about": "Sales"}, {"writes": 0}, {"contains": [""]}])
def test_a_turn_that_could_not_fail_is_refused(expect: object) -> None:
    with pytest.raises(ValueError, match=r"has to be said|at least 3 characters"):
        Turn.model_validate({"say": "hello", "expect": expect})


def test_there_are_enough_in_both_languages() -> None:
    """Issue 3 asks for sixty; half of them in Danish."""
    found = cases()
    danish = sum(case.name.startswith("da-") for case in found)
    assert len(found) >= 70
    assert 0.4 <= danish / len(found) <= 0.6
