import pytest

from bot.remedies.allow_photo_changes import AllowPhotoChanges
from bot.remedy import Danger
from bot.roles import Role
from bot.steps import Write
from bot.texts import Voice, say

URL = "/admin/people/photoUpdateSettings"
OTHER = "11111111-0000-4000-8000-000000000001"


@pytest.mark.parametrize(
    ("ad", "roles", "there", "back"),
    [
        (True, "", {"source": "cloud"}, {"source": "onPremises"}),
        (False, Role.USER, {"allowedRoles": []}, {"allowedRoles": [Role.USER]}),
        (
            True,
            f"{OTHER},{Role.USER}",
            {"source": "cloud", "allowedRoles": []},
            {"source": "onPremises", "allowedRoles": [OTHER, Role.USER]},
        ),
    ],
)
def test_it_takes_away_what_is_in_the_way_and_can_put_back_just_that(
    ad: bool, roles: str, there: dict[str, object], back: dict[str, object]
) -> None:
    remedy = AllowPhotoChanges(from_active_directory=ad, allowed_roles=roles)
    assert remedy.steps() == (Write("PATCH", URL, there, version="beta"),)
    assert remedy.undo().steps() == (Write("PATCH", URL, back, version="beta"),)
    assert remedy.undo().undo() == remedy


def test_it_is_confirmed_with_before_and_after() -> None:
    remedy = AllowPhotoChanges(from_active_directory=False, allowed_roles=f"{OTHER},{Role.USER}")
    (change,) = remedy.changes
    assert (say(change.before, Voice()), say(change.after, Voice())) == (
        "User Administrator and 1 more",
        "everybody, for themselves",
    )
    assert remedy.danger is Danger.COSTLY


def test_the_audit_gets_ids_and_switches() -> None:
    remedy = AllowPhotoChanges(from_active_directory=False, allowed_roles=Role.USER)
    assert remedy.audited() == {"from_active_directory": False, "allowed_roles": Role.USER, "put_back": False}
