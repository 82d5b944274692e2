"""Roles an organisation has made itself, and Microsoft's roles for partners: what they permit counts."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.diagnose import judge
from bot.diagnoses import explaining
from bot.model import Finding, Operation, Question, Report, Symptom
from bot.reading import Unreadable
from bot.readings.custom_roles import CustomRoles
from bot.readings.group import Group
from bot.roles import Role
from tests import readings as r

MEMBERS, OWNERS = Operation.ADD_MEMBER, Operation.ADD_OWNER
EDIT = r.question(Symptom.GROUP_EDIT)
ADD = r.question(Symptom.GROUP_MEMBERS, MEMBERS)
MAKE_OWNER = r.question(Symptom.GROUP_MEMBERS, OWNERS)
DELETE = r.question(Symptom.GROUP_DELETE)
NEITHER = "asker_cannot_manage_group"
UNTOLD = Unreadable(CustomRoles, 200, "NotVisible")


def report(question: Question, *changed: Any, each: Mapping[Any, object] | None = None) -> Report:
    """About somebody who doesn't own the group, and has nothing but the role called "own" if they have any."""
    stranger = (r.owned(), r.owners("Adele"))
    got = {**r.everything(*stranger, *changed), **(each or {})}
    return judge(question, explaining(question.symptom, question.operation), got)


def with_own(question: Question, actions: str, group: Group | None = None, scope: str = "/") -> Report:
    held = r.assigned("own", scope=scope), r.my_assigned("own", scope=scope)
    return report(question, *held, r.custom_roles(own=actions), group or r.group())


@pytest.mark.parametrize(
    ("question", "actions"),
    [
        (ADD, "groups/members/update"),
        (ADD, "groups.security/members/update"),
        (ADD, "groups.security.assignedMembership/members/update"),
        (MAKE_OWNER, "groups/owners/update"),
        (EDIT, "groups/basic/update"),
        (EDIT, "groups.security/allProperties/update"),
        (DELETE, "groups/delete"),
        (DELETE, "groups/allProperties/allTasks"),
    ],
)
def test_a_role_of_ones_own_that_permits_it_is_enough(question: Question, actions: str) -> None:
    said = with_own(question, actions)
    assert (said.cause, said.gaps) == (None, ())
    assert NEITHER in said.clear


@pytest.mark.parametrize(
    ("question", "actions"),
    [
        (ADD, "groups/standard/read users/basic/update"),
        (ADD, "groups.unified/members/update"),
        (ADD, "groups/owners/update"),
        (MAKE_OWNER, "groups/members/update"),
        (DELETE, "groups/basic/update"),
    ],
)
def test_one_that_permits_something_else_is_named_and_does_not_help(question: Question, actions: str) -> None:
    said = with_own(question, actions)
    assert said.gaps == ()
    assert r.shown(said.findings[NEITHER], "Active roles") == "Own own"


@pytest.mark.parametrize(
    ("question", "actions"),
    [
        (EDIT, "groups/classification/update"),
        (EDIT, "groups/dynamicMembershipRule/update"),
        (ADD, "groups/allProperties/update"),
        (MAKE_OWNER, "groups.security/allProperties/update"),
    ],
)
def test_one_that_permits_a_part_or_does_not_say_is_a_gap(question: Question, actions: str) -> None:
    said = with_own(question, actions)
    assert (said.cause, said.gaps) == (None, (UNTOLD,))


def test_without_what_it_permits_nobody_is_told_that_they_have_no_role() -> None:
    closed = r.gap(CustomRoles)
    said = report(EDIT, r.assigned("own"), closed)
    assert (said.cause, said.gaps) == (None, (closed,))
    of_microsofts = report(EDIT, r.assigned(Role.LICENSE), r.active(Role.LICENSE), closed)
    assert list(of_microsofts.findings) == [NEITHER]


def test_a_role_over_a_unit_counts_for_the_groups_in_it() -> None:
    held = r.assigned("own", scope=r.IN_UNIT), r.custom_roles(own="groups/basic/update")
    assert report(EDIT, *held, r.units(restricted=False)).cause is None
    elsewhere = report(EDIT, *held, r.units()).cause
    assert elsewhere
    assert report(EDIT, *held, r.group(is_management_restricted=True), r.units(restricted=True)).cause is None


def test_none_of_them_reaches_a_group_that_can_hold_roles() -> None:
    said = with_own(EDIT, "groups/allProperties/allTasks", r.group(is_assignable_to_role=True))
    assert next(iter(said.findings)) == "group_is_role_assignable"
    assert said.gaps == ()


def test_one_that_sleeps_is_found() -> None:
    said = report(ADD, r.eligible("own"), r.custom_roles(own="groups/members/update"))
    assert next(iter(said.findings)) == "asker_role_not_active"
    assert r.shown(said.findings["asker_role_not_active"], "Roles that can be activated") == "Own own"
    assert report(ADD, r.eligible("own"), r.gap(CustomRoles)).gaps == (r.gap(CustomRoles),)


@pytest.mark.parametrize("role", [Role.PARTNER_TIER1, Role.PARTNER_TIER2])
def test_partners_change_members_and_owners_and_delete_but_not_properties(role: Role) -> None:
    held = r.active(role), r.assigned(role)
    for question in (ADD, MAKE_OWNER, DELETE):
        assert report(question, *held).cause is None
    neither = report(EDIT, *held).findings[NEITHER]
    assert r.english(neither.title) == "You neither own Sales nor have a role that may change it."
    assert r.shown(neither, "Active roles").startswith("Partner Tier")


def offers(found: Finding) -> tuple[list[str], list[str]]:
    return [each.id() for each in found.remedies], [each.id() for each in found.hand_off]


@pytest.mark.parametrize(
    ("actions", "button"),
    [
        ("groups/owners/update", True),
        ("groups/allProperties/update", False),
        ("groups/members/update", False),
    ],
)
def test_making_somebody_an_owner_is_a_button_for_whom_it_is_permitted(actions: str, button: bool) -> None:
    mine = r.my_assigned("own"), r.custom_roles(own=actions)
    found = report(r.about_lee(), *mine, r.account(id=r.LEE)).findings[NEITHER]
    assert offers(found) == ((["ask_an_owner", "add_owner"], []) if button else (["ask_an_owner"], ["add_owner"]))
