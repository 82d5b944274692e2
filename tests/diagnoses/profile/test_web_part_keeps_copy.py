from bot.diagnoses.profile.web_part_keeps_copy import diagnose
from bot.model import Severity
from bot.person_details import Place, Property
from bot.rule import NOT_APPLICABLE
from tests.readings import ASKER_ID, english, found, of_profile, verdict


def test_a_web_part_that_is_named_probably_keeps_a_copy() -> None:
    finding = found(diagnose, of=of_profile(Property.TITLE, Place.WEB_PART))
    assert english(finding.title) == "The page's web part keeps a copy of its own."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, True)
    assert "adds them again and publishes" in english(finding.advice)


def test_of_oneself_it_is_the_same() -> None:
    theirs = found(diagnose, of=of_profile(place=Place.WEB_PART))
    assert found(diagnose, of=of_profile(place=Place.WEB_PART, user=ASKER_ID)) == theirs


def test_it_has_no_say_of_other_places() -> None:
    assert verdict(diagnose, of=of_profile()) is NOT_APPLICABLE
    assert verdict(diagnose, of=of_profile(place=Place.SHAREPOINT)) is NOT_APPLICABLE
