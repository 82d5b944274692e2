"""What short messages mean after others: pure, no company needed."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.buttons import Undo
from bot.conversation.context import Context, Contexts
from bot.conversation.follow_ups import About, DoIt, FollowUp, Forget, Other, Same, TakeBack, Why, follow_up
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
        ("who owns it then?", About(Symptom.GROUP_EDIT, SALES)),
        ("hvem ejer den så?", About(Symptom.GROUP_EDIT, SALES)),
        ("can I delete it?", About(Symptom.GROUP_DELETE, SALES)),
        ("kan jeg så slette den?", About(Symptom.GROUP_DELETE, SALES)),
    ],
)
def test_a_short_message_is_read_in_its_context(text: str, meant: FollowUp) -> None:
    assert meaning(text) == meant


@pytest.mark.parametrize("text", ["why can't I edit Marketing DK?", "hvorfor kan jeg ikke slette Økonomi?", "hi"])
def test_a_whole_question_stands_on_its_own(text: str) -> None:
    assert meaning(text) is None


@pytest.mark.parametrize("text", ["and Sales?", "yes do it", "why?", "undo that", "who owns it?"])
def test_without_a_context_nothing_follows(text: str) -> None:
    assert meaning(text, None) is None


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
