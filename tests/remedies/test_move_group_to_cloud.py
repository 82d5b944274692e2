from bot.remedies.move_group_to_cloud import MoveGroupToCloud
from bot.remedy import Danger
from bot.steps import Write
from bot.texts import Voice, say
from tests.readings import GROUP_ID

MOVE = MoveGroupToCloud(group_id=GROUP_ID, group_name="Sales")


def test_it_switches_the_source_of_authority() -> None:
    assert MOVE.steps() == (Write("PATCH", f"/groups/{GROUP_ID}/onPremisesSyncBehavior", {"isCloudManaged": True}),)


def test_the_way_back_switches_it_back_and_forth() -> None:
    back = MOVE.undo()
    assert back.steps() == (Write("PATCH", f"/groups/{GROUP_ID}/onPremisesSyncBehavior", {"isCloudManaged": False}),)
    assert back.undo() == MOVE


def test_it_is_confirmed_with_before_and_after() -> None:
    (change,) = MOVE.changes
    assert (say(change.before, Voice()), say(change.after, Voice())) == (
        "Active Directory",
        "the cloud (Microsoft Entra ID)",
    )
    assert MOVE.danger is Danger.COSTLY
    assert MOVE.form == ()


def test_the_way_back_says_what_is_lost() -> None:
    assert "overwrites" in say(MOVE.undo().warning, Voice())
    assert say(MOVE.button, Voice()) != say(MOVE.undo().button, Voice())


def test_the_audit_gets_no_names() -> None:
    assert MOVE.audited() == {"group_id": GROUP_ID, "cloud": True, "in_exchange": False}


def test_a_mail_group_is_told_to_land_in_exchange_before_it_is_moved() -> None:
    mail = MOVE.model_copy(update={"in_exchange": True})
    (change,) = mail.changes
    assert say(change.after, Voice()) == "Exchange Online"
    assert "managed in Exchange Online" in say(mail.warning, Voice())
