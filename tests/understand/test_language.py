"""Answers follow the language of the message; the client's locale settles a draw."""

import pytest

from bot.model import Symptom
from bot.understand import detect_language, understand, understand_all

CASES = [
    ("why can't I edit this group?", "da-DK", "en"),
    ("hvorfor kan jeg ikke redigere gruppen?", "en-US", "da"),
    ("varför kan jag inte ändra gruppen?", "en-US", "sv"),
    ("hva er galt med bildet mitt, jeg får ikke endret det", "en-US", "no"),
    ("warum kann ich diese Gruppe nicht bearbeiten?", "en-US", "de"),
    ("SG-Lab-Access", "da-DK", "da"),
    ("SG-Lab-Access", "en-GB", "en"),
    ("kan ikke add members til Sales Team", "en-US", "da"),
    ("restore Kampagne 2025", "en-US", "en"),
    ("edit Byrådssekretariatet", "en-GB", "en"),
    ("who owns Økonomi og Løn?", "en-US", "en"),
    ("who owns Økonomi og Løn?", "da-DK", "en"),
    ("gendan Summer Party 2023", "en-US", "da"),
    ("hvem ejer Theatre Staff East", "en-US", "da"),
    ("Lee's photo is missing", "en-US", "en"),
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


@pytest.mark.parametrize(
    "text", ["2", "1", "Marketing DK", "Kampagne 2025", "SG-Lab-Access", "lee@contoso.com", "?", "100%"]
)
def test_a_name_or_number_alone_tells_no_language(text: str) -> None:
    for locale in ("da-DK", "en-US"):
        heard = understand(text, locale)
        assert (heard.language_told, heard.language) == (False, locale[:2])


@pytest.mark.parametrize("text", ["restore Kampagne 2025", "hvem ejer Sales", "why?", "hvorfor", "jeg mente Sales"])
def test_words_tell_the_language_whatever_the_client(text: str) -> None:
    assert understand(text, "da-DK").language == understand(text, "en-US").language
    assert understand(text).language_told


def test_the_parts_of_a_message_are_in_its_language() -> None:
    for heard in understand_all("Hvem ejer Sales Nordic? Og HR Partners?", "en-US"):
        assert heard.language == "da"
