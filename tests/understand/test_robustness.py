"""Nothing a person can paste makes the bot fall over or think for long."""

import random
import time
from typing import Any, cast

import pytest

from bot.model import Symptom
from bot.understand import Understanding, understand, understand_all
from bot.understand.cleaning import clean

ODD = [
    "",
    " ",
    "\n\n",
    "?",
    "!!!",
    "…",
    "....",
    "👍",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "\u200b\u200b",
    "\u202eabc\u202c",
    "مرحبا بالعالم",
    "שלום",
    "日本語のテキスト",
    "\x00\x01\x02",
    "\ud800",
    "a",
    "1",
    "'",
    '"',
    "''",
    '""',
    "'\"'\"",
    "(((((",
    "CN=",
    "CN=,OU=",
    "@",
    "a@b",
    "@@@@@@",
    "-",
    "_",
    "- - -",
    "a-b-c-d-e-f",
    "<at>Bot</at>",
    "{}",
    "[]",
    "null",
    "%s%n",
    "\\u0000",
    "SELECT * FROM",
    "=" * 500,
    "group " * 400,
    "'" * 3000,
    "a_" * 2000,
    "A" * 5000,
    "Aa " * 2000,
    "CN=a," * 800,
    "a@" * 2000,
    "to " * 1500,
    "edit a " * 900,
    "ø" * 4000,
    "1-" * 3000,
    "where is " * 700,
    "the group called " * 300,
]


def sound(heard: Understanding, text: str) -> None:
    assert isinstance(heard.symptom, Symptom)
    assert 0 <= heard.confidence <= 1
    assert len(heard.alternatives) <= 3
    assert heard.symptom not in heard.alternatives
    assert heard.entity is None or heard.entity in clean(text)
    assert (heard.entity is None) == (heard.entity_kind is None)
    assert heard.about in {"self", "other", "this", "tenant", None}
    assert len(heard.leftovers) <= 4
    named = (
        heard.person,
        heard.compared,
        heard.other,
        heard.row,
        heard.text,
        *heard.leftovers,
        *heard.persons,
        *heard.others,
    )
    assert all(name in clean(text) for name in named if name)
    assert clean(text)[slice(*heard.span)] == heard.text


def all_sound(text: str) -> None:
    sound(understand(text), text)
    questions = understand_all(text)
    assert questions
    for question in questions:
        sound(question, text)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_messages_are_taken_calmly(text: str) -> None:
    all_sound(text)


@pytest.mark.parametrize("thing", [None, 7, 1.5, b"bytes", [], {}, object()])
def test_what_is_no_text_is_nothing_said(thing: object) -> None:
    assert understand(cast(Any, thing)).symptom is Symptom.HELP


def test_random_pieces_of_questions() -> None:
    chance = random.Random(7)  # noqa: S311
    pieces = [
        "group",
        "Økonomi",
        "'",
        '"',
        "-",
        "_",
        "@",
        "CN=",
        ",",
        "\n",
        "kan ikke",
        "Marketing DK",
        "🙂",
        "\u200d",
        "’s",
        "0x80070005",
        "8.C",
        "I'm",
        "&",
        "(",
        "é",
        "can Lee edit",
        "and who owns",
        "?",
        ". ",
        "Lee",
        "fjern Adele fra",
        ", HR",
        "og",
        "til ejer",
    ]
    for _ in range(600):
        text = chance.choice(["", " "]).join(chance.choices(pieces, k=chance.randint(1, 25)))
        all_sound(text)


@pytest.mark.parametrize(
    "text",
    [
        "a " * 100_000,
        "x" * 1_000_000,
        "Aa Bb " * 50_000,
        "a-" * 100_000,
        "to add ' " * 30_000,
        "CN=a,OU=b," * 30_000,
        "é" * 200_000,
        "  " * 200_000,
    ],
    ids=range(8),
)
def test_long_messages_take_no_longer_than_a_second(text: str) -> None:
    begun = time.process_time()
    sound(understand(text), text)
    assert time.process_time() - begun < 1


def test_the_same_text_always_means_the_same() -> None:
    text = "hvorfor kan jeg ikke tilføje medlemmer til Økonomi"
    assert understand(text) == understand(text)


def test_invisible_characters_change_nothing() -> None:
    assert understand("why can\u2019t I\u00a0edit\u200b Marketing DK?") == understand("why can't I edit Marketing DK?")
