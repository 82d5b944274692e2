from bot.diagnoses.group.team_is_archived import diagnose
from bot.model import Severity, Symptom
from bot.readings.group import Team
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    GROUP_ID,
    english,
    found,
    gap,
    group,
    microsoft_365,
    not_there,
    offered,
    question,
    team,
    verdict,
)

ARCHIVED = Team(id=GROUP_ID, is_archived=True)
MEMBERS = question(Symptom.GROUP_MEMBERS)


def test_an_archived_team_explains_why_it_cannot_be_edited() -> None:
    finding = found(diagnose, team(), ARCHIVED)
    assert english(finding.title) == "Sales is archived."
    assert finding.severity is Severity.CAUSE
    assert offered(finding) == ["unarchive_team"]


def test_it_does_not_explain_why_members_cannot_be_changed() -> None:
    finding = found(diagnose, team(), ARCHIVED, of=MEMBERS)
    assert finding.severity is Severity.NOTE
    assert "Members can be added and removed all the same" in english(finding.advice)
    assert diagnose.may_cause(Symptom.GROUP_EDIT)
    assert not diagnose.may_cause(Symptom.GROUP_MEMBERS)


def test_a_living_team_is_in_order() -> None:
    assert verdict(diagnose, team(), Team(id=GROUP_ID, is_archived=False)) is None
    assert verdict(diagnose, team(), not_there(Team)) is None


def test_no_group_without_a_team_is_told_that_its_team_is_not_archived() -> None:
    assert verdict(diagnose, group(), ARCHIVED) is NOT_APPLICABLE
    assert verdict(diagnose, microsoft_365()) is NOT_APPLICABLE
    assert verdict(diagnose, group(), gap(Team)) is NOT_APPLICABLE


def test_a_team_it_may_not_look_at_is_a_gap() -> None:
    assert verdict(diagnose, team(), gap(Team)) == (gap(Team),)
    assert verdict(diagnose, team(), gap(Team), of=MEMBERS) == (gap(Team),)
