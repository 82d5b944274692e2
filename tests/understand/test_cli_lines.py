"""The contract of `syncdoctor understand`: JSON lines in, JSON lines out, and no line stops the next."""

import json
from typing import Any

from bot.understand.cli_lines import lines

KEYS = ["text", "symptom", "language", "confidence", "alternatives", "entity", "entity_kind", "about"]


def answers(*source: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines(source)]


def test_a_line_is_answered_with_the_agreed_keys() -> None:
    (answer,) = answers('{"text": "hvorfor kan jeg ikke tilføje medlemmer til Økonomi"}\n')
    assert list(answer) == KEYS
    assert answer["symptom"] == "group.members"
    assert (answer["entity"], answer["entity_kind"], answer["language"]) == ("Økonomi", "group", "da")
    assert answer["text"] == "hvorfor kan jeg ikke tilføje medlemmer til Økonomi"


def test_bad_lines_are_told_and_the_next_is_answered() -> None:
    heard = answers(
        "{", '"text"', '{"text": 7}', "{}", "", '{"text": "hi", "locale": 3}', '{"text": "hi", "extra": [1]}'
    )
    assert [answer.get("line") for answer in heard] == [1, 2, 3, 4, 6, None]
    assert all(set(answer) == {"error", "line"} for answer in heard[:5])
    assert heard[5]["symptom"] == "help"


def test_an_error_does_not_repeat_what_was_said() -> None:
    (answer,) = answers("my secret {")
    assert "secret" not in answer["error"]


def test_lines_are_answered_one_by_one() -> None:
    source = iter(['{"text": "hi"}', "never read"])
    assert "help" in next(lines(source))
    assert next(source) == "never read"


def test_answers_are_single_lines() -> None:
    assert all("\n" not in line for line in lines(['{"text": "two\\nlines"}']))


def test_lone_surrogates_are_an_error_and_no_crash() -> None:
    heard = answers('{"text": "\\ud800"}', '{"text": "help"}')
    assert heard[-1]["symptom"] == "help"
