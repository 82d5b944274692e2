"""Reading Adaptive Cards the way a client does: their actions, their inputs, their refresh.

https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
"""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from bot.sandbox.world import Wire

ADAPTIVE_CARD = "application/vnd.microsoft.card.adaptive"
OAUTH_CARD = "application/vnd.microsoft.card.oauth"


def content(activity: Wire, content_type: str) -> Wire | None:
    """The first attachment of that type in an activity."""
    attachments: list[Wire] = activity.get("attachments") or []
    return next((a.get("content") for a in attachments if a.get("contentType") == content_type), None)


def actions(card: Wire) -> list[Wire]:
    """Every action of a card in reading order, those inside Action.ShowCard and `selectAction` too."""
    return [part for part in _parts(card, skip="refresh") if _is(part, "Action.")]


def find_action(card: Wire, wanted: int | str) -> Wire:
    """The action with that index or title; raises `LookupError`."""
    every = actions(card)
    if isinstance(wanted, int):
        return every[wanted]
    found = next((action for action in every if wanted in {action.get("title"), action.get("id")}), None)
    if found is None:
        raise LookupError(f"no action called {wanted!r} among {len(every)}")
    return found


def with_inputs(action: Wire, card: Wire, given: Mapping[str, str]) -> Wire:
    """The data an action sends: its own, and every input's value, `given` or preset."""
    data: Wire = action.get("data") or {}
    if str(action.get("associatedInputs", "auto")).casefold() == "none":
        return data
    preset = {part["id"]: part["value"] for part in _inputs(card) if part.get("value") is not None}
    return {**data, **preset, **given}


def missing_input(action: Wire, card: Wire, given: Mapping[str, str]) -> str | None:
    """What the client complains about instead of sending: the error message of a required input left empty."""
    filled = with_inputs(action, card, given)
    if str(action.get("associatedInputs", "auto")).casefold() == "none":
        return None
    empty = next((part for part in _inputs(card) if part.get("isRequired") and not filled.get(part["id"])), None)
    return None if empty is None else str(empty.get("errorMessage") or empty.get("label") or empty["id"])


def automatic_refresh(card: Wire, me: str, members: int) -> Wire | None:
    """The action a client runs by itself on showing the card to `me` (an MRI) in a place of that many members.

    https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
    """
    refresh: Wire = card.get("refresh") or {}
    named: list[str] | None = refresh.get("userIds")
    wanted = members <= 60 if named is None else me in named
    return refresh.get("action") if wanted else None


def _inputs(card: Wire) -> Iterator[Wire]:
    return (part for part in _parts(card, skip="refresh") if _is(part, "Input.") and "id" in part)


def _is(part: Wire, prefix: str) -> bool:
    return str(part.get("type", "")).startswith(prefix)


def _parts(value: Any, *, skip: str) -> Iterator[Wire]:
    """Every JSON object within `value`, outermost first."""
    if isinstance(value, dict):
        whole = cast("Wire", value)
        yield whole
        for key, inner in whole.items():
            if key not in {skip, "data", "fallback"}:
                yield from _parts(inner, skip=skip)
    elif isinstance(value, list):
        for inner in cast("list[Any]", value):
            yield from _parts(inner, skip=skip)
