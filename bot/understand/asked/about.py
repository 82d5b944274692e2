"""Whom or what a question is about when no name says it: oneself, others, this group, or the whole company."""

from collections.abc import Mapping, Set

from bot.model import Symptom
from bot.understand.linear_model import NOBODY

GROUPS = ("group", "history")
"""Topics in which "this group" is what the question is about."""


def about_whom(
    symptom: Symptom, chances: Mapping[str, float], concepts: Set[str], entity_kind: str | None
) -> str | None:
    """One of "self", "other", "this", "tenant", or None. A named person is another; "this" needs to be said."""
    if symptom is Symptom.ACCOUNT:
        return "self"
    if entity_kind == "user":
        return "other"
    said = "this_group" in concepts and entity_kind is None
    if said and symptom.topic in GROUPS:
        return "this"
    best = max((each for each in chances if each != "this"), key=lambda each: chances[each])
    return None if best == NOBODY else best
