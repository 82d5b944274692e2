from bot.diagnoses.team_is_archived import diagnose
from bot.model import Finding, Severity, Symptom
from bot.readings.group import Team
from tests.readings import GROUP_ID, gap, microsoft_365, question, team

ARCHIVED = Team(id=GROUP_ID, is_archived=True)


def test_an_archived_team_explains_why_it_cannot_be_edited() -> None:
    finding = diagnose(question(), team(), ARCHIVED)
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.CAUSE
    assert [remedy.id() for remedy in finding.remedies] == ["unarchive_team"]


def test_it_does_not_explain_why_members_cannot_be_changed() -> None:
    finding = diagnose(question(Symptom.GROUP_MEMBERS), team(), ARCHIVED)
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.NOTE


def test_it_is_silent_about_a_living_team_and_a_group_without_one() -> None:
    assert diagnose(question(), team(), Team(id=GROUP_ID, is_archived=False)) is None
    assert diagnose(question(), microsoft_365(), None) is None
    assert diagnose(question(), microsoft_365(), gap(Team)) is None


def test_a_team_it_may_not_look_at_is_a_gap() -> None:
    assert diagnose(question(), team(), gap(Team)) == gap(Team)
