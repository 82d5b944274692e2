from bot.diagnoses.profile.profile_source_precedence import diagnose
from bot.model import Severity
from bot.person_details import Place, Property
from bot.readings.profile import ENTRA, Positions, ProfileSettings
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    ASKER_ID,
    english,
    found,
    gap,
    not_there,
    of_profile,
    position,
    shown,
    sources,
    verdict,
)

SOURCES = "https://graph.microsoft.com/v1.0/admin/people/profileSources"
HR_FIRST = sources(f"{SOURCES}(sourceId='contosohr')", f"{SOURCES}(sourceId='{ENTRA}')")
HEAD = Positions(value=(position("Head of Buying"),))
TITLE = of_profile(Property.TITLE)


def test_a_title_from_a_source_that_goes_first_is_named() -> None:
    finding = found(diagnose, HEAD, HR_FIRST, of=TITLE)
    assert english(finding.title) == "Another source gives “Head of Buying” as the job title of Lee Gu."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, True)
    assert (shown(finding, "Microsoft Entra has"), shown(finding, "The other source")) == ("Buyer", "contosohr")


def test_of_oneself_it_says_your_and_the_order_may_be_unseen() -> None:
    finding = found(diagnose, HEAD, gap(ProfileSettings), of=of_profile(user=ASKER_ID))
    assert english(finding.title) == "Another source gives “Head of Buying” as your job title."
    assert shown(finding, "What goes first") == "not visible to you"


def test_where_microsoft_entra_goes_first_it_is_in_order() -> None:
    assert verdict(diagnose, HEAD, of=TITLE) is None
    assert verdict(diagnose, HEAD, sources(f"{SOURCES}(sourceId='{ENTRA}')"), of=TITLE) is None
    assert verdict(diagnose, HEAD, not_there(ProfileSettings), of=TITLE) is None


def test_the_same_title_an_old_one_and_microsoft_entras_own_are_in_order() -> None:
    same = Positions(value=(position("Buyer"), position("Clerk", current=False), position("Clerk", "AAD")))
    assert verdict(diagnose, same, HR_FIRST, of=TITLE) is None
    assert verdict(diagnose, not_there(Positions), HR_FIRST, of=TITLE) is None


def test_it_has_no_say_of_other_details_and_places_and_without_positions_there_is_a_gap() -> None:
    assert verdict(diagnose, HEAD, HR_FIRST, of=of_profile(Property.PHONE)) is NOT_APPLICABLE
    assert verdict(diagnose, HEAD, HR_FIRST, of=of_profile(Property.TITLE, Place.ONLY_ME)) is NOT_APPLICABLE
    assert verdict(diagnose, gap(Positions), of=TITLE) == (gap(Positions),)
