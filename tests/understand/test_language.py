"""Answers follow the language of the message; the client's locale settles a draw."""

import pytest

from bot.model import Symptom
from bot.understand import detect_language, understand

CASES = [
    ("why can't I edit this group?", "da-DK", "en"),
    ("hvorfor kan jeg ikke redigere gruppen?", "en-US", "da"),
    ("varför kan jag inte ändra gruppen?", "en-US", "sv"),
    ("hva er galt med bildet mitt, jeg får ikke endret det", "en-US", "no"),
    ("warum kann ich diese Gruppe nicht bearbeiten?", "en-US", "de"),
    ("SG-Lab-Access", "da-DK", "da"),
    ("SG-Lab-Access", "en-GB", "en"),
    ("kan ikke add members til Sales Team", "en-US", "da"),
    ("", "da-DK", "da"),
    ("こんにちは", "ja-JP", "en"),
]


@pytest.mark.parametrize(("text", "locale", "language"), CASES)
def test_the_language_is_told(text: str, locale: str, language: str) -> None:
    assert detect_language(text, locale) == language


def test_neighbours_are_understood_too() -> None:
    assert understand("varför kan jag inte redigera gruppen?").symptom is Symptom.GROUP_EDIT
    assert understand("hvorfor får jeg ikke endre denne gruppa").symptom is Symptom.GROUP_EDIT
    assert understand("warum kann ich diese Gruppe nicht löschen?").symptom is Symptom.GROUP_DELETE


def test_a_word_both_languages_have_follows_the_client() -> None:
    assert understand("help", "da-DK").symptom is Symptom.HELP
    assert understand("hej", "en-US").language == "da"
