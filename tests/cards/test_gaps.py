"""Whatever may not be seen has a name people understand, and so has every permission it takes."""

import pytest

from bot.permissions import known_readings
from bot.reading import INCOMPLETE, Reading, Unreadable
from bot.readings.group import Owners
from bot.readings.person import Account, ActiveRoles
from bot.scopes import Scope
from bot.texts import say
from cards.report.gaps import NOT_VISIBLE, endless, forbidden, not_visible
from cards.sign_in.permissions import words
from tests.cards.samples import VOICES
from tests.readings import english


@pytest.mark.parametrize("reading", known_readings(), ids=lambda reading: reading.__name__)
@pytest.mark.parametrize("language", VOICES)
def test_every_reading_has_words_that_go_on_with_the_sentence(reading: type[Reading], language: str) -> None:
    said = say(reading.words, VOICES[language])
    assert said
    assert said[0].islower() or said.startswith(("Microsoft", "SharePoint"))
    assert not said.endswith(".")


def test_a_gap_about_somebody_else_names_the_permission_for_that() -> None:
    gap = Unreadable(Account, 403, "", Scope.of_graph(Account.scope_of_others))
    assert Account.scope_of_others in english(forbidden(gap))


def test_why_it_was_not_seen_is_told_apart() -> None:
    assert english(forbidden(Unreadable(Owners, 403, ""))) == (
        "I may not see who owns the group. It takes the permission GroupMember.Read.All, and a role that allows it."
    )
    assert english(not_visible(Unreadable(Owners, 200, NOT_VISIBLE))) == (
        "Microsoft doesn't show you who owns the group."
    )
    assert english(endless(Unreadable(Owners, 200, INCOMPLETE))) == (
        "There is too much of it to read to the end: who owns the group."
    )


def test_an_unknown_permission_is_something_else() -> None:
    assert english(words(Scope.of_graph("Mail.Read"))) == "something else"
    assert english(words(Scope.of_graph("User.Read"))) == "see who you are, and which groups you own"


def test_ones_own_roles_are_ones_own() -> None:
    gap = Unreadable(ActiveRoles, 403, "")
    assert "your active roles" in english(forbidden(gap, own=True))
    assert "the person's active roles" in english(forbidden(gap))
