"""What short messages mean after others: pure, no company needed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from bot.conversation.follow_up_kinds import (
    About,
    AskOwner,
    DoIt,
    FollowUp,
    Forget,
    Noted,
    Other,
    Owners,
    Same,
    TakeBack,
    Why,
)
from bot.conversation.follow_ups import follow_up

from bot.buttons import Undo
from bot.conversation.context import Context, Contexts
from bot.conversation.speaker import Speaker, voice
from bot.model import Report, Subject, SubjectKind, Symptom
from bot.ports import Person
from bot.readings.group import GroupFlags
from bot.resolve import Candidate
from bot.understand import understand
from tests.readings import GROUP_ID, question

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
SALES = Subject(SubjectKind.GROUP, GROUP_ID, "Sales")
OTHER_ID = "7f1f2a58-3c1e-4b57-9a0e-6d1b8f0c7a12"
REPORT = Report(question(), None, {}, (), (), vanished=False)
UNDO = Undo(action=GROUP_ID, symptom=Symptom.GROUP_EDIT, nonce="A" * 22)
BOTH = tuple(Candidate(GroupFlags(id=id, display_name="Sales")) for id in (GROUP_ID, OTHER_ID))
BEFORE = Context(NOW, "en", Symptom.GROUP_MEMBERS, SALES, BOTH, REPORT, UNDO)


def meaning(text: str, context: Context | None = BEFORE) -> FollowUp | None:
    return follow_up(text, understand(text), context)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("and Sales Nordic?", Same("Sales Nordic")),
        ("what about Marketing DK", Same("Marketing DK")),
        ("same for Finance-List", Same("Finance-List")),
        ("hvad med Økonomi?", Same("Økonomi")),
        ("og Indkøb?", Same("Indkøb")),
        ("yes do it", DoIt()),
        ("ja gør det", DoIt()),
        ("go ahead please", DoIt()),
        ("why?", Why()),
        ("hvorfor ikke?", Why()),
        ("undo that", TakeBack()),
        ("fortryd det", TakeBack()),
        ("stop", Forget()),
        ("glem det", Forget()),
        ("no, the other Sales", Other(BOTH[1:])),
        ("nej, den anden", Other(BOTH[1:])),
        ("who owns it then?", Owners(SALES)),
        ("hvem ejer den så?", Owners(SALES)),
        ("hvem ejr den", Owners(SALES)),
        ("and who's the owner?", Owners(SALES)),
        ("adn Sales Nordic", Same("Sales Nordic")),
        ("hvd med Økonomi", Same("Økonomi")),
        ("och Marketing DK?", Same("Marketing DK")),
        ("und Finance-List?", Same("Finance-List")),
        ("sorry, I meant Marketing DE", Same("Marketing DE")),
        ("no, Sales Nordic", Same("Sales Nordic")),
        ("not that one, Finance-List", Same("Finance-List")),
        ("nej, Salg Norden", Same("Salg Norden")),
        ("jeg mente Salg Norden", Same("Salg Norden")),
        ("Finance-List?", Same("Finance-List")),
        ("Økonomi?", Same("Økonomi")),
        ("I meant add members", About(Symptom.GROUP_MEMBERS, SALES)),
        ("can I edit it now?", About(Symptom.GROUP_EDIT, SALES)),
        ("kan jeg redigere det nu?", About(Symptom.GROUP_EDIT, SALES)),
        ("where then?", About(Symptom.GROUP_SOURCE, SALES)),
        ("hvor gør jeg det så", About(Symptom.GROUP_SOURCE, SALES)),
        ("and now?", About(Symptom.GROUP_MEMBERS, SALES)),
        ("virker det nu?", About(Symptom.GROUP_MEMBERS, SALES)),
        ("but I own it", About(Symptom.GROUP_EDIT, SALES)),
        ("can you ask the owner for me?", AskOwner(SALES)),
        ("spørg ejerne", AskOwner(SALES)),
        ("nå okay", Noted()),
        ("got it", Noted()),
        ("nej stop", Forget()),
        ("don't do it", Forget()),
        ("warum?", Why()),
        ("varför?", Why()),
        ("the second one", Other(BOTH[1:])),
        ("can I delete it?", About(Symptom.GROUP_DELETE, SALES)),
        ("kan jeg så slette den?", About(Symptom.GROUP_DELETE, SALES)),
    ],
)
def test_a_short_message_is_read_in_its_context(text: str, meant: FollowUp) -> None:
    assert meaning(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "the printer is broken",
        "and the printer?",
        "hvad med printeren?",
        "what about lunch?",
        "can it print?",
        "my VPN doesn't work",
        "can I change my photo?",
        "kan jeg redigere min profil?",
        "my password has expired",
        "is the sync running?",
        "who owns the printer?",
        "who owns my laptop?",
        "Outlook",
        "Teams is slow",
        "no thanks",
        "what can you do?",
        "sign out",
        "history",
        "weird",
        "Adele",
    ],
)
def test_what_is_about_something_else_stays_so(text: str) -> None:
    assert meaning(text) is None


@pytest.mark.parametrize(
    "text", ["the printer is broken", "help", "sign out", "jeg ved det ikke", "can I edit it now?"]
)
def test_not_everything_said_after_which_group_is_a_name(text: str) -> None:
    assert meaning(text, Context(NOW, "en", Symptom.GROUP_EDIT)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("Marketing DK", "Marketing DK"), ("økonomi", "økonomi"), ("nå, så Salg Danmark", "Salg Danmark")],
)
def test_a_name_answers_which_group(text: str, name: str) -> None:
    assert meaning(text, Context(NOW, "en", Symptom.GROUP_EDIT)) == Same(name)


def test_a_yes_is_for_what_was_shown_last() -> None:
    shown = UNDO.model_copy(update={"sure": True})
    assert meaning("yes do it", replace(BEFORE, undo=shown)) == TakeBack(sure=True)
    assert meaning("yes do it", replace(BEFORE, report=None)) is None


def test_after_a_photo_a_person_is_somebody_else_with_the_same_trouble() -> None:
    before = Context(NOW, "en", Symptom.PHOTO_STALE, SALES)
    assert meaning("same for Adele", before) == Same("Adele")
    assert meaning("og Adele?", before) == Same("Adele")


@pytest.mark.parametrize("text", ["why can't I edit Marketing DK?", "hvorfor kan jeg ikke slette Økonomi?", "hi"])
def test_a_whole_question_stands_on_its_own(text: str) -> None:
    assert meaning(text) is None


@pytest.mark.parametrize("text", ["and Sales?", "yes do it", "why?", "undo that", "who owns it?"])
def test_without_a_context_nothing_follows(text: str) -> None:
    assert meaning(text, None) is None


def test_a_thread_of_a_channel_goes_before_the_channel() -> None:
    contexts = Contexts()
    begun, other, new = (
        Speaker(Person("t", "lee"), f"19:channel;messageid={root}", voice("en-US", "UTC")) for root in (1, 2, 3)
    )
    elsewhere = replace(BEFORE, language="da")
    contexts.remember(begun, BEFORE)
    contexts.remember(other, elsewhere)
    assert (contexts.of(begun, NOW), contexts.of(other, NOW)) == (BEFORE, elsewhere)
    assert contexts.of(new, NOW) == elsewhere
    assert contexts.of(Speaker(Person("t", "adele"), begun.conversation, begun.voice), NOW) is None


def test_what_was_talked_about_is_forgotten_after_half_an_hour_and_never_crosses_people() -> None:
    contexts = Contexts()
    adele, lee = (Speaker(Person("t", id), "c", voice("en-US", "UTC")) for id in ("adele", "lee"))
    contexts.remember(adele, BEFORE)
    assert contexts.of(adele, NOW + timedelta(minutes=30)) == BEFORE
    assert contexts.of(lee, NOW) is None
    assert contexts.of(adele, NOW + timedelta(minutes=31)) is None
    contexts.remember(adele, BEFORE)
    contexts.forget(adele)
    assert contexts.of(adele, NOW) is None
