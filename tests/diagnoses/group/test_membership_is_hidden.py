import pytest

from bot.diagnose import judge
from bot.diagnoses import explaining
from bot.diagnoses.group.membership_is_hidden import diagnose
from bot.model import Operation, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.asker import MyOwnedGroups
from bot.readings.group import Group
from bot.readings.person import ActiveRoles
from bot.roles import Role
from tests.readings import (
    GROUP_ID,
    LEE,
    about_lee,
    account,
    active,
    english,
    everything,
    found,
    gap,
    group,
    microsoft_365,
    offered,
    owned,
    owners,
    question,
    shown,
    verdict,
)

SEE = question(Symptom.GROUP_MEMBERS, Operation.SEE_MEMBERS)
HIDDEN = microsoft_365(visibility="HiddenMembership")
ADELE = owners("Adele")


def test_it_speaks_of_a_group_that_hides_its_members() -> None:
    finding = found(diagnose, HIDDEN, owned(), ADELE, of=SEE)
    assert english(finding.title) == "Sales hides who is in it: only members, owners and some administrators see that."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, False)
    assert shown(finding, "Membership") == "hidden, since the group was made"
    assert offered(finding) == ["ask_an_owner"]


@pytest.mark.parametrize("visibility", ["Private", "Public", None])
def test_others_hide_nothing(visibility: str | None) -> None:
    assert verdict(diagnose, microsoft_365(visibility=visibility), owned(), ADELE, of=SEE) is None


def test_an_owner_and_whoever_has_a_role_for_it_sees_them() -> None:
    mine = found(diagnose, HIDDEN, owned(GROUP_ID), of=SEE)
    assert english(mine.title) == "Sales hides who is in it, but you own it, so you see its members."
    assert (mine.severity, mine.leads) == (Severity.NOTE, True)
    for role in (Role.GLOBAL_READER, Role.USER, Role.EXCHANGE, Role.TEAMS, Role.INTUNE):
        by_role = found(diagnose, HIDDEN, owned(), ADELE, active(role), of=SEE)
        assert english(by_role.title) == "Sales hides who is in it, but your role shows you its members."
    assert found(diagnose, HIDDEN, owned(), ADELE, active(Role.LICENSE), of=SEE).severity is Severity.CAUSE


def test_about_somebody_else_the_words_are_about_them() -> None:
    of = about_lee(Symptom.GROUP_MEMBERS, Operation.SEE_MEMBERS)
    theirs = found(diagnose, HIDDEN, account(id=LEE), owners(LEE), of=of)
    assert english(theirs.title) == "Sales hides who is in it, but Lee Gu owns it and sees its members."
    by_role = found(diagnose, HIDDEN, account(id=LEE), ADELE, active(Role.USER), of=of)
    assert english(by_role.title) == "Sales hides who is in it, but a role shows Lee Gu its members."


def test_what_cannot_be_read_is_a_gap() -> None:
    assert verdict(diagnose, HIDDEN, gap(MyOwnedGroups), ADELE, of=SEE) == (gap(MyOwnedGroups),)
    assert verdict(diagnose, HIDDEN, owned(), ADELE, gap(ActiveRoles), of=SEE) == (gap(ActiveRoles),)
    unseen = group(display_name=None)
    assert verdict(diagnose, unseen, of=SEE) == (Unreadable(Group, 200, "NotVisible"),)


@pytest.mark.parametrize("operation", [Operation.SEE_MEMBERS, Operation.SEE_GROUP])
def test_seeing_gets_no_verdict_about_changing(operation: Operation) -> None:
    asked = question(Symptom.GROUP_MEMBERS, operation)
    report = judge(asked, explaining(asked.symptom, operation), everything(owned(), ADELE))
    assert report.findings == {}
    assert report.clear.keys() <= {"group_is_deleted", "membership_is_hidden"}
