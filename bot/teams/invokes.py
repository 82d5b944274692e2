"""Invokes: what Teams waits for an answer to, each kind known by its name."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from botbuilder.core import InvokeResponse  # pyright: ignore[reportMissingTypeStubs]
from pydantic import BaseModel, ValidationError

from bot.conversation.speaker import Speaker
from bot.teams.connector.client import Connector
from bot.teams.door.inbound import Inbound
from bot.teams.invoke_answers import plain
from cards.kit import Card

ValueT = TypeVar("ValueT", bound=BaseModel)

log = logging.getLogger(__name__)


def nothing_shown(_: Card) -> InvokeResponse:
    """The answer after a failure where Teams shows no card."""
    return plain(200, {})


@dataclass(frozen=True, slots=True)
class Invoke(Generic[ValueT]):
    """How one kind of invoke is answered: `answer` gets its value, read as `value`."""

    value: type[ValueT]
    answer: Callable[[ValueT, Inbound, Speaker, Connector], Awaitable[InvokeResponse]]
    unreadable: Callable[[], InvokeResponse] = lambda: plain(400)
    """The answer when the value is an object, but not what Teams sends."""
    failed: Callable[[Card], InvokeResponse] = nothing_shown
    """The answer when answering failed; the card says so."""


class Invokes:
    """Every kind of invoke the bot answers, by Teams' name for it; any other is a 404."""

    def __init__(self, kinds: Mapping[str, Invoke[Any]]) -> None:
        self._kinds = kinds

    async def answer(self, told: Inbound, speaker: Speaker, connector: Connector) -> InvokeResponse:
        """The answer to one invoke; raises what answering it raises."""
        kind = self._kinds.get(told.name or "")
        if kind is None:
            log.info("invoke of a kind this bot doesn't offer")
            return plain(404)
        given: object = told.value
        if not isinstance(given, dict):
            return plain(400)
        try:
            value = kind.value.model_validate(told.value)
        except ValidationError:
            return kind.unreadable()
        return await kind.answer(value, told, speaker, connector)

    def failed(self, told: Inbound, card: Card) -> InvokeResponse:
        """The answer to an invoke whose answering failed, which `card` tells the person."""
        kind = self._kinds.get(told.name or "")
        return kind.failed(card) if kind else nothing_shown(card)
