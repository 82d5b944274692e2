from datetime import datetime, timedelta

from bot.diagnoses.photo.account_is_new import diagnose
from bot.model import Severity, Symptom
from bot.reading import Unreadable
from bot.readings.user import UserAccount
from tests.readings import ASKER_ID, LEE, WHEN, english, found, gap, of_user, user, verdict

LEES, MINE = of_user(Symptom.PHOTO_STALE), of_user(Symptom.PHOTO_REFUSED, user=ASKER_ID)


def made(when: datetime | None) -> UserAccount:
    return UserAccount(id=LEE, user_type="Member", account_enabled=True, created_date_time=when)


def test_it_says_when_to_try_again() -> None:
    finding = found(diagnose, made(WHEN - timedelta(hours=5)), of=LEES)
    assert english(finding.title) == "The account of Lee Gu is less than a day old."
    assert finding.advice.values == {"known": WHEN + timedelta(hours=19)}
    assert (finding.severity, finding.probable) == (Severity.CAUSE, True)


def test_ones_own() -> None:
    finding = found(diagnose, user(id=ASKER_ID), made(WHEN - timedelta(hours=5)), of=MINE)
    assert english(finding.title) == "Your account is less than a day old."


def test_after_a_day_it_is_in_order() -> None:
    assert verdict(diagnose, made(WHEN - timedelta(hours=24)), of=LEES) is None
    assert found(diagnose, made(WHEN - timedelta(hours=24, seconds=-1)), of=LEES)


def test_what_may_not_be_seen_is_a_gap() -> None:
    assert verdict(diagnose, gap(UserAccount), of=LEES) == (gap(UserAccount),)
    assert verdict(diagnose, made(None), of=LEES) == (Unreadable(UserAccount, 200, "NotVisible"),)
