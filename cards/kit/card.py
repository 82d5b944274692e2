"""The whole card, and the only way from it to JSON."""
# pyright: reportIncompatibleVariableOverride=false
# The library's refresh takes no action, its body no element of Teams' own.

from collections.abc import Sequence
from typing import Any, Literal, TypeAlias, cast

import orjson
from adaptive_cards import card as ac
from adaptive_cards import types
from pydantic import Field

from bot.texts import Value, Voice
from cards.kit.actions import Execute
from cards.kit.elements import Children, Element, Strict, complete
from cards.kit.neutral import bare

MOST_BUTTONS = 6
"""https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines"""
MOST_BYTES = 60_000
"""Counted as UTF-16, as Teams does; it takes 80 KB, of which the message around the card needs some."""
MOST_VIEWERS = 60
"""How many people Teams refreshes a card for by itself."""
ANY_ACTION, SUBMIT = b'"type":"Action.', b'"type":"Action.Submit"'
"""How actions begin in JSON; no text can look so, for its quotation marks are escaped."""

Json: TypeAlias = dict[str, Any]


class TooMuch(ValueError):
    """A card with more buttons or bytes than Teams takes: a mistake in the card's code."""


class Refresh(Strict):
    """Makes Teams press `action` for each of these people (`29:…` ids) when they see the card."""

    action: Execute
    user_ids: list[str] = Field(max_length=MOST_VIEWERS)


class Mentioned(Strict):
    """Who is mentioned."""

    id: str
    name: str


class Mention(Strict):
    """Makes `text`, an `<at>…</at>` in the card, a mention."""

    type: Literal["mention"] = "mention"
    text: str
    mentioned: Mentioned


class Teams(Strict):
    """What Teams adds to a card."""

    width: Literal["Full"] | None = None
    entities: list[Mention] | None = None


class Card(Strict, ac.AdaptiveCard):
    """An Adaptive Card as Teams wants it; its JSON comes from `wire` only."""

    version: Literal["1.5"] = "1.5"
    schema_: str = Field(default="https://adaptivecards.io/schemas/adaptive-card.json", serialization_alias="$schema")
    lang: Literal["en", "da"] = Field()
    fallback_text: str = Field(min_length=1)
    body: Children = Field()
    refresh: Refresh | None = None
    msteams: Teams | None = None
    vertical_content_align: types.VerticalAlignment | None = Field(
        default=None, serialization_alias="verticalContentAlignment"
    )

    def wire(self) -> Json:
        """Plain JSON. Raises `TooMuch`."""
        card = self.model_dump(mode="json", by_alias=True, exclude_none=True)
        written = orjson.dumps(card)
        # Most cards need not be walked through: a Submit is only ever what an old client presses instead.
        if written.count(ANY_ACTION) - written.count(SUBMIT) > MOST_BUTTONS and buttons(card) > MOST_BUTTONS:
            raise TooMuch("too many buttons")
        # In UTF-16 it is at most twice as long as in UTF-8, so most cards need not be counted.
        if len(written) * 2 > MOST_BYTES and len(written.decode().encode("utf-16-le")) > MOST_BYTES:
            raise TooMuch("too many bytes")
        return card


complete(Card, Refresh)


def card(body: Sequence[Element], fallback: Value, voice: Voice, *, refresh: Refresh | None = None) -> Card:
    """A card that says `fallback` where it can't be shown, in notifications, and to screen readers in a list."""
    language = cast(Literal["en", "da"], voice.language)
    return Card(lang=language, fallback_text=bare(fallback, voice), body=list(body), refresh=refresh)


def buttons(card: Json) -> int:
    """How many actions there are in a card, however deep; what is pressed without being a button isn't counted."""
    count, left = 0, list[Any]([card])
    while left:
        each = left.pop()
        if type(each) is dict:
            held = cast(Json, each)
            count += len(held.get("actions", ()))
            each = held.values()
        for value in each:
            if type(value) is dict or type(value) is list:
                left.append(value)
    return count
