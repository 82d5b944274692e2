from bot.remedies.unarchive_team import UnarchiveTeam
from bot.remedy import Danger
from bot.steps import Write
from bot.texts import Voice, say
from tests.readings import GROUP_ID

OPEN = UnarchiveTeam(group_id=GROUP_ID, group_name="Sales")


def test_it_opens_the_team() -> None:
    assert OPEN.steps() == (Write("POST", f"/teams/{GROUP_ID}/unarchive"),)
    assert OPEN.danger is Danger.REVERSIBLE


def test_the_way_back_archives_it() -> None:
    body = {"shouldSetSpoSiteReadOnlyForMembers": False}
    assert OPEN.undo().steps() == (Write("POST", f"/teams/{GROUP_ID}/archive", body),)
    assert OPEN.undo().undo() == OPEN


def test_before_and_after_follow_the_direction() -> None:
    (opened,), (archived,) = OPEN.changes, OPEN.undo().changes
    assert (opened.before, opened.after) == (archived.after, archived.before)
    assert say(opened.before, Voice()) == "archived"
    assert say(OPEN.warning, Voice()) != say(OPEN.undo().warning, Voice())


def test_the_audit_gets_no_names() -> None:
    assert OPEN.audited() == {"group_id": GROUP_ID, "archive": False}
