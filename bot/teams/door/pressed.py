"""Which button an activity pressed, if it did."""

from collections.abc import Mapping
from typing import Any

from bot.buttons import Retry
from bot.teams.door.inbound import Inbound, Kind, json_object

Press = tuple[str, Mapping[str, Any]]
"""A button's verb, and what it carries: whoever sends it can set both freely."""


def pressed(told: Inbound) -> Press | None:
    """The button; a client too old for card actions sends it as a message."""
    value = json_object(told.value)
    if told.kind is Kind.INVOKE:
        action = json_object((value or {}).get("action")) or {}
        return str(action.get("verb")), json_object(action.get("data")) or {}
    if not value:
        return None
    data = dict(value)
    return str(data.pop("verb", "")), data


def tried_again(told: Inbound) -> str | None:
    """The name Try again carries, when that was pressed."""
    verb, data = pressed(told) or ("", {})
    name = data.get("kept")
    return name if verb == Retry.verb and isinstance(name, str) else None
