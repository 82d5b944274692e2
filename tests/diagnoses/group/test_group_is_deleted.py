from datetime import timedelta

from bot.diagnoses.group.group_is_deleted import diagnose
from bot.model import Severity
from bot.readings.group import DeletedGroup, Group
from tests.readings import GROUP_ID, WHEN, english, found, gap, group, not_there, offered, verdict

IN_BIN = DeletedGroup(id=GROUP_ID, display_name="Kampagne 2025", deleted_date_time=WHEN)
GONE = not_there(Group)


def test_it_speaks_about_a_group_in_the_recycle_bin() -> None:
    finding = found(diagnose, GONE, IN_BIN)
    assert english(finding.title) == "Kampagne 2025 has been deleted."
    assert finding.severity is Severity.CAUSE
    assert offered(finding) == ["restore_group"]
    assert finding.because[-1].value == WHEN + timedelta(days=30)


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
