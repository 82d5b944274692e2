from bot.remedies.restore_group import RestoreGroup
from bot.remedy import Danger
from bot.steps import Write
from tests.readings import GROUP_ID

RESTORE = RestoreGroup(group_id=GROUP_ID, group_name="Sales")


def test_it_restores_from_the_recycle_bin() -> None:
    assert RESTORE.steps() == (Write("POST", f"/directory/deletedItems/{GROUP_ID}/restore"),)


def test_deleting_again_is_not_offered_as_a_way_back() -> None:
    assert RESTORE.undo() is None
    assert RESTORE.danger is Danger.REVERSIBLE
    assert RESTORE.form == ()


def test_the_audit_gets_no_names() -> None:
    assert RESTORE.audited() == {"group_id": GROUP_ID}
