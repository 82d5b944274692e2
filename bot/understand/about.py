"""Whom or what a question is about when no name says it: oneself, others, this group, or the whole company."""

from collections.abc import Set

from bot.model import Symptom

PHOTO = frozenset(symptom for symptom in Symptom if symptom.value.startswith("photo."))
OWN = frozenset(
    symptom for symptom in Symptom if symptom.value.startswith(("photo.", "profile.")) or symptom is Symptom.ACCOUNT
) | {Symptom.GROUP_LICENSES}


def about_whom(symptom: Symptom, concepts: Set[str], entity_kind: str | None) -> str | None:
    """One of "self", "other", "this", "tenant", or None; a named group is not "about" anybody."""
    if symptom is Symptom.ACCOUNT:
        return "self"
    if entity_kind is not None:
        return "other" if entity_kind == "user" else None
    if symptom is Symptom.SYNC_HEALTH:
        return "tenant"
    if symptom is Symptom.SYNC_ERRORS:
        return "other" if concepts & {"person", "other_person"} else "tenant"
    if "this_group" in concepts:
        return "this"
    return self_or_other(symptom, concepts)


def self_or_other(symptom: Symptom, concepts: Set[str]) -> str | None:
    """Whose photo, profile or licence it is: "my" decides, then others spoken of; who names nobody means themselves."""
    if symptom not in OWN:
        return None
    if "own" in concepts:
        return "self"
    if concepts & {"person", "other_person"}:
        return "other"
    return "self" if "self" in concepts or symptom in PHOTO else None
