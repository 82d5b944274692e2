"""From the endpoint's answer, which is believed in nothing, to an opinion."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.model import Symptom

LONGEST_ENTITY = 256
"""Characters; a group's display name is no longer: https://learn.microsoft.com/graph/api/resources/group"""


class Useless(Exception):
    """There is no opinion; the message is one of a few fixed words of ours, never a part of the answer."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What another reader makes of a message; the fields mean what those of `bot.understand.Understanding` do.

    `confidence`, 0 to 1, is what the other reader says of itself: it isn't calibrated. `entity` may be somebody's
    name, so it doesn't show when an opinion is printed.
    """

    symptom: Symptom
    entity: str | None = field(repr=False)
    entity_kind: str | None
    about: str | None
    confidence: float


class _Said(BaseModel):
    """The answer asked for, exactly; `bot.second_opinion.question.SCHEMA` says the same to the endpoint."""

    model_config = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True)

    symptom: Symptom
    entity: Annotated[str, Field(min_length=1, max_length=LONGEST_ENTITY)] | None
    entity_kind: Literal["group", "user"] | None
    about: Literal["self", "other", "this", "tenant"] | None
    confidence: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class _Message(BaseModel):
    model_config = ConfigDict(strict=True, hide_input_in_errors=True)
    content: str


class _Choice(BaseModel):
    model_config = ConfigDict(strict=True, hide_input_in_errors=True)
    message: _Message


class _Completion(BaseModel):
    """The envelope. https://learn.microsoft.com/azure/ai-services/openai/reference#chat-completions"""

    model_config = ConfigDict(strict=True, hide_input_in_errors=True)
    choices: Annotated[list[_Choice], Field(min_length=1)]


def read_opinion(answer: bytes, text: str) -> Opinion:
    """The opinion on `text` in the body of a chat completion; raises `Useless` when there is none to rely on."""
    said = _said(answer)
    if said.entity is None:
        return Opinion(said.symptom, None, None, said.about, said.confidence)
    if not said.entity.strip() or said.entity not in text:
        raise Useless("a name that isn't in the text")
    if said.entity_kind is None:
        raise Useless("a name of no kind")
    return Opinion(said.symptom, said.entity, said.entity_kind, said.about, said.confidence)


def _said(answer: bytes) -> _Said:
    try:
        content = _Completion.model_validate_json(answer).choices[0].message.content
    except ValidationError:
        raise Useless("no completion") from None
    try:
        return _Said.model_validate_json(content)
    except ValidationError:
        raise Useless("not what was asked for") from None
