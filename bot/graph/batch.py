"""JSON batching, as pure functions: parts out, answers matched by id, each throttled on its own.

https://learn.microsoft.com/graph/json-batching
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isnan
from typing import Any

from pydantic import BaseModel

from bot.reading import GraphDown

LIMIT = 20
"""Parts in one batch."""

BUSY = frozenset({429, 503, 504})
"""Statuses that may pass if asked again."""

TRIES = 5
"""How often anything is asked for at most, the first time included, whatever Graph says of waiting."""
SHORTEST_PAUSE = 0.25
USUAL_PAUSE = 1.0


@dataclass(frozen=True, slots=True)
class Part:
    """One request of a batch: `url` is below the version, starting with a slash; a POST where there is a `body`."""

    url: str
    eventual: bool = False
    body: tuple[tuple[str, str], ...] = ()

    def encoded(self, id: str) -> dict[str, Any]:
        """As `$batch` wants it; the header of an advanced query goes inside the part."""
        request: dict[str, Any] = {"id": id, "method": "GET", "url": self.url}
        if self.eventual:
            request["headers"] = {"ConsistencyLevel": "eventual"}
        if self.body:
            request |= {"method": "POST", "headers": {"Content-Type": "application/json"}, "body": dict(self.body)}
        return request


class Problem(BaseModel):
    """What Graph says of a refusal."""

    code: str = ""
    message: str = ""


class Failure(BaseModel):
    """Graph's error envelope. https://learn.microsoft.com/graph/errors"""

    error: Problem = Problem()


class Answer(BaseModel):
    """One part's answer; `body` is a JSON object, or nothing."""

    id: str
    status: int
    headers: dict[str, str] = {}
    body: Any = None

    @property
    def code(self) -> str:
        """Graph's error code, or nothing when the body isn't Graph's."""
        return problem(self.body).code

    @property
    def retry_after(self) -> float | None:
        """How many seconds to wait, when this part was throttled."""
        return seconds(header(self.headers, "retry-after"))


class Answers(BaseModel):
    """What `$batch` answers, in any order."""

    responses: list[Answer]


@dataclass
class Wave:
    """Parts asked for at the same time, and the answers that have come so far, both by place."""

    parts: Sequence[Part]
    answers: dict[int, Answer] = field(default_factory=dict[int, Answer])

    def again(self, patience: float) -> tuple[float, list[int]]:
        """Throttled places whose own Retry-After is over within `patience` seconds, and when the last of them is."""
        waits = {place: pause(a.retry_after) for place, a in self.answers.items() if a.status in BUSY}
        due = [place for place, wait in waits.items() if wait <= patience]
        return max((waits[place] for place in due), default=0.0), due

    def encoded(self, places: Sequence[int]) -> dict[str, Any]:
        """The body of one `$batch`; ids are places, so that order doesn't matter."""
        return {"requests": [self.parts[place].encoded(str(place)) for place in places]}

    def take(self, payload: Any, places: Sequence[int]) -> None:
        """Keep the answers; raises `GraphDown` when the payload isn't a batch's or leaves parts unanswered."""
        try:
            answers = {answer.id: answer for answer in Answers.model_validate(payload).responses}
        except ValueError:  # its text quotes what was read, names and all
            raise GraphDown from None
        if any(str(place) not in answers for place in places):
            raise GraphDown
        self.answers |= {place: answers[str(place)] for place in places}


def chunks(places: Sequence[int]) -> list[Sequence[int]]:
    """As many batches as it takes."""
    return [places[start : start + LIMIT] for start in range(0, len(places), LIMIT)]


def problem(body: Any) -> Problem:
    """What went wrong, from an error envelope; empty when it isn't one."""
    try:
        return Failure.model_validate(body or {}).error
    except ValueError:
        return Problem()


def header(headers: Mapping[str, str], name: str) -> str | None:
    """A header whatever its case: Graph's batch parts aren't consistent about it."""
    return next((value for key, value in headers.items() if key.lower() == name), None)


def seconds(retry_after: str | None) -> float | None:
    """A `Retry-After` in seconds; Graph's may be fractional. `None` for anything else."""
    try:
        said = float(retry_after or "nan")
    except ValueError:
        return None
    return None if isnan(said) else max(0.0, said)


def pause(retry_after: float | None) -> float:
    """Seconds until it is worth asking again: as Graph said, even if that is none, but never in a storm."""
    return USUAL_PAUSE if retry_after is None else max(retry_after, SHORTEST_PAUSE)
