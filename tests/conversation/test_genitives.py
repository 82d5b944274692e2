"""Whose something is, in Danish."""

import pytest

from bot.conversation.meaning.genitives import owner


@pytest.mark.parametrize(
    ("name", "text", "person"),
    [
        ("Adeles", "Adeles titel er forkert", "Adele"),
        ("Adeles titel", "Adeles titel er forkert", "Adele"),
        ("Umuts telefonnummer", "jeg kan ikke rette Umuts telefonnummer", "Umut"),
        ("Signe Højgaards", "Signe Højgaards nye titel mangler", "Signe Højgaard"),
        ("Adeles", "hvorfor er Adeles billede gammelt", "Adele"),
    ],
)
def test_the_s_is_taken_off_where_what_they_have_follows(name: str, text: str, person: str) -> None:
    assert owner(name, text) == person


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Jens", "Jens titel er forkert"),
        ("Adeles", "Adeles er forkert"),
        ("Adele", "Adele titel er forkert"),
        ("Is", "Is titel er forkert"),
        ("Lars Holms", "titlen på Lars Holms"),
        ("Somebody", "another text"),
    ],
)
def test_a_name_as_it_stands_stays(name: str, text: str) -> None:
    assert owner(name, text) is None
