"""Several questions in one message, told apart: "Why can't I edit Sales? And who owns Marketing DK?"."""

import re

from bot.conversation.named import named
from bot.diagnoses import explaining
from bot.understand import Understanding, understand

MOST = 3
"""Questions answered from one message; the rest would be a wall of cards."""
SENTENCE = re.compile(r"(?<=[?!.])\s+|\n+")


def questions_in(text: str, locale: str) -> tuple[str, ...]:
    """The message itself, or its questions when there are several that stand on their own.

    Background ("I own the team.") stays with the question that follows it.
    """
    parts: list[str] = []
    pending = ""
    for sentence in SENTENCE.split(text):
        pending = f"{pending} {sentence}".strip()
        if sentence.rstrip().endswith("?"):
            parts.append(pending)
            pending = ""
    if len(parts) < 2:
        return (text,)
    parts[-1] = f"{parts[-1]} {pending}".strip()
    meant = [named(understand(part, locale), part) for part in parts]
    return tuple(parts[:MOST]) if apart(meant) else (text,)


def apart(meant: list[Understanding]) -> bool:
    """Whether each names its own thing, or asks something else: otherwise it is one question in several sentences."""
    asked = {(each.symptom, each.entity) for each in meant}
    return len(asked) == len(meant) and all(explaining(each.symptom) and each.entity for each in meant)
