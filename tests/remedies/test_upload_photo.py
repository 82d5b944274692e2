from bot.remedies.upload_photo import UploadPhoto
from bot.remedy import Danger
from bot.steps import Upload
from bot.texts import Voice, say
from tests.readings import LEE

OFFERED = UploadPhoto.over('"BA09D118"', LEE, "Lee Gu")
PRESSED = OFFERED.model_copy(update={"picture": "a-name", "user_name": "an older name"})


def test_it_writes_ones_own_photo_from_memory() -> None:
    assert PRESSED.steps() == (Upload("/me/photo/$value", "a-name"),)


def test_no_diagnosis_knows_the_picture_so_it_comes_from_the_button() -> None:
    assert OFFERED.same_as(PRESSED)
    assert OFFERED.chosen(PRESSED) == OFFERED.model_copy(update={"picture": "a-name"})


def test_it_is_another_matter_once_another_photo_is_there() -> None:
    later = OFFERED.model_copy(update={"replaces": "0123456789abcdef"})
    assert not later.same_as(PRESSED)
    assert PRESSED.shows_in(later)
    assert not PRESSED.shows_in(OFFERED)
    assert not PRESSED.shows_in(OFFERED.model_copy(update={"replaces": ""}))


def test_the_old_photo_is_not_kept_and_the_card_says_so() -> None:
    assert (OFFERED.undo(), OFFERED.danger) == (None, Danger.COSTLY)
    assert "I keep no copy" in say(OFFERED.warning, Voice())


def test_the_audit_gets_no_names_and_nothing_of_the_picture() -> None:
    assert PRESSED.audited() == {"user_id": LEE, "replaces": OFFERED.replaces}
    assert "BA09D118" not in str(PRESSED.audited())
