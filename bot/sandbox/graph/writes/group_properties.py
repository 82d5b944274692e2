"""What the body of `PATCH /groups/{id}` may say.

https://learn.microsoft.com/graph/api/group-update
"""

from collections.abc import Callable
from typing import Any, cast

from bot.sandbox.graph.call import invalid_value
from bot.sandbox.odata.errors import bad_request
from bot.sandbox.world import Wire

Check = Callable[[Any], bool]

MEMBERSHIP_RULE = frozenset({"groupTypes", "membershipRule", "membershipRuleProcessingState"})
"""What decides who is a member by rule."""

IN_EXCHANGE = frozenset(
    {"allowExternalSenders", "autoSubscribeNewMembers", "hideFromAddressLists", "hideFromOutlookClients"}
)
"""Kept by Exchange: only Microsoft 365 groups have them, and they can't be changed together with others."""

REFERENCES = frozenset({"members@odata.bind", "owners@odata.bind"})

MOST_REFERENCES = 20


def check(group: Wire, body: Wire) -> Wire:
    """The changes in `body`, as far as their names and types go; raises `GraphError` 400."""
    changes = {name: value for name, value in body.items() if name not in {"@odata.type", "@odata.context"}}
    for name, value in changes.items():
        _check(group, name, value)
    if not IN_EXCHANGE.isdisjoint(changes) and not IN_EXCHANGE.issuperset(changes):
        # Unverified: the sentence.
        raise bad_request("Exchange-backed properties can't be updated together with other properties.")
    return changes


def _check(group: Wire, name: str, value: Any) -> None:
    if (accepts := _WRITABLE.get(name)) is not None:
        if not accepts(value):
            raise invalid_value(name)
        return
    if name in group:
        raise bad_request(f"Property '{name}' is read-only and cannot be set.")
    # Unverified: the sentence for a property that doesn't exist.
    raise bad_request(f"Invalid property '{name}'.")


def _text(longest: int, *, nullable: bool = True) -> Check:
    def accepts(value: Any) -> bool:
        if value is None:
            return nullable
        return isinstance(value, str) and 0 < len(value) <= longest

    return accepts


def _flag(value: Any) -> bool:
    return isinstance(value, bool)


def _one_of(*values: str | None) -> Check:
    return lambda value: (value is None or isinstance(value, str)) and value in values


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in cast("list[Any]", value))


_WRITABLE: dict[str, Check] = {
    "displayName": _text(256, nullable=False),
    "description": _text(1024),
    "mailNickname": _text(64, nullable=False),
    "visibility": _one_of("Public", "Private", None),
    "classification": _text(256),
    "preferredLanguage": _text(64),
    "preferredDataLocation": _text(64),
    "theme": _one_of("Teal", "Purple", "Green", "Blue", "Pink", "Orange", "Red", None),
    "securityEnabled": _flag,
    "groupTypes": _texts,
    "membershipRule": _text(3072),
    "membershipRuleProcessingState": _one_of("On", "Paused", None),
    **dict.fromkeys(IN_EXCHANGE, _flag),
    **dict.fromkeys(REFERENCES, _texts),
}
