import pytest

from bot.remedies.ask_an_owner import AskAnOwner
from bot.remedy import Danger
from bot.steps import Ask
from bot.texts import Voice, say
from tests.readings import GROUP_ID

ASK = AskAnOwner(group_id=GROUP_ID, group_name="Sales")


def test_it_asks_and_writes_nothing() -> None:
    filled = ASK.filled({"wish": "change", "note": "  Rename it, please.  "})
    assert filled.steps() == (Ask(GROUP_ID, "change", "Rename it, please."),)
    assert ASK.changes == ()
    assert ASK.undo() is None


def test_somebody_who_wants_to_be_an_owner_need_not_say_more() -> None:
    assert ASK.filled({"wish": "owner"}).steps() == (Ask(GROUP_ID, "owner", ""),)


@pytest.mark.parametrize(
    "inputs",
    [
        {},
        {"note": "   "},
        {"wish": "change"},
        {"wish": "everything", "note": "x"},
        {"wish": "owner", "note": "x" * 501},
    ],
)
def test_a_form_that_says_too_little_or_too_much_is_not_taken(inputs: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"wish|described"):
        ASK.filled(inputs)


def test_the_form_offers_what_is_taken() -> None:
    wish, note = ASK.form
    assert [value for value, _ in wish.choices] == ["change", "owner"]
    assert all(ASK.filled({"wish": value, "note": "x" * note.max_length}) for value, _ in wish.choices)


def test_it_says_who_will_read_it() -> None:
    assert say(ASK.warning, Voice()) == ("The owners of Sales get a message in Teams with your name and your words.")
    assert ASK.danger is Danger.COSTLY


def test_the_audit_gets_neither_names_nor_words() -> None:
    assert ASK.filled({"wish": "change", "note": "secret"}).audited() == {"group_id": GROUP_ID, "wish": "change"}
