from bot.diagnoses.group.last_owner_stays import diagnose
from bot.model import Operation, Severity, Symptom
from bot.readings.group import Owners
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    ASKER_ID,
    LEE,
    about_lee,
    english,
    found,
    gap,
    group,
    microsoft_365,
    owner,
    question,
    shown,
    team,
    verdict,
)

REMOVE = question(Symptom.GROUP_MEMBERS, Operation.REMOVE_OWNER)
LEAVE = question(Symptom.GROUP_MEMBERS, Operation.LEAVE)
LEES = Owners(value=(owner(LEE, "Lee Gu"), owner("an app", app=True)))
MINE = Owners(value=(owner(ASKER_ID, "Megan"),))
TWO = Owners(value=(owner(LEE), owner("Adele")))


def test_the_last_human_owner_stays_and_apps_do_not_count() -> None:
    finding = found(diagnose, microsoft_365(), LEES, of=REMOVE)
    assert english(finding.title) == "Lee Gu is the last owner of Sales, and a last owner can't be removed."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, False)
    assert shown(finding, "Owners") == "Lee Gu"


def test_it_holds_for_every_kind_of_group() -> None:
    assert found(diagnose, group(), LEES, of=REMOVE).severity is Severity.CAUSE


def test_the_last_owner_may_be_the_one_who_asks_or_have_no_visible_name() -> None:
    assert english(found(diagnose, MINE, of=REMOVE).title).startswith("You are the last owner of Sales")
    unnamed = Owners(value=(owner(LEE, None),))
    assert english(found(diagnose, unnamed, of=REMOVE).title).startswith("Sales has only one owner")


def test_with_another_owner_left_it_is_in_order() -> None:
    assert verdict(diagnose, TWO, of=REMOVE) is None
    assert verdict(diagnose, Owners(value=()), of=REMOVE) is None


def test_removing_somebody_else_is_in_order() -> None:
    other = question(Symptom.GROUP_MEMBERS, Operation.REMOVE_OWNER, other="somebody")
    assert verdict(diagnose, LEES, of=other) is None
    assert found(diagnose, LEES, of=question(Symptom.GROUP_MEMBERS, Operation.REMOVE_OWNER, other=LEE))


def test_role_assignable_groups_are_exempt() -> None:
    assert verdict(diagnose, group(is_assignable_to_role=True), LEES, of=REMOVE) is NOT_APPLICABLE


def test_who_leaves_a_group_as_a_member_goes_on_owning_it() -> None:
    assert verdict(diagnose, microsoft_365(), MINE, of=LEAVE) is NOT_APPLICABLE


def test_a_teams_last_owner_is_told_the_likelier_reason_when_leaving() -> None:
    finding = found(diagnose, team(), MINE, of=LEAVE)
    assert (finding.severity, finding.probable, finding.leads) == (Severity.NOTE, True, True)
    assert verdict(diagnose, team(), LEES, of=LEAVE) is None


def test_about_somebody_else_it_is_they_who_leave() -> None:
    finding = found(diagnose, team(), LEES, of=about_lee(Symptom.GROUP_MEMBERS, Operation.LEAVE))
    assert english(finding.title) == "Lee Gu is the last owner of Sales, and a last owner can't be removed."
    assert verdict(diagnose, team(), MINE, of=about_lee(Symptom.GROUP_MEMBERS, Operation.LEAVE)) is None


def test_it_has_a_say_in_nothing_else() -> None:
    assert diagnose.operations == {Operation.REMOVE_OWNER, Operation.LEAVE}


def test_owners_that_may_not_be_read_are_a_gap() -> None:
    assert verdict(diagnose, gap(Owners), of=REMOVE) == (gap(Owners),)
