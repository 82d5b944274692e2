from bot.diagnoses.group.group_policy_blocks import diagnose
from bot.model import Operation, Severity, Symptom
from bot.readings.group_settings import GROUP_UNIFIED, GROUP_UNIFIED_GUEST, GroupSettings, TenantGroupSettings
from bot.readings.person import RoleAssignments
from bot.roles import Role
from bot.rule import NOT_APPLICABLE
from tests.readings import about_lee, active, english, found, gap, group, guests, microsoft_365, question, verdict

ADD_GUEST = question(Symptom.GROUP_MEMBERS, Operation.ADD_GUEST)
UNIFIED = microsoft_365()
CLOSED = TenantGroupSettings(value=guests("false"))
NO_GUESTS_HERE = GroupSettings(value=guests("false"))


def test_the_organisation_keeps_guests_out() -> None:
    finding = found(diagnose, UNIFIED, CLOSED, of=ADD_GUEST)
    assert english(finding.title) == "Owners can't add guests to Sales: your organisation's settings say so."
    assert finding.severity is Severity.CAUSE


def test_the_group_keeps_guests_out() -> None:
    finding = found(diagnose, UNIFIED, NO_GUESTS_HERE, of=ADD_GUEST)
    assert english(finding.title) == "Sales takes no guests: a setting of the group says so."


def test_a_group_cannot_let_in_whom_the_organisation_keeps_out() -> None:
    assert found(diagnose, UNIFIED, CLOSED, GroupSettings(value=guests("true")), of=ADD_GUEST)


def test_settings_that_allow_or_say_nothing_are_in_order() -> None:
    assert verdict(diagnose, UNIFIED, of=ADD_GUEST) is None
    assert verdict(diagnose, UNIFIED, TenantGroupSettings(value=guests("true")), of=ADD_GUEST) is None
    assert verdict(diagnose, UNIFIED, GroupSettings(value=guests("")), of=ADD_GUEST) is None


def test_only_microsoft_365_groups_have_such_a_setting() -> None:
    assert verdict(diagnose, group(), CLOSED, of=ADD_GUEST) is NOT_APPLICABLE
    assert verdict(diagnose, group(), gap(GroupSettings), of=ADD_GUEST) is NOT_APPLICABLE


def test_only_adding_a_guest_is_its_business() -> None:
    assert diagnose.operations == {Operation.ADD_GUEST}


def test_administrators_still_can() -> None:
    assert verdict(diagnose, UNIFIED, CLOSED, active(Role.GROUPS), of=ADD_GUEST) is None
    assert verdict(diagnose, UNIFIED, CLOSED, gap(RoleAssignments), of=ADD_GUEST) == (gap(RoleAssignments),)


def test_a_setting_that_may_not_be_read_is_a_gap_unless_the_other_one_says_no() -> None:
    for unread in (GroupSettings, TenantGroupSettings):
        assert verdict(diagnose, UNIFIED, gap(unread), of=ADD_GUEST) == (gap(unread),)
    assert found(diagnose, UNIFIED, NO_GUESTS_HERE, gap(TenantGroupSettings), of=ADD_GUEST)


def test_about_somebody_else_it_is_their_role_that_counts() -> None:
    for_lee = about_lee(Symptom.GROUP_MEMBERS, Operation.ADD_GUEST)
    assert verdict(diagnose, UNIFIED, CLOSED, active(Role.GROUPS), of=for_lee) is None
    assert found(diagnose, UNIFIED, CLOSED, of=for_lee).severity is Severity.CAUSE


def test_a_setting_by_another_template_says_nothing_of_guests_here() -> None:
    of_one_group = TenantGroupSettings(value=guests("false", GROUP_UNIFIED_GUEST))
    of_everybody = GroupSettings(value=guests("false", GROUP_UNIFIED))
    assert verdict(diagnose, UNIFIED, of_one_group, of_everybody, of=ADD_GUEST) is None


def test_only_false_means_no() -> None:
    assert found(diagnose, UNIFIED, TenantGroupSettings(value=guests("False")), of=ADD_GUEST)
    assert verdict(diagnose, UNIFIED, TenantGroupSettings(value=guests("whatever")), of=ADD_GUEST) is None
