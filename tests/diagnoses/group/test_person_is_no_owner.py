from bot.diagnoses.group.person_is_no_owner import diagnose
from bot.model import Operation, Severity, Symptom
from bot.reading import Reading
from bot.readings.group import Owners
from bot.readings.person import Account
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    LEE,
    about_lee,
    account,
    distribution_list,
    english,
    found,
    gap,
    group,
    microsoft_365,
    offered,
    owner,
    question,
    synced,
    verdict,
)

DOES_LEE = about_lee(Symptom.GROUP_OWNERS)
LEE_GU = account(id=LEE)


def test_somebody_else_who_does_not_own_it_can_be_made_an_owner() -> None:
    finding = found(diagnose, LEE_GU, microsoft_365(), of=DOES_LEE)
    assert english(finding.title) == "Lee Gu doesn't own Sales."
    assert (finding.severity, finding.leads) == (Severity.NOTE, True)
    assert offered(finding) == ["add_owner"]
    made = finding.remedies[0].model_dump()
    assert (made["user_id"], made["member_too"]) == (LEE, True)


def test_somebody_who_owns_it_is_in_order() -> None:
    assert verdict(diagnose, LEE_GU, Owners(value=(owner(LEE),)), of=DOES_LEE) is None


def test_in_a_restricted_unit_only_its_administrators_are_named() -> None:
    finding = found(diagnose, LEE_GU, group(is_management_restricted=True), of=DOES_LEE)
    assert english(finding.advice) == "Only an administrator of its restricted unit can make Lee Gu an owner."


def test_a_group_that_holds_roles_takes_a_permission_this_bot_does_not_ask_for() -> None:
    finding = found(diagnose, LEE_GU, group(is_assignable_to_role=True), of=DOES_LEE)
    assert english(finding.advice) == "An owner or a Privileged Role Administrator can make Lee Gu an owner."
    assert offered(finding) == []


def test_whom_a_rule_or_a_setting_may_keep_out_is_not_made_a_member_too() -> None:
    def member_too(*changed: Reading) -> object:
        (make,) = found(diagnose, LEE_GU, *changed, of=DOES_LEE).remedies
        return make.model_dump()["member_too"]

    assert member_too(microsoft_365()) is True
    assert member_too(microsoft_365().model_copy(update={"group_types": ("Unified", "DynamicMembership")})) is False
    assert member_too(microsoft_365(), account(id=LEE, user_type="Guest")) is False


def test_of_oneself_and_where_graph_keeps_no_owners_it_has_no_say() -> None:
    assert verdict(diagnose, of=question(Symptom.GROUP_OWNERS)) is NOT_APPLICABLE
    assert verdict(diagnose, LEE_GU, synced(), of=DOES_LEE) is NOT_APPLICABLE
    assert verdict(diagnose, LEE_GU, distribution_list(), of=DOES_LEE) is NOT_APPLICABLE


def test_it_explains_nothing_that_is_refused() -> None:
    assert not diagnose.may_cause(Symptom.GROUP_OWNERS)
    assert Operation.ADD_OWNER not in diagnose.operations


def test_owners_and_a_person_that_may_not_be_read_are_gaps() -> None:
    assert verdict(diagnose, gap(Account), gap(Owners), of=DOES_LEE) == (gap(Account), gap(Owners))
