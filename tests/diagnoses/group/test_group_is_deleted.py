from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from bot.diagnose import judge
from bot.diagnoses import explaining
from bot.diagnoses.group.group_is_deleted import diagnose
from bot.model import Finding, Severity, Symptom
from bot.reading import Each
from bot.readings.asker import MineInBin, MyDeletedGroups
from bot.readings.group import DeletedGroup, Group
from bot.roles import Role
from tests.readings import (
    GROUP_ID,
    WHEN,
    custom_roles,
    english,
    everything,
    found,
    gap,
    group,
    mine_in_bin,
    my_assigned,
    my_roles,
    not_there,
    offered,
    owned,
    question,
    shown,
    verdict,
)

IN_BIN = DeletedGroup(id=GROUP_ID, display_name="Kampagne 2025", deleted_date_time=WHEN)
GONE = not_there(Group)


def test_it_speaks_about_a_group_in_the_recycle_bin() -> None:
    finding = found(diagnose, GONE, IN_BIN)
    assert english(finding.title) == "Kampagne 2025 has been deleted."
    assert finding.severity is Severity.CAUSE
    assert offered(finding) == ["restore_group"]
    assert finding.because[-2].value == WHEN + timedelta(days=30)


def test_a_living_and_an_unknown_group_are_not_deleted() -> None:
    assert verdict(diagnose, group()) is None
    assert verdict(diagnose, GONE) is None


def test_a_group_that_was_restored_meanwhile_is_alive() -> None:
    assert verdict(diagnose, group(), IN_BIN) is None


def test_a_closed_recycle_bin_matters_only_when_the_group_is_gone() -> None:
    assert verdict(diagnose, group(), gap(DeletedGroup)) is None
    assert verdict(diagnose, GONE, gap(DeletedGroup)) == (gap(DeletedGroup),)


def test_a_group_that_may_not_be_read_is_not_deleted() -> None:
    assert verdict(diagnose, gap(Group), IN_BIN) == (gap(Group),)


def test_one_that_holds_roles_takes_a_permission_this_bot_does_not_ask_for() -> None:
    finding = found(diagnose, GONE, IN_BIN.model_copy(update={"is_assignable_to_role": True}))
    assert "a Privileged Role Administrator has to restore it" in english(finding.advice)
    assert offered(finding) == []


def of_a_deleted_group(*changed: Any, mine: Mapping[Any, object]) -> Finding:
    asked = question(Symptom.GROUP_DELETE)
    got = {**everything(GONE, owned(), IN_BIN, *changed), **mine}
    return judge(asked, explaining(asked.symptom), got).findings["group_is_deleted"]


def offers(finding: Finding) -> tuple[list[str], list[str]]:
    return [each.id() for each in finding.remedies], [each.id() for each in finding.hand_off]


PRESS: tuple[list[str], list[str]] = (["restore_group"], [])
SEND_ON: tuple[list[str], list[str]] = ([], ["restore_group"])


def test_its_owner_may_restore_it() -> None:
    finding = of_a_deleted_group(mine=mine_in_bin(GROUP_ID))
    assert shown(finding, "Relation to the group") == "you are an owner"
    assert offers(finding) == PRESS


def test_nobody_else_gets_the_button_but_words_for_somebody_who_may() -> None:
    finding = of_a_deleted_group(mine=mine_in_bin("another group"))
    assert shown(finding, "Relation to the group") == "not an owner"
    assert offers(finding) == SEND_ON


@pytest.mark.parametrize("role", [Role.GROUPS, Role.GLOBAL, Role.USER, Role.INTUNE, Role.PARTNER_TIER1])
def test_these_roles_may_restore_any_group(role: Role) -> None:
    assert offers(of_a_deleted_group(my_roles(role), mine=mine_in_bin())) == PRESS


@pytest.mark.parametrize("role", [Role.EXCHANGE, Role.SHAREPOINT, Role.TEAMS, Role.YAMMER])
def test_these_roles_restore_only_microsoft_365_groups(role: Role) -> None:
    unified = IN_BIN.model_copy(update={"group_types": ("Unified",)})
    assert offers(of_a_deleted_group(my_roles(role), mine=mine_in_bin())) == SEND_ON
    assert offers(of_a_deleted_group(my_roles(role), unified, mine=mine_in_bin())) == PRESS


@pytest.mark.parametrize("action", ["groups/restore", "deletedItems.groups/restore"])
def test_a_role_of_the_organisations_own_may_permit_it(action: str) -> None:
    own = my_assigned("own"), custom_roles(own=action)
    assert offers(of_a_deleted_group(*own, mine=mine_in_bin())) == PRESS


def test_where_nobody_tells_whose_it_was_graph_will_say() -> None:
    untold: MineInBin = Each({GROUP_ID: gap(MyDeletedGroups)})
    finding = of_a_deleted_group(mine={MineInBin: untold})
    assert shown(finding, "Relation to the group") == "not visible to you"
    assert offers(finding) == PRESS
