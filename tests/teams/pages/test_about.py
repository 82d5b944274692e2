"""What the pages for everybody promise is how long things are kept, and how much is sent."""

from datetime import timedelta

import pytest

from bot.second_opinion.question import question
from bot.store import follow_ups, misunderstandings, nonces, references, requests
from bot.teams.pages.about import PAGES
from bot.texts import Voice, say
from cards.sign_in.forgotten import forgotten_card

PROMISES = {
    "Where to reach you": ("180 days", references.REMEMBERED),
    "your words are kept until": ("90 days", requests.REMEMBERED),
    "until one of them answers": ("seven days", requests.ANSWERED_WITHIN),
    "looked at again for you": ("30 days", follow_ups.REMEMBERED),
    "a button was used": ("180 days", nonces.REMEMBERED),
    "that it misread you": ("90 days", misunderstandings.REMEMBERED),
}
NUMBERS = {"seven": 7}


def days(said: str) -> timedelta:
    """The time that "90 days" or "seven days" is."""
    number = said.split(maxsplit=1)[0]
    return timedelta(days=NUMBERS[number] if number in NUMBERS else int(number))


def sentence(part: str) -> str:
    """The one sentence of the page about privacy that says this."""
    (found,) = [said for said in (say(text, Voice()) for text in PAGES["/privacy"]) if part in said]
    return found


@pytest.mark.parametrize("about", PROMISES)
def test_how_long_is_what_the_page_says(about: str) -> None:
    said, kept = PROMISES[about]
    assert said in sentence(about)
    assert days(said) == kept


def test_both_languages_give_the_same_numbers() -> None:
    for text in (each for page in PAGES.values() for each in page):
        english, danish = (say(text, Voice(language=language)) for language in ("en", "da"))
        assert [each for each in english.split() if each.isdigit()] == [
            each for each in danish.split() if each.isdigit()
        ], english


def test_the_card_for_who_was_forgotten_gives_the_same_times() -> None:
    said = str(forgotten_card(Voice()).wire())
    assert said.count("90 days") == 2
    assert timedelta(days=90) == requests.REMEMBERED == misunderstandings.REMEMBERED


def test_a_second_reader_is_sent_the_words_and_nothing_else_that_differs() -> None:
    assert "your words as you wrote them" in sentence("a language model")
    before, after = question("CANARY", "m").split(b"CANARY")
    assert question("Why can't Lee edit Sales?", "m") == before + b"Why can't Lee edit Sales?" + after
