"""What the bot says is what a company does: some of it in every run, all of it in `make check`."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

import pytest

from bot.sandbox.company import COMPANIES, load
from tests.oracle.activation import activation
from tests.oracle.company_in_hand import CompanyInHand
from tests.oracle.remedies import questions, remedies
from tests.oracle.strange_companies import strange
from tests.oracle.ticks import ticks
from tests.oracle.verdicts import Tally, about_others, cases, people, rights

SEEDS = range(100)
SOME_SEEDS = (3, 16, 42)
FILES = ("contoso", "stopped", "tiny")

T = TypeVar("T")


def file(name: str) -> CompanyInHand:
    return CompanyInHand.of(load(COMPANIES / f"{name}.json"))


def stranger(seed: int) -> CompanyInHand:
    return CompanyInHand.of(strange(seed))


def every(nth: int, things: Iterable[T]) -> Iterator[T]:
    return islice(things, 0, None, nth)


def agreeing(tally: Tally, at_least: int = 1) -> None:
    assert tally.disagreements == []
    assert tally.cases >= at_least


def asker(hand: CompanyInHand, place: int) -> str:
    """Somebody, another one for another place."""
    return people(hand)[place % len(people(hand))]


@pytest.mark.parametrize("seed", SOME_SEEDS)
def test_some_of_a_strange_company(seed: int) -> None:
    hand = stranger(seed)
    agreeing(rights(hand, every(4, cases(hand))), 80)
    agreeing(about_others(hand, asker(hand, seed), every(6, cases(hand))), 30)
    agreeing(remedies(hand, every(8, questions(hand))), 20)
    agreeing(ticks(hand, every(8, questions(hand))), 50)


def test_some_of_contoso() -> None:
    hand = file("contoso")
    agreeing(rights(hand, every(150, cases(hand))), 80)
    agreeing(remedies(hand, every(300, questions(hand))), 20)


@pytest.mark.whole
@pytest.mark.parametrize("seed", SEEDS)
def test_all_of_a_strange_company(seed: int) -> None:
    hand = stranger(seed)
    agreeing(rights(hand, cases(hand)), 200)
    agreeing(about_others(hand, asker(hand, seed), cases(hand)), 100)
    agreeing(activation(hand, cases(hand)), 0)
    agreeing(remedies(hand, questions(hand)), 0)
    agreeing(ticks(hand, questions(hand)), 0)


@pytest.mark.whole
@pytest.mark.parametrize("name", FILES)
def test_the_rights_in_a_company_file(name: str) -> None:
    hand = file(name)
    agreeing(rights(hand, cases(hand)), 80)
    agreeing(activation(hand, cases(hand)), 0)


@pytest.mark.whole
@pytest.mark.parametrize("name", FILES)
def test_what_is_told_about_others_in_a_company_file(name: str) -> None:
    hand = file(name)
    megan = (id for id in people(hand) if hand.reading.users[id]["userPrincipalName"].startswith("megan"))
    agreeing(about_others(hand, next(megan, people(hand)[0]), cases(hand)), 60)


@pytest.mark.whole
@pytest.mark.parametrize("name", FILES)
def test_the_remedies_and_ticks_in_a_company_file(name: str) -> None:
    hand = file(name)
    agreeing(remedies(hand, questions(hand)), 0)
    agreeing(ticks(hand, questions(hand)), 0)


def test_a_company_is_the_same_whenever_it_is_made() -> None:
    assert strange(7) == strange(7)
    assert strange(7) != strange(8)


# An oracle that can't be surprised says nothing: here the company does otherwise than the bot can read.


def test_a_right_that_was_lost_is_a_disagreement() -> None:
    hand = stranger(3)
    hand.before = {**hand.before, "owners": {}, "role_assignments": []}
    hand.writing.owners, hand.writing.role_assignments = {}, []
    found = rights(hand, cases(hand)).disagreements
    assert found
    assert all("told all clear" in each for each in found)


def test_a_right_that_came_is_a_disagreement() -> None:
    hand = stranger(3)
    owned = {group: list(hand.reading.users) for group in hand.reading.groups}
    hand.before = {**hand.before, "owners": owned}
    hand.writing.owners = owned
    found = rights(hand, cases(hand)).disagreements
    assert any("told a cause" in each for each in found)
    assert any("as a hand-off" in each for each in remedies(hand, questions(hand)).disagreements)


def test_a_button_that_is_refused_is_a_disagreement() -> None:
    hand = stranger(3)
    hand.before = {**hand.before, "owners": {}, "role_assignments": []}
    hand.writing.owners, hand.writing.role_assignments = {}, []
    assert any("as a button" in each for each in remedies(hand, questions(hand)).disagreements)


def test_a_role_that_does_not_help_is_a_disagreement() -> None:
    hand = stranger(0)
    hand.reading.role_eligibilities = [
        {**each, "roleDefinitionId": "fdd7a751-b60b-444a-984c-02652fe8fa1c", "directoryScopeId": "/"}
        for each in hand.reading.role_eligibilities
    ]
    helped = activation(hand, cases(hand))
    assert helped.outcomes["taken"]
    hand.before = {**hand.before, "groups": {}}
    hand.writing.groups = {}
    assert activation(hand, cases(hand)).disagreements
