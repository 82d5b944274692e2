"""What `syncdoctor understand` does: JSON lines with a text in, JSON lines with its meaning out."""

from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from bot.understand import understand

DEFAULT_LOCALE = "en-US"


def lines(source: Iterable[str]) -> Iterator[str]:
    """For each line `{"text": …}` (and `"locale"`, if wished) one line, without its end, with what is meant.

    `{"text","symptom","language","confidence","alternatives","entity","entity_kind","about"}`. A line that is no such
    object gives `{"error","line"}`, counted from 1, and the next is read. Empty lines are passed over.
    """
    for number, line in enumerate(source, start=1):
        if line.strip():
            yield orjson.dumps(answer(line, number)).decode()


def answer(line: str, number: int) -> dict[str, Any]:
    """The answer to one line; the error says what is wrong with it, never what it says."""
    try:
        asked: Any = orjson.loads(line)
    except ValueError:
        return {"error": "The line is not valid JSON.", "line": number}
    if not isinstance(asked, dict):
        return {"error": "The line is not a JSON object.", "line": number}
    text: Any = asked.get("text")  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    locale: Any = asked.get("locale", DEFAULT_LOCALE)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    if not isinstance(text, str) or not isinstance(locale, str):
        return {"error": 'The object needs a string "text"; a "locale" is a string too.', "line": number}
    return meaning(text, locale)


def meaning(text: str, locale: str) -> dict[str, Any]:
    """The contract's object for one text."""
    heard = understand(text, locale)
    return {
        "text": text,
        "symptom": heard.symptom.value,
        "language": heard.language,
        "confidence": heard.confidence,
        "alternatives": [symptom.value for symptom in heard.alternatives],
        "entity": heard.entity,
        "entity_kind": heard.entity_kind,
        "about": heard.about,
    }
