"""Which button an activity pressed, if it did."""

from collections.abc import Mapping
from typing import Any, cast

from pydantic import ValidationError

from bot.buttons import Retry
from bot.teams.door.inbound import Inbound, Kind
from bot.teams.door.invoke_values import CardAction, OldPress

Press = tuple[str, Mapping[str, Any]]
"""A button's verb, and what it carries: whoever sends it can set both freely."""

NO_BUTTON: Press = ("", {})
"""Something was pressed that says nothing a button of ours would."""


def pressed(told: Inbound) -> Press | None:
    """The button; `None` for a message in words."""
    if told.kind is not Kind.INVOKE and not carries_fields(told.value):
        return None
    try:
        if told.kind is Kind.INVOKE:
            action = CardAction.model_validate(told.value).action
            return action.verb, action.data
        old = OldPress.model_validate(told.value)
    except ValidationError:
        return NO_BUTTON
    return old.verb, old.model_extra or {}


def carries_fields(value: object) -> bool:
    """Whether it is a JSON object with something in it."""
    return isinstance(value, dict) and bool(cast("dict[str, Any]", value))


def language_of(told: Inbound) -> str | None:
    """The language the pressed card is written in, as its button says."""
    _, data = pressed(told) or NO_BUTTON
    language = data.get("language")
    return language if isinstance(language, str) else None


def tried_again(told: Inbound) -> str | None:
    """The name Try again carries, when that was pressed."""
    verb, data = pressed(told) or NO_BUTTON
    name = data.get("kept")
    return name if verb == Retry.verb and isinstance(name, str) else None
