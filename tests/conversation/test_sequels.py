"""What short messages mean after others: pure, no company needed."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.buttons import About, Undo
from bot.conversation.context import Context, Contexts
from bot.conversation.meaning.sequel import sequel
from bot.conversation.meaning.sequel_kinds import (
    Ask,
    AskOwner,
    DoIt,
    Forget,
    Leave,
    Noted,
    Other,
    Sequel,
    TakeBack,
    Why,
)
from bot.conversation.speaker import Speaker, voice
from bot.conversation.unresolved_question import Choice, Wanted
from bot.model import Report, Subject, SubjectKind, Symptom
from bot.ports import Person
from bot.subjects import Candidate
from bot.texts import _
from bot.understand import understand
from tests.readings import GROUP_ID, question

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
SALES = Subject(SubjectKind.GROUP, GROUP_ID, "Sales")
OTHER_ID = "7f1f2a58-3c1e-4b57-9a0e-6d1b8f0c7a12"
REPORT = Report(question(), None, {}, (), {})
UNDO = Undo(action=GROUP_ID, about=About.of(question()), nonce="A" * 22)
BOTH = tuple(Candidate(Subject(SubjectKind.GROUP, id, "Sales"), _("Team")) for id in (GROUP_ID, OTHER_ID))
MEMBERS = Wanted(Symptom.GROUP_MEMBERS, subject=SALES)
BEFORE = Context(NOW, "en", MEMBERS, SALES, REPORT, Choice(MEMBERS, "entity", BOTH), undo=UNDO)
NAMELESS = Context(NOW, "en", Wanted(Symptom.GROUP_EDIT))


@dataclass(frozen=True)
class Same:
    """The last question, of something else."""

    name: str


@dataclass(frozen=True)
class Of:
    """Another question, of the same thing."""

    symptom: Symptom
    subject: Subject


def meaning(text: str, context: Context | None = BEFORE) -> Sequel | Same | Of | None:
    """What it means; of a question, what is asked of what."""
    match sequel(text, understand(text), context):
        case Ask(wanted=Wanted(subject=Subject() as subject) as wanted):
            return Of(wanted.symptom, subject)
        case Ask(wanted=wanted):
            assert context is not None
            assert context.wanted is not None
            assert wanted.symptom is context.wanted.symptom
            return Same(wanted.names[0])
        case other:
            return other


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
        ("who owns it then?", Of(Symptom.GROUP_OWNERS, SALES)),
        ("hvem ejer den så?", Of(Symptom.GROUP_OWNERS, SALES)),
        ("hvem ejr den", Of(Symptom.GROUP_OWNERS, SALES)),
        ("and who's the owner?", Of(Symptom.GROUP_OWNERS, SALES)),
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
        ("I meant add members", Of(Symptom.GROUP_MEMBERS, SALES)),
        ("can I edit it now?", Of(Symptom.GROUP_EDIT, SALES)),
        ("kan jeg redigere det nu?", Of(Symptom.GROUP_EDIT, SALES)),
        ("where then?", Of(Symptom.GROUP_SOURCE, SALES)),
        ("hvor gør jeg det så", Of(Symptom.GROUP_SOURCE, SALES)),
        ("and now?", Of(Symptom.GROUP_MEMBERS, SALES)),
        ("virker det nu?", Of(Symptom.GROUP_MEMBERS, SALES)),
        ("but I own it", Of(Symptom.GROUP_OWNERS, SALES)),
        ("can you ask the owner for me?", AskOwner(SALES)),
        ("spørg ejerne", AskOwner(SALES)),
        ("nå okay", Noted()),
        ("got it", Noted()),
        ("nej stop", Forget()),
        ("don't do it", Forget()),
        ("warum?", Why()),
        ("varför?", Why()),
        ("the second one", Other(BOTH[1:])),
        ("can I delete it?", Of(Symptom.GROUP_DELETE, SALES)),
        ("kan jeg så slette den?", Of(Symptom.GROUP_DELETE, SALES)),
    ],
)
def test_a_short_message_is_read_in_its_context(text: str, meant: Sequel | Same | Of) -> None:
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
        "what can you do?",
        "sign out",
        "history",
        "weird",
    ],
)
def test_what_is_about_something_else_stays_so(text: str) -> None:
    assert meaning(text) is None


@pytest.mark.parametrize(
    "text", ["the printer is broken", "help", "sign out", "jeg ved det ikke", "can I edit it now?"]
)
def test_not_everything_said_after_which_group_is_a_name(text: str) -> None:
    assert meaning(text, NAMELESS) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("Marketing DK", "Marketing DK"), ("økonomi", "økonomi"), ("nå, så Salg Danmark", "Salg Danmark")],
)
def test_a_name_answers_which_group(text: str, name: str) -> None:
    assert meaning(text, NAMELESS) == Same(name)


@pytest.mark.parametrize("context", [BEFORE, replace(BEFORE, report=None), NAMELESS, None])
@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("yes do it", DoIt()),
        ("ja gør det", DoIt()),
        ("fix it", DoIt()),
        ("undo that", TakeBack()),
        ("fortryd", TakeBack()),
    ],
)
def test_consent_is_consent_whatever_went_before(text: str, meant: Sequel, context: Context | None) -> None:
    """Whether there is anything to agree to is found out where it is answered: it never reads as another question."""
    assert meaning(text, context) == meant


@pytest.mark.parametrize("text", ["1", "2", "the first", "nummer 2"])
def test_a_number_is_a_choice_also_when_there_is_none(text: str) -> None:
    assert meaning(text, None) == Other(())
    assert meaning(text, replace(BEFORE, choice=None)) == Other(())


@pytest.mark.parametrize(("text", "meant"), [("no", Leave()), ("nej tak", Leave()), ("no thanks", Leave())])
def test_no_leaves_what_was_offered(text: str, meant: Sequel) -> None:
    assert meaning(text, BEFORE) == meant
    assert meaning(text, NAMELESS) == Noted()


def test_a_person_after_a_group_is_for_whom_it_is_asked_or_another_group() -> None:
    found = sequel("and Adele?", understand("and Adele?"), BEFORE)
    assert isinstance(found, Ask)
    assert (found.wanted.person, found.wanted.names, found.wanted.otherwise) == ("Adele", ("Adele",), SALES)


@pytest.mark.parametrize(
    "text", ["why cant i add people to finance", "I can't edit 100% club", "the marketing group won't let me"]
)
def test_the_last_subject_is_not_taken_up_when_the_message_may_name_one(text: str) -> None:
    assert meaning(text) is None


def test_after_a_photo_a_person_is_somebody_else_with_the_same_trouble() -> None:
    lee = Subject(SubjectKind.USER, OTHER_ID, "Lee")
    before = Context(NOW, "en", Wanted(Symptom.PHOTO_MISSING, subject=lee), lee)
    assert meaning("same for Adele", before) == Same("Adele")
    assert meaning("og Adele?", before) == Same("Adele")


@pytest.mark.parametrize("text", ["why can't I edit Marketing DK?", "hvorfor kan jeg ikke slette Økonomi?", "hi"])
def test_a_whole_question_stands_on_its_own(text: str) -> None:
    assert meaning(text) is None


@pytest.mark.parametrize("text", ["and Sales?", "why?", "who owns it?"])
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
