"""Listings come page by page: what to ask for next, and the pages put together. Pure.

https://learn.microsoft.com/graph/paging
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from bot.graph.batch import Answer
from bot.reading import Ids, Reading

NEXT = "@odata.nextLink"
VERSIONS = ("v1.0", "beta")


class Asked(NamedTuple):
    """One request: `url` is below the version, starting with a slash; a POST where there is a `body`.

    A tuple, since answers are looked up by it.
    """

    version: str
    url: str
    eventual: bool
    body: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, reading: type[Reading], ids: Ids) -> "Asked | None":
        """The request for a reading; `None` when the answer is known already."""
        if reading.known(ids):
            return None
        return cls(reading.version, reading.url(ids), reading.eventual, reading.body(ids))

    def next(self, link: object) -> "Asked | None":
        """The request for the page that `link` names; `None` when that isn't an address below the same version."""
        _host, found, below = str(link).partition(f"/{self.version}/")
        return Asked(self.version, f"/{below}", self.eventual) if found and below else None


@dataclass
class Pages:
    """Answers by what was asked, each with the pages that have come so far."""

    answers: dict[Asked, Answer]
    last: dict[Asked, Answer] = field(default_factory=dict[Asked, Answer])

    def __post_init__(self) -> None:
        """The last page of each is its first one."""
        self.last = dict(self.answers)

    def following(self) -> Mapping[Asked, Asked]:
        """What was asked → the request for its next page, for those that have one."""
        links = {asked: next_of(asked, answer) for asked, answer in self.last.items()}
        return {asked: link for asked, link in links.items() if link}

    def take(self, following: Mapping[Asked, Asked], pages: Mapping[Asked, Answer]) -> None:
        """Put further pages to theirs; one that was refused or is none stays asked for: the whole is incomplete."""
        self.last = {}
        for asked, link in following.items():
            page = pages[link]
            if page.status == 200 and has_items(page) and has_items(self.answers[asked]):
                self.answers[asked] = self.answers[asked].model_copy(update={"body": joined(self.answers[asked], page)})
                self.last[asked] = page

    def whole(self) -> Mapping[Asked, Answer]:
        """Every answer; one with pages left keeps its next link."""
        return self.answers


def next_of(asked: Asked, answer: Answer) -> Asked | None:
    """The request for the page after this one, if there is one and it is Graph's."""
    body = collection(answer) if answer.status == 200 else {}
    return asked.next(body[NEXT]) if NEXT in body else None


def collection(answer: Answer) -> dict[str, Any]:
    """The body of an answer, when it is an object."""
    body: object = answer.body
    return cast(dict[str, Any], body) if isinstance(body, dict) else {}


def has_items(answer: Answer) -> bool:
    """Whether an answer is a page of a listing."""
    return isinstance(collection(answer).get("value"), list)


def joined(so_far: Answer, page: Answer) -> dict[str, Any]:
    """The items of both, and the next link of the later one."""
    before, after = collection(so_far), collection(page)
    rest = {name: value for name, value in before.items() if name != NEXT}
    more = {NEXT: after[NEXT]} if NEXT in after else {}
    return {**rest, "value": [*before["value"], *after["value"]], **more}
