from bot.diagnoses.photo.mailbox_on_premises import diagnose
from bot.model import Severity, Symptom
from bot.readings.mailbox import MailboxSettings
from bot.readings.user import UserAccount
from bot.rule import NOT_APPLICABLE
from tests.readings import ASKER_ID, english, found, gap, not_there, of_user, products, user, verdict

LEES, MINE = of_user(Symptom.PHOTO_STALE), of_user(Symptom.PHOTO_STALE, user=ASKER_ID)
ME = user(id=ASKER_ID)
SYNCED = UserAccount(id=ASKER_ID, user_type="Member", account_enabled=True, on_premises_sync_enabled=True)
NONE = not_there(MailboxSettings)


def test_a_mailbox_elsewhere_leaves_sharepoint_nothing_to_fetch() -> None:
    finding = found(diagnose, ME, SYNCED, NONE, of=MINE)
    assert english(finding.title).startswith("Your mailbox isn't in Exchange Online")
    assert (finding.severity, finding.probable) == (Severity.CAUSE, True)


def test_a_mailbox_in_the_cloud_is_in_order() -> None:
    assert verdict(diagnose, ME, SYNCED, of=MINE) is None


def test_of_others_nothing_can_be_asked() -> None:
    assert verdict(diagnose, SYNCED, of=LEES) is NOT_APPLICABLE


def test_without_a_licence_or_without_active_directory_something_else_is_the_matter() -> None:
    assert verdict(diagnose, ME, SYNCED, NONE, products(), of=MINE) is NOT_APPLICABLE
    assert verdict(diagnose, ME, NONE, of=MINE) is NOT_APPLICABLE
    assert verdict(diagnose, user(id=ASKER_ID, mail=None), SYNCED, NONE, of=MINE) is NOT_APPLICABLE


def test_a_mailbox_that_may_not_be_looked_at_is_a_gap() -> None:
    assert verdict(diagnose, ME, SYNCED, gap(MailboxSettings), of=MINE) == (gap(MailboxSettings),)
