import pytest

from bot.diagnoses.photo.photo_is_missing import diagnose
from bot.model import Link, Severity
from bot.readings.asker import MyRoles
from bot.readings.user import Photo, PhotoSettings, User
from bot.roles import Role
from tests.readings import ASKER_ID, english, found, gap, my_roles, not_there, of_user, shown, user, verdict

NONE = not_there(Photo)
MINE, LEES = of_user(user=ASKER_ID), of_user()
ME = user(id=ASKER_ID)
UNKNOWN_ROLE = "11111111-0000-4000-8000-000000000001"


def test_somebody_elses_missing_photo_is_said_of_them() -> None:
    finding = found(diagnose, NONE, of=LEES)
    assert english(finding.title) == "Lee Gu has no profile photo."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, False)
    assert english(finding.advice) == "The person can upload one on their account page, in Teams or in Outlook."
    assert finding.by_hand == ()


def test_ones_own_missing_photo_is_said_of_oneself_with_where_to_put_one() -> None:
    finding = found(diagnose, ME, NONE, of=MINE)
    assert english(finding.title) == "You have no profile photo."
    assert shown(finding, "Photos may be changed by") == "everybody, for themselves"
    assert [way.url for way in finding.by_hand if isinstance(way, Link)] == ["https://myaccount.microsoft.com/"]


def test_a_photo_is_in_order_and_a_single_pixel_is_none() -> None:
    assert verdict(diagnose, of=LEES) is None
    assert found(diagnose, Photo(width=1, height=1), of=LEES).severity is Severity.CAUSE


def test_photos_from_active_directory_are_set_there() -> None:
    finding = found(diagnose, ME, NONE, PhotoSettings(source="onPremises"), of=MINE)
    assert english(finding.advice).startswith("Photos come from Active Directory here")
    assert finding.by_hand == ()


@pytest.mark.parametrize(
    ("held", "said"), [((), "Ask your IT support"), ((Role.PEOPLE,), "You have one: upload it in the Microsoft 365")]
)
def test_only_certain_roles_may(held: tuple[Role, ...], said: str) -> None:
    certain = PhotoSettings(allowed_roles=[f" {Role.PEOPLE.upper()}", UNKNOWN_ROLE])
    finding = found(diagnose, ME, NONE, certain, my_roles(*held), of=MINE)
    assert said in english(finding.advice)
    assert shown(finding, "Photos may be changed by") == "People Administrator and 1 more"
    assert finding.by_hand == ()


@pytest.mark.parametrize("empty", [{}, [], None, [" "]])
def test_however_microsoft_writes_no_roles_everybody_may(empty: object) -> None:
    finding = found(diagnose, NONE, PhotoSettings(allowed_roles=empty), of=LEES)
    assert shown(finding, "Photos may be changed by") == "everybody, for themselves"


def test_where_it_may_be_changed_is_only_probable_when_that_is_not_known() -> None:
    unread = found(diagnose, NONE, gap(PhotoSettings), of=LEES)
    assert (unread.probable, shown(unread, "Photos may be changed by")) == (True, "not visible to you")
    strange = found(diagnose, NONE, PhotoSettings(source="moon"), of=LEES)
    assert (strange.probable, shown(strange, "Photos may be changed by")) == (True, "a setting I don't know: moon")
    assert not found(diagnose, NONE, not_there(PhotoSettings), gap(MyRoles), of=LEES).probable


def test_a_photo_or_a_person_that_may_not_be_read_is_a_gap() -> None:
    assert verdict(diagnose, gap(Photo), of=LEES) == (gap(Photo),)
    assert verdict(diagnose, NONE, not_there(User), of=LEES) == (not_there(User),)
