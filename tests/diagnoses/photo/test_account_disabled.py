from bot.diagnoses.photo.account_disabled import diagnose
from bot.model import Severity, Symptom
from bot.reading import Unreadable
from bot.readings.user import UserAccount
from bot.rule import NOT_APPLICABLE
from tests.readings import ASKER_ID, LEE, english, found, gap, of_user, user, verdict

LEES, MINE = of_user(Symptom.PHOTO_STALE), of_user(Symptom.PHOTO_STALE, user=ASKER_ID)
OFF = UserAccount(id=LEE, user_type="Member", account_enabled=False)


def test_sharepoint_leaves_the_photo_of_somebody_switched_off() -> None:
    finding = found(diagnose, OFF, of=LEES)
    assert english(finding.title).startswith("The account of Lee Gu is switched off")
    assert (finding.severity, finding.probable) == (Severity.CAUSE, True)


def test_an_account_that_is_on_is_in_order() -> None:
    assert verdict(diagnose, of=LEES) is None


def test_whoever_asks_is_signed_in() -> None:
    assert verdict(diagnose, user(id=ASKER_ID), gap(UserAccount), of=MINE) is NOT_APPLICABLE


def test_what_may_not_be_seen_is_a_gap() -> None:
    assert verdict(diagnose, gap(UserAccount), of=LEES) == (gap(UserAccount),)
    unsaid = UserAccount(id=LEE, user_type="Member")
    assert verdict(diagnose, unsaid, of=LEES) == (Unreadable(UserAccount, 200, "NotVisible"),)
