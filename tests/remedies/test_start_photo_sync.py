from datetime import timedelta

from bot.remedies.start_photo_sync import StartPhotoSync
from bot.remedy import Danger
from bot.steps import ByHand
from bot.texts import Voice, say
from tests.readings import LEE

START = StartPhotoSync(user_id=LEE, user_name="Lee Gu")


def test_the_person_does_it_and_says_so() -> None:
    assert START.steps() == (ByHand(),)
    assert START.danger is Danger.COSTLY
    assert say(START.confirmation, Voice()) == "I've done it"
    assert "private window" in say(START.warning, Voice())


def test_for_somebody_else_it_is_words_to_send_to_them() -> None:
    to, wish = START.handed_on
    assert say(to, Voice()) == "Send this to Lee Gu"
    assert say(wish, Voice()).startswith("open a private window")


def test_the_audit_gets_no_names() -> None:
    assert START.audited() == {"user_id": LEE}


def test_it_is_looked_for_a_day_and_has_no_way_back() -> None:
    assert (START.settles_within, START.undo()) == (timedelta(hours=24), None)
