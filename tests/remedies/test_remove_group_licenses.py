from datetime import timedelta

from bot.remedies.remove_group_licenses import RemoveGroupLicenses
from bot.remedy import Danger
from bot.roles import Doing, Role, managing
from bot.steps import Write
from tests.readings import GROUP_ID, VISIO, english

REMOVE = RemoveGroupLicenses(group_id=GROUP_ID, group_name="Licens Visio", skus=VISIO)
BOTH = REMOVE.model_copy(update={"assignments": "a1,a2"})
ASSIGN = f"/groups/{GROUP_ID}/assignLicense"


def test_it_takes_the_licences_off_the_first_store() -> None:
    assert REMOVE.steps() == (Write("POST", ASSIGN, {"addLicenses": [], "removeLicenses": [VISIO]}),)


def test_it_takes_each_assignment_off_the_second_store() -> None:
    first, *second = BOTH.steps()
    assert first == REMOVE.steps()[0]
    below = f"/groups/{GROUP_ID}/cloudLicensing/assignments"
    assert second == [Write("DELETE", f"{below}/{each}", version="beta") for each in ("a1", "a2")]
    assert len(BOTH.model_copy(update={"skus": ""}).steps()) == 2


def test_the_way_back_gives_them_back_where_that_is_known() -> None:
    back = REMOVE.undo()
    assert back is not None
    assert back.steps() == (
        Write("POST", ASSIGN, {"addLicenses": [{"skuId": VISIO, "disabledPlans": []}], "removeLicenses": []}),
    )
    assert back.undo() == REMOVE
    assert BOTH.undo() is None


def test_it_is_confirmed_with_who_loses_what() -> None:
    (change,) = REMOVE.changes
    assert (english(change.before), english(change.after)) == ("assigned", "none")
    assert "loses them" in english(REMOVE.warning)
    assert REMOVE.danger is Danger.COSTLY


def test_a_large_group_takes_a_day_to_show() -> None:
    assert "within 24 hours" in english(REMOVE.shows_after)
    assert REMOVE.settles_within == timedelta(hours=24)


def test_owners_may_not_and_these_roles_may() -> None:
    assert not REMOVE.owners_may
    assert REMOVE.doing == {Doing.LICENSES}
    roles = managing(unified=True, role_assignable=False, doing=Doing.LICENSES)
    assert roles == {Role.LICENSE, Role.USER, Role.GROUPS, Role.GLOBAL, Role.DIRECTORY_WRITERS}


def test_the_audit_gets_no_names() -> None:
    assert REMOVE.audited() == {"group_id": GROUP_ID, "skus": VISIO, "assignments": "", "give_back": False}
