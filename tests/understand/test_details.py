"""Which of a person's details a message is about, and where it is seen."""

import pytest

from bot.model import Symptom
from bot.person_details import Detail, Place, Property
from bot.understand.asked.details import detail

STALE = Symptom.PROFILE_STALE


@pytest.mark.parametrize(
    ("text", "property"),
    [
        ("my job title is wrong", Property.TITLE),
        ("min stillingsbetegnelse er forkert", Property.TITLE),
        ("titlen på Adele er forkert", Property.TITLE),
        ("my mobile phone number is old", Property.MOBILE),
        ("mit mobilnummer er forkert", Property.MOBILE),
        ("Sørens telefonnummer er gammelt", Property.PHONE),
        ("the phone number is wrong", Property.PHONE),
        ("min afdeling er forkert", Property.DEPARTMENT),
        ("who is my manager? it is wrong", Property.MANAGER),
        ("min leder er forkert", Property.MANAGER),
        ("hvorfor kan jeg ikke ændre mit navn", Property.NAME),
        ("my last name is misspelt", Property.NAME),
        ("my email address is wrong", Property.MAIL),
        ("min mailadresse er forkert", Property.MAIL),
        ("my address is wrong", Property.ADDRESS),
        ("the company name is wrong", Property.COMPANY),
        ("hvor retter jeg mine kompetencer", Property.SKILLS),
        ("how do I change my about me", Property.ABOUT_ME),
        ("min fødselsdag er forkert", Property.BIRTHDAY),
        ("mit kontor er forkert", Property.OFFICE),
    ],
)
def test_the_detail_that_is_named(text: str, property: Property) -> None:
    assert detail(text, STALE) == Detail(property=property)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("where did Delve go?", Place.DELVE),
        ("only I see the old one", Place.ONLY_ME),
        ("kun jeg ser det gamle", Place.ONLY_ME),
        ("alle andre ser det nye", Place.ONLY_ME),
        ("it is wrong in the org chart", Place.WEB_PART),
        ("webdelen er gammel", Place.WEB_PART),
        ("it is wrong in Teams", Place.TEAMS),
        ("det er forkert i teams", Place.TEAMS),
        ("it is wrong in Outlook", Place.OUTLOOK),
        ("det er forkert på intranettet", Place.SHAREPOINT),
    ],
)
def test_the_place_that_is_named(text: str, place: Place) -> None:
    assert detail(text, Symptom.PROFILE_EDIT) == Detail(place=place)


def test_of_two_details_it_is_none_in_particular_and_nothing_said_is_nothing() -> None:
    assert detail("my title and my department are wrong in SharePoint", STALE) == Detail(place=Place.SHAREPOINT)
    assert detail("my title and my department are wrong", STALE) is None
    assert detail("my profile is out of date", STALE) is None


def test_it_is_said_of_profiles_only() -> None:
    assert detail("why can't I change the name?", Symptom.GROUP_EDIT) is None
    assert detail("my photo is wrong in Delve", Symptom.PHOTO_STALE) is None
