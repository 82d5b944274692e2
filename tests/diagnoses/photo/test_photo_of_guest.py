from bot.diagnoses.photo.photo_of_guest import diagnose
from bot.model import Severity, Symptom
from bot.reading import Unreadable
from bot.readings.user import UserAccount
from tests.readings import ASKER_ID, LEE, english, found, gap, of_user, user, verdict

LEES, MINE = of_user(Symptom.PHOTO_MISSING), of_user(Symptom.PHOTO_STALE, user=ASKER_ID)
GUEST = UserAccount(id=LEE, user_type="Guest", account_enabled=True)
EXTERNAL = user(user_principal_name="lee_fabrikam.com#ext#@contoso.com")


def test_the_photo_at_home_is_not_used_here() -> None:
    finding = found(diagnose, GUEST, of=LEES)
    assert english(finding.title) == "Lee Gu is a guest: the photo they have at home isn't used here."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, True)
    own = found(diagnose, user(id=ASKER_ID), GUEST, of=MINE)
    assert english(own.title) == "You are a guest here: the photo you have at home isn't used."


def test_the_address_tells_where_the_kind_may_not_be_read() -> None:
    assert found(diagnose, EXTERNAL, gap(UserAccount), of=LEES)
    assert found(diagnose, EXTERNAL, UserAccount(id=LEE), of=LEES)


def test_a_member_is_in_order_also_one_from_elsewhere() -> None:
    assert verdict(diagnose, of=LEES) is None
    assert verdict(diagnose, EXTERNAL, of=LEES) is None


def test_what_may_not_be_seen_is_a_gap() -> None:
    assert verdict(diagnose, gap(UserAccount), of=LEES) == (gap(UserAccount),)
    assert verdict(diagnose, UserAccount(id=LEE), of=LEES) == (Unreadable(UserAccount, 200, "NotVisible"),)
