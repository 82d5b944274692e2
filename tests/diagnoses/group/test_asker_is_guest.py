from typing import Any

import pytest

from bot.diagnose import judge
from bot.diagnoses import explaining
from bot.diagnoses.group.asker_is_guest import diagnose
from bot.model import Operation, Severity
from bot.reading import Unreadable
from bot.readings.custom_roles import CustomRoles
from bot.readings.group import Group, GroupUnits, Owner, Owners
from bot.readings.person import Account, ActiveRoles, EligibleRoles, RoleAssignments
from bot.roles import Role
from bot.rule import NOT_APPLICABLE
from bot.scopes import Scope
from tests.readings import (
    ASKER_ID,
    IN_UNIT,
    LEE,
    about_lee,
    account,
    active,
    assigned,
    english,
    everything,
    found,
    gap,
    offered,
    owned,
    owners,
    question,
    units,
    verdict,
)

KIM = account(user_type="Guest")
ADELE = owners("Adele")


def test_it_speaks_to_a_guest() -> None:
    finding = found(diagnose, KIM, owned(), ADELE)
    assert english(finding.title) == "You are a guest here, and guests can only change groups they own."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, False)
    assert offered(finding) == ["ask_an_owner"]


def test_about_somebody_else_the_words_are_about_them() -> None:
    finding = found(diagnose, account(id=LEE, user_type="Guest"), owned(), ADELE, of=about_lee())
    assert english(finding.title) == "Lee Gu is a guest here, and guests can only change groups they own."


def test_members_are_none_of_its_business() -> None:
    assert verdict(diagnose, owned()) is NOT_APPLICABLE
    assert verdict(diagnose, owned(), gap(ActiveRoles)) is NOT_APPLICABLE


def test_a_guest_who_owns_the_group_is_in_order() -> None:
    assert verdict(diagnose, KIM) is None


def test_a_guest_who_holds_groups_administrator_is_in_order() -> None:
    assert verdict(diagnose, KIM, owned(), active(Role.GROUPS)) is None
    assert verdict(diagnose, KIM, owned(), assigned(Role.GROUPS, scope=IN_UNIT), units(restricted=False)) is None


def test_a_guest_who_sees_no_owner_has_nobody_to_ask() -> None:
    assert offered(found(diagnose, KIM, owned(), gap(Owners))) == []
    assert offered(found(diagnose, KIM, owned(), Owners(value=(Owner(id="an app"),)))) == []


HOLDS_OF_GUESTS = "You are a guest here: guests can only change groups they own, unless a role lets them."


@pytest.mark.parametrize(
    "unread",
    [
        (gap(RoleAssignments),),
        (gap(ActiveRoles), gap(RoleAssignments)),
        (assigned(Role.GROUPS, scope=IN_UNIT), gap(GroupUnits)),
        (assigned("own"), gap(CustomRoles)),
    ],
)
def test_where_a_role_cannot_be_ruled_out_being_a_guest_is_no_verdict(unread: tuple[Any, ...]) -> None:
    finding = found(diagnose, KIM, owned(), ADELE, *unread)
    assert (finding.severity, finding.probable, finding.leads) == (Severity.NOTE, False, False)
    assert english(finding.title) == HOLDS_OF_GUESTS
    assert offered(finding) == ["ask_an_owner"]
    assert [english(each.label) for each in finding.because] == ["Account"]


def test_a_role_for_a_part_of_the_organisation_that_guests_cannot_see_makes_it_probable() -> None:
    finding = found(diagnose, KIM, owned(), ADELE, gap(RoleAssignments), gap(EligibleRoles))
    assert (finding.severity, finding.probable) == (Severity.CAUSE, True)
    assert finding.doubt
    assert english(finding.doubt) == (
        "A role for a part of the organisation, which I couldn't see, may allow it all the same."
    )


def test_then_the_report_says_what_could_not_be_seen_and_tells_no_cause() -> None:
    asked = question()
    report = judge(asked, explaining(asked.symptom), everything(KIM, owned(), ADELE, gap(RoleAssignments)))
    assert (report.cause, report.all_clear) == (None, False)
    assert gap(RoleAssignments) in report.gaps
    assert list(report.findings) == ["asker_is_guest"]


def test_an_account_that_cannot_be_read_is_a_gap() -> None:
    assert verdict(diagnose, gap(Account), gap(Group)) == (gap(Account), gap(Group))


def test_about_others_a_role_for_a_unit_is_no_use_without_one_that_reads_the_directory() -> None:
    lee = account(id=LEE, user_type="Guest")
    scoped = assigned(Role.GROUPS, scope=IN_UNIT)
    unsure = found(diagnose, lee, owned(), scoped, units(restricted=False), of=about_lee())
    assert (unsure.severity, english(unsure.title)) == (
        Severity.NOTE,
        "Lee Gu is a guest here: guests can only change groups they own, unless a role lets them.",
    )
    reading = RoleAssignments(value=(*scoped.value, *assigned(Role.HYBRID_IDENTITY).value))
    assert verdict(diagnose, lee, owned(), reading, units(restricted=False), of=about_lee()) is None


def test_the_asker_is_not_sent_to_themselves() -> None:
    lee = account(id=LEE, user_type="Guest")
    mine = found(diagnose, lee, owned(), owners(ASKER_ID), of=about_lee())
    assert (english(mine.advice), offered(mine)) == ("You own Sales, so you can do it.", [])
    nobody = found(diagnose, KIM, owned(), owners())
    assert english(nobody.advice) == "I can't see an owner to ask. A Groups Administrator can do it."


def test_an_address_from_elsewhere_makes_nobody_a_guest_for_sure() -> None:
    outside = account(id=LEE, user_type=None, user_principal_name="lee_fabrikam.com#EXT#@contoso.com")
    unseen = Unreadable(Account, 200, "NotVisible", Scope.of_graph("User.Read.All"))
    assert verdict(diagnose, outside, owned(), ADELE, of=about_lee()) == (unseen,)
    assert verdict(diagnose, outside, owned(), owners(LEE), of=about_lee()) is None


def test_leaving_takes_no_ownership() -> None:
    assert Operation.LEAVE not in diagnose.operations
