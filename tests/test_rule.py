"""What a rule's parameters mean, whatever Graph gave."""

from typing import Any

import pytest

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.reading import Reading, Readings, Unreadable
from bot.readings.asker import Asker
from bot.readings.group import Group, SyncBehavior, Team
from bot.rule import Diagnosis, Rule, explains, need
from bot.texts import _
from tests.readings import GROUP_ID, asker, behavior, gap, group, question

CALLED = Finding(
    severity=Severity.NOTE, title=_("called"), advice=_("nothing"), because=(Evidence(_("a"), "b"),), learn=""
)


def diagnosis(rule: Rule) -> Diagnosis:
    return explains(Symptom.GROUP_EDIT, checks=_("whether it works"))(rule)


def must(group: Group) -> Finding | None:
    return CALLED if group.id == GROUP_ID else None


def may_be_absent(team: Team | None) -> Finding | None:
    return CALLED if team is None else None


def decides_itself(behavior: SyncBehavior | Unreadable) -> Finding | None:
    return CALLED if isinstance(behavior, Unreadable) else None


def takes_anything(behavior: SyncBehavior | Unreadable | None) -> Finding | None:
    return CALLED if behavior is None else None


@pytest.mark.parametrize(
    ("rule", "got", "verdict"),
    [
        (must, group(), CALLED),
        (must, group(id="another"), None),
        (must, gap(Group, 403), (gap(Group, 403),)),
        (must, gap(Group, 404), (gap(Group, 404),)),
        (must, gap(Group, 429), (gap(Group, 429),)),
        (may_be_absent, Team(id=GROUP_ID), None),
        (may_be_absent, gap(Team, 404), CALLED),
        (may_be_absent, gap(Team, 403), (gap(Team, 403),)),
        (may_be_absent, gap(Team, 500), (gap(Team, 500),)),
        (decides_itself, behavior(cloud=True), None),
        (decides_itself, gap(SyncBehavior, 403), CALLED),
        (decides_itself, gap(SyncBehavior, 404), CALLED),
        (takes_anything, gap(SyncBehavior, 404), CALLED),
        (takes_anything, gap(SyncBehavior, 403), None),
    ],
)
def test_what_a_rule_is_called_with(rule: Rule, got: Reading | Unreadable, verdict: object) -> None:
    reading = got.reading if isinstance(got, Unreadable) else type(got)
    assert diagnosis(rule).judge(question(), {reading: got}) == verdict


def test_every_reading_that_is_missing_is_named() -> None:
    def rule(group: Group, asker: Asker, team: Team | None) -> Finding | None:
        raise AssertionError("must not be called")

    got: Readings = {Group: gap(Group, 403), Asker: gap(Asker, 500), Team: gap(Team, 404)}
    assert diagnosis(rule).judge(question(), got) == (gap(Group, 403), gap(Asker, 500))


def test_a_rule_may_say_itself_what_it_lacks() -> None:
    def rule(behavior: SyncBehavior | Unreadable) -> Finding | Unreadable | None:
        return behavior if isinstance(behavior, Unreadable) else None

    missing = gap(SyncBehavior, 403)
    assert diagnosis(rule).judge(question(), {SyncBehavior: missing}) == (missing,)


def test_the_question_is_given_and_not_read() -> None:
    asked = question(Symptom.GROUP_DELETE)

    def rule(asking: Question, person: Asker) -> Finding | None:
        return CALLED if asking is asked and person.guest else None

    found = diagnosis(rule)
    assert list(found.needs) == ["person"]
    assert found.judge(asked, {Asker: asker(user_type="Guest")}) is CALLED


def test_a_rule_that_needs_nothing_is_always_called() -> None:
    def rule(asking: Question) -> Finding | None:
        return CALLED

    assert diagnosis(rule).judge(question(), {}) is CALLED


def test_a_diagnosis_is_still_the_function_it_was() -> None:
    assert diagnosis(must)(group()) is CALLED


def test_it_is_called_what_its_file_is_called() -> None:
    assert diagnosis(must).id == "test_rule"


def test_what_is_declared_is_kept() -> None:
    declared = explains(Symptom.GROUP_EDIT, Symptom.GROUP_DELETE, checks=_("it"), before=("a", "b"))(must)
    assert declared.symptoms == {Symptom.GROUP_EDIT, Symptom.GROUP_DELETE}
    assert declared.before == {"a", "b"}
    assert declared.checks == _("it")


@pytest.mark.parametrize("hint", [int | str, Group | Team, Group | Team | None])
def test_a_parameter_asks_for_one_thing(hint: Any) -> None:
    with pytest.raises(ValueError, match="too many values"):
        need(hint)
