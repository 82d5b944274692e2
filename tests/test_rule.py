"""What a rule's parameters mean, whatever Graph gave."""

from typing import Any

import pytest

from bot.model import CHANGES, Evidence, Finding, Operation, Question, Severity, Symptom
from bot.reading import Each, Reading, Readings, Unreadable
from bot.readings.group import Group, SyncBehavior, Team
from bot.readings.person import Account, GroupEligibleRoles, RoleGroups
from bot.rule import (
    NOT_APPLICABLE,
    CircularOrder,
    Diagnosis,
    Rule,
    Verdict,
    explains,
    need,
    ordered,
)
from bot.texts import _
from tests.readings import GROUP_ID, account, behavior, gap, group, question

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
    def rule(group: Group, asker: Account, team: Team | None) -> Finding | None:
        raise AssertionError("must not be called")

    got: Readings = {Group: gap(Group, 403), Account: gap(Account, 500), Team: gap(Team, 404)}
    assert diagnosis(rule).judge(question(), got) == (gap(Group, 403), gap(Account, 500))


def test_a_rule_may_say_itself_what_it_lacks() -> None:
    def rule(behavior: SyncBehavior | Unreadable) -> Finding | Unreadable | None:
        return behavior if isinstance(behavior, Unreadable) else None

    missing = gap(SyncBehavior, 403)
    assert diagnosis(rule).judge(question(), {SyncBehavior: missing}) == (missing,)


def test_the_question_is_given_and_not_read() -> None:
    asked = question(Symptom.GROUP_DELETE)

    def rule(asking: Question, person: Account) -> Finding | None:
        return CALLED if asking is asked and person.guest else None

    found = diagnosis(rule)
    assert list(found.needs) == ["person"]
    assert found.judge(asked, {Account: account(user_type="Guest")}) is CALLED


def test_a_rule_that_needs_nothing_is_always_called() -> None:
    def rule(asking: Question) -> Finding | None:
        return CALLED

    assert diagnosis(rule).judge(question(), {}) is CALLED


def test_a_diagnosis_is_still_the_function_it_was() -> None:
    assert diagnosis(must)(group()) is CALLED


def test_not_applicable_is_a_verdict_of_its_own() -> None:
    def rule(group: Group) -> Verdict:
        return None if group.unified else NOT_APPLICABLE

    assert diagnosis(rule).judge(question(), {Group: group()}) is NOT_APPLICABLE


def waves(each: Each[RoleGroups, GroupEligibleRoles] | Unreadable) -> Finding | None:
    return CALLED if isinstance(each, Unreadable) or list(each.read) else None


def must_have_waves(each: Each[RoleGroups, GroupEligibleRoles]) -> Finding | None:
    return CALLED if list(each.read) else None


def test_a_second_wave_is_asked_for_by_what_it_goes_through() -> None:
    (need,) = diagnosis(waves).needs.values()
    assert (need.reading, need.each, need.key) == (RoleGroups, GroupEligibleRoles, Each[RoleGroups, GroupEligibleRoles])
    assert (need.absent, need.unreadable) == (False, True)


def test_a_second_wave_comes_with_its_own_gaps() -> None:
    got: Each[RoleGroups, GroupEligibleRoles] = Each({"a": gap(GroupEligibleRoles), "b": GroupEligibleRoles(value=())})
    for rule in (waves, must_have_waves):
        (key,) = (need.key for need in diagnosis(rule).needs.values())
        assert diagnosis(rule).judge(question(), {key: got}) is CALLED
    assert got.gap == gap(GroupEligibleRoles)
    nothing: Each[RoleGroups, GroupEligibleRoles] = Each({})
    assert (nothing.gap, list(nothing.read), nothing.unread) == (None, [], 0)


def test_a_listing_that_could_not_be_read_is_the_gap_of_its_second_wave() -> None:
    (key,) = (need.key for need in diagnosis(waves).needs.values())
    assert diagnosis(waves).judge(question(), {key: gap(RoleGroups)}) is CALLED
    assert diagnosis(must_have_waves).judge(question(), {key: gap(RoleGroups)}) == (gap(RoleGroups),)


def test_it_is_called_what_its_file_is_called() -> None:
    assert diagnosis(must).id == "test_rule"


def test_what_is_declared_is_kept() -> None:
    declared = explains(
        Symptom.GROUP_EDIT,
        Symptom.GROUP_DELETE,
        checks=_("it"),
        before=("a", "b"),
        unless=("c",),
        operations=(Operation.LEAVE,),
        causes=(Symptom.GROUP_EDIT,),
    )(must)
    assert declared.symptoms == {Symptom.GROUP_EDIT, Symptom.GROUP_DELETE}
    assert (declared.before, declared.unless) == ({"a", "b"}, {"c"})
    assert declared.operations == {Operation.LEAVE}
    assert (declared.may_cause(Symptom.GROUP_EDIT), declared.may_cause(Symptom.GROUP_DELETE)) == (True, False)
    assert declared.checks == _("it")


def test_what_is_not_declared_leaves_nothing_out() -> None:
    plain = diagnosis(must)
    assert plain.operations == CHANGES
    assert plain.may_cause(Symptom.GROUP_EDIT)
    assert plain.before == plain.unless == frozenset()


@pytest.mark.parametrize("hint", [int | str, Group | Team, Group | Team | None])
def test_a_parameter_asks_for_one_thing(hint: Any) -> None:
    with pytest.raises(ValueError, match="too many values"):
        need(hint)


def called(id: str, *, before: tuple[str, ...] = (), unless: tuple[str, ...] = ()) -> Diagnosis:
    def rule() -> Verdict:
        return None

    rule.__module__ = f"anywhere.{id}"
    return explains(Symptom.GROUP_EDIT, checks=_("it"), before=before, unless=unless)(rule)


def ids(*diagnoses: Diagnosis) -> list[str]:
    return [each.id for each in ordered(diagnoses)]


def test_without_a_rank_the_name_decides() -> None:
    assert ids(called("c"), called("a"), called("b")) == ["a", "b", "c"]


def test_each_stands_after_those_that_outrank_it_or_make_it_moot() -> None:
    assert ids(called("a"), called("b", before=("a",))) == ["b", "a"]
    assert ids(called("a", unless=("b",)), called("b")) == ["b", "a"]
    assert ids(called("a"), called("b", before=("a",)), called("c", before=("b",))) == ["c", "b", "a"]


def test_ranks_among_diagnoses_that_are_not_asked_do_not_matter() -> None:
    assert ids(called("a", before=("not here",), unless=("nor here",))) == ["a"]


def test_a_circle_is_named() -> None:
    with pytest.raises(CircularOrder) as circle:
        ordered([called("a", before=("b",)), called("b", before=("c",)), called("c", before=("a",)), called("d")])
    assert sorted(str(circle.value).split(" → ")[1:]) == ["a", "b", "c"]
    with pytest.raises(CircularOrder, match="a → a"):
        ordered([called("a", before=("a",))])
