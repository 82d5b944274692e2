from bot.diagnoses.profile.own_contact_overrides import diagnose
from bot.model import Severity
from bot.person_details import Place, Property
from bot.rule import NOT_APPLICABLE
from tests.readings import ASKER_ID, english, found, of_profile, verdict


def test_who_alone_sees_the_old_one_is_pointed_at_their_own_contacts() -> None:
    finding = found(diagnose, of=of_profile(Property.TITLE, Place.ONLY_ME))
    assert english(finding.title) == "You see a contact of your own for Lee Gu."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, True)
    assert finding.doubt
    assert english(finding.doubt) == "I don't look into your contacts."


def test_of_oneself_nobody_is_named() -> None:
    finding = found(diagnose, of=of_profile(place=Place.ONLY_ME, user=ASKER_ID))
    assert english(finding.title) == "You see a contact of your own."


def test_it_has_no_say_where_others_see_it_too() -> None:
    assert verdict(diagnose, of=of_profile(Property.TITLE)) is NOT_APPLICABLE
    assert verdict(diagnose, of=of_profile(Property.TITLE, Place.OUTLOOK)) is NOT_APPLICABLE
