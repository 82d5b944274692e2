import pytest

from bot.diagnoses.group.asker_cannot_manage_group import diagnose
from bot.model import Operation, Severity, Symptom
from bot.readings.asker import MyOwnedGroups
from bot.readings.group import Group, GroupUnits, Owners
from bot.readings.person import Account, ActiveRoles, RoleAssignments
from bot.roles import NAMES, Role
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    ASKER_ID,
    GROUP_ID,
    IN_UNIT,
    LEE,
    about_lee,
    account,
    active,
    assigned,
    english,
    found,
    gap,
    group,
    microsoft_365,
    offered,
    owned,
    owner,
    owners,
    question,
    shown,
    units,
    verdict,
)

DELETE = question(Symptom.GROUP_DELETE)
ASK = owners("Adele", "Megan")
LEE_GU = account(id=LEE)


def test_it_speaks_to_somebody_with_no_right_and_offers_to_ask() -> None:
    finding = found(diagnose, owned(), ASK)
    assert english(finding.title) == "You neither own Sales nor have a role that may change it."
    assert english(finding.advice) == "Ask an owner to do it for you, or to make you an owner."
    assert finding.severity is Severity.CAUSE
    assert offered(finding) == ["ask_an_owner"]
    assert shown(finding, "Owners") == "Adele and Megan"
    assert shown(finding, "Active roles") == "none that helps here"


def test_an_owner_who_asks_about_somebody_else_is_among_the_owners() -> None:
    both = Owners(value=(owner(ASKER_ID, "Megan"), owner("Adele")))
    assert shown(found(diagnose, owned(), both, LEE_GU, of=about_lee()), "Owners") == "Megan and Adele"
    alone = found(diagnose, owned(), Owners(value=(owner(ASKER_ID, "Megan"),)), LEE_GU, of=about_lee())
    assert shown(alone, "Owners") == "Megan"
    assert "ask_an_owner" not in offered(alone)


def test_deleting_has_its_own_words() -> None:
    finding = found(diagnose, owned(), of=DELETE)
    assert english(finding.title) == "You neither own Sales nor have a role that may delete it."


def test_about_somebody_else_the_words_are_about_them_and_the_remedies_the_askers() -> None:
    finding = found(diagnose, owned(), ASK, LEE_GU, of=about_lee())
    assert english(finding.title) == "Lee Gu neither owns Sales nor has a role that may change it."
    assert english(finding.advice) == "An owner can do it, or make Lee Gu an owner."
    assert offered(finding) == ["ask_an_owner", "add_owner"]
    assert finding.remedies[1].model_dump()["user_id"] == LEE


def test_an_owner_and_whoever_has_a_role_that_may_are_in_order() -> None:
    assert verdict(diagnose) is None
    assert verdict(diagnose, of=DELETE) is None


OF_SECURITY_GROUPS = (Role.INTUNE, Role.WINDOWS_365, Role.KNOWLEDGE, Role.KNOWLEDGE_MANAGER)


@pytest.mark.parametrize("role", [Role.GROUPS, Role.USER, Role.GLOBAL, *OF_SECURITY_GROUPS])
def test_these_roles_may_change_and_delete_a_security_group(role: Role) -> None:
    assert verdict(diagnose, owned(), active(role)) is None
    assert verdict(diagnose, owned(), active(role), of=DELETE) is None


@pytest.mark.parametrize("role", [Role.DIRECTORY_WRITERS, Role.IDENTITY_GOVERNANCE])
def test_these_roles_change_members_but_do_not_delete(role: Role) -> None:
    assert verdict(diagnose, owned(), active(role), of=question(Symptom.GROUP_MEMBERS)) is None
    finding = found(diagnose, owned(), active(role), of=DELETE)
    assert english(finding.title) == "You neither own Sales nor have a role that may delete it."
    assert english(NAMES[role]) not in shown(finding, "Roles that can")
    assert english(NAMES[role]) in shown(finding, "Active roles")


def test_a_role_for_other_kinds_of_group_does_not_count() -> None:
    assert found(diagnose, owned(), active(Role.TEAMS)).severity is Severity.CAUSE
    for role in OF_SECURITY_GROUPS:
        assert found(diagnose, microsoft_365(), owned(), active(role)).severity is Severity.CAUSE


def test_a_role_in_one_of_the_groups_units_counts_and_in_another_does_not() -> None:
    scoped = assigned(Role.GROUPS, scope=IN_UNIT)
    assert verdict(diagnose, owned(), scoped, units(restricted=False)) is None
    assert found(diagnose, owned(), scoped, units()).severity is Severity.CAUSE


def test_a_role_for_this_very_group_counts() -> None:
    assert verdict(diagnose, owned(), assigned(Role.GROUPS, scope=f"/{GROUP_ID}")) is None
    assert found(diagnose, owned(), assigned(Role.GROUPS, scope=f"/{ASKER_ID}")).severity is Severity.CAUSE


def test_groups_that_others_guard_are_none_of_its_business() -> None:
    for guarded in (group(is_management_restricted=True), group(is_assignable_to_role=True)):
        assert verdict(diagnose, guarded, owned()) is NOT_APPLICABLE


def test_leaving_takes_no_ownership() -> None:
    assert Operation.LEAVE not in diagnose.operations
    assert diagnose.operations >= {None, Operation.ADD_MEMBER, Operation.REMOVE_MEMBER}


def test_nobody_to_ask_is_said_and_a_way_shown() -> None:
    finding = found(diagnose, owned(), owners())
    assert english(finding.advice) == (
        "I can't see an owner to ask. A Groups Administrator can do it, or make you an owner."
    )
    assert shown(finding, "Owners") == "none that you can see"
    assert offered(finding) == ["add_owner"]


def test_an_owner_whose_account_is_disabled_is_not_the_one_to_ask() -> None:
    finding = found(diagnose, owned(), Owners(value=(owner("Adele", enabled=False), owner("an app", app=True))))
    assert shown(finding, "Owners") == "Adele (account disabled)"
    assert offered(finding) == ["add_owner"]


def test_an_administrator_who_is_no_owner_is_told_the_likelier_reason_first() -> None:
    finding = found(diagnose, microsoft_365(), owned(), active(Role.GLOBAL))
    assert english(finding.title) == (
        "You may change Sales through your role, but Teams and Outlook only show that to owners."
    )
    assert (finding.severity, finding.probable, finding.leads) == (Severity.NOTE, True, True)
    assert offered(finding) == ["add_owner"]


def test_about_an_administrator_the_words_are_about_them() -> None:
    finding = found(diagnose, microsoft_365(), owned(), active(Role.GLOBAL), LEE_GU, of=about_lee())
    assert english(finding.title) == (
        "Lee Gu may change Sales through a role, but Teams and Outlook only show that to owners."
    )
    assert english(finding.advice) == "It works in the Entra admin center, or after becoming an owner."


def test_a_role_that_may_have_been_overlooked_is_a_gap() -> None:
    assert verdict(diagnose, owned(), gap(RoleAssignments)) == (gap(RoleAssignments),)
    assert found(diagnose, owned(), gap(ActiveRoles)).severity is Severity.CAUSE  # all in force stand among those


def test_units_matter_only_to_somebody_with_a_role_in_one() -> None:
    assert found(diagnose, owned(), gap(GroupUnits)).severity is Severity.CAUSE
    assert verdict(diagnose, owned(), gap(GroupUnits), assigned(Role.GROUPS, scope=IN_UNIT)) == (gap(GroupUnits),)


def test_what_is_enough_needs_no_more() -> None:
    assert verdict(diagnose, gap(ActiveRoles), gap(RoleAssignments), gap(GroupUnits)) is None
    assert verdict(diagnose, owned(), active(Role.GROUPS), gap(RoleAssignments)) is None


def test_what_it_cannot_do_without_is_a_gap() -> None:
    assert verdict(diagnose, gap(Group), gap(Account)) == (gap(Group), gap(Account))
    assert verdict(diagnose, gap(MyOwnedGroups)) == (gap(MyOwnedGroups),)
    assert found(diagnose, owned(), gap(Owners)).severity is Severity.CAUSE


def test_ownership_of_somebody_else_stands_in_the_groups_own_list() -> None:
    assert verdict(diagnose, owned(), Owners(value=(owner(LEE),)), of=about_lee()) is None
    assert verdict(diagnose, gap(Owners), of=about_lee()) == (gap(Owners),)


def test_an_asker_who_owns_it_is_not_sent_to_themselves() -> None:
    finding = found(diagnose, account(id=LEE), owners(ASKER_ID), of=about_lee())
    assert english(finding.advice) == "You own it: you can do it, or make Lee Gu an owner."
    assert offered(finding) == ["add_owner"]


def test_units_do_not_matter_to_a_role_that_would_not_do() -> None:
    helpdesk = assigned("729827e3-9c14-49f7-bb1b-9608f156bbb8", scope=IN_UNIT)
    assert found(diagnose, owned(), helpdesk, gap(GroupUnits))
