"""Whatever may not be seen has a name people understand."""

import pytest

from bot.permissions import known_readings
from bot.reading import INCOMPLETE, Reading, Unreadable
from bot.readings.group import Owners
from bot.remedies import catalogue
from bot.texts import say
from cards.report.gaps import NOT_VISIBLE, endless, forbidden, not_visible
from cards.sign_in.permissions import WORDS as PERMISSIONS
from tests.cards.samples import VOICES


@pytest.mark.parametrize("reading", known_readings())
@pytest.mark.parametrize("language", VOICES)
def test_every_reading_has_words_that_go_on_with_the_sentence(reading: type[Reading], language: str) -> None:
    words = say(reading.words, VOICES[language])
    assert words
    assert words[0].islower() or words.startswith(("Microsoft", "SharePoint"))
    assert not words.endswith(".")


def test_every_permission_has_words() -> None:
    wanted = {scope for kind in known_readings() for scope in (kind.scope, *kind.also)}
    wanted |= {kind.scope_of_others for kind in known_readings() if kind.scope_of_others}
    wanted |= {remedy.scope for remedy in catalogue().values()}
    assert wanted - PERMISSIONS.keys() == set()


def test_why_it_was_not_seen_is_told_apart() -> None:
    english = VOICES["en"]
    assert say(forbidden(Unreadable(Owners, 403, "")), english) == (
        "I may not see who owns the group. It takes the permission GroupMember.Read.All, and a role that allows it."
    )
    assert (
        say(not_visible(Unreadable(Owners, 200, NOT_VISIBLE)), english)
        == "Microsoft doesn't show you who owns the group."
    )
    assert say(endless(Unreadable(Owners, 200, INCOMPLETE)), english) == (
        "There is too much of it to read to the end: who owns the group."
    )
