import pytest

from bot.diagnoses.profile.profile_user_editable import diagnose
from bot.model import Link, Severity, Symptom
from bot.person_details import BY_ONESELF, Place, Property
from bot.reading import Unreadable
from bot.readings.asker import MyRoles
from bot.readings.profile import Details
from bot.roles import Role
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    ASKER_ID,
    LEE,
    NOT_VISIBLE,
    details,
    english,
    found,
    gap,
    my_roles,
    of_profile,
    shown,
    synced_details,
    verdict,
)

EDIT = Symptom.PROFILE_EDIT


@pytest.mark.parametrize("property", sorted(BY_ONESELF))
def test_what_people_fill_in_themselves_is_on_their_card(property: Property) -> None:
    finding = found(diagnose, synced_details(), of=of_profile(property, symptom=EDIT, user=ASKER_ID))
    assert english(finding.title).startswith("You change the ")
    assert "choose Update your profile" in english(finding.advice)
    assert len(finding.by_hand) == 1


def test_nobody_does_it_for_somebody_else() -> None:
    finding = found(diagnose, NOT_VISIBLE, of=of_profile(Property.SKILLS, symptom=EDIT))
    assert english(finding.title) == "Lee Gu changes the skills on their own profile card."
    assert finding.by_hand == ()


def test_ones_own_name_is_administrators_business() -> None:
    finding = found(diagnose, details(id=ASKER_ID), of=of_profile(Property.NAME, symptom=EDIT, user=ASKER_ID))
    assert english(finding.title) == "Administrators keep the name in your profile, in Microsoft Entra."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, False)
    assert "Ask your IT support or HR." in english(finding.advice)


@pytest.mark.parametrize("role", [Role.USER, Role.GLOBAL])
def test_who_has_the_role_gets_the_page(role: Role) -> None:
    finding = found(diagnose, my_roles(role), of=of_profile(Property.TITLE))
    assert english(finding.title) == "Administrators keep the job title of Lee Gu, in Microsoft Entra."
    assert english(finding.advice).startswith("Your role allows it")
    assert [way.url.rpartition("/")[2] for way in finding.by_hand if isinstance(way, Link)] == [LEE]


def test_roles_that_may_not_be_read_give_no_page() -> None:
    finding = found(diagnose, gap(MyRoles), of=of_profile(Property.TITLE))
    assert (finding.by_hand, shown(finding, "Microsoft Entra has")) == ((), "Buyer")


def test_where_active_directory_decides_only_the_own_part_is_told() -> None:
    assert verdict(diagnose, synced_details(), of=of_profile(Property.TITLE)) is NOT_APPLICABLE
    assert verdict(diagnose, synced_details(), of=of_profile()) is NOT_APPLICABLE
    partly = found(diagnose, synced_details(), of=of_profile(symptom=EDIT, user=ASKER_ID))
    assert (partly.severity, len(partly.by_hand)) == (Severity.NOTE, 1)
    assert found(diagnose, synced_details(), of=of_profile(symptom=EDIT)).by_hand == ()


def test_delve_alone_is_anothers_and_an_unseen_account_a_gap() -> None:
    assert verdict(diagnose, of=of_profile(place=Place.DELVE)) is NOT_APPLICABLE
    assert verdict(diagnose, NOT_VISIBLE, of=of_profile()) == (Unreadable(Details, 200, "NotVisible"),)
