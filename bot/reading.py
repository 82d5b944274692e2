"""What can be asked of Graph, and what comes back.

A reading's fields are its `$select`; what Graph would not give is a value too, never silence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Generic, Literal, TypeAlias, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel


class GraphModel(BaseModel):
    """A piece of Graph JSON: snake_case here, camelCase there, whatever else Graph sends is left alone."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, populate_by_name=True)


class Reading(GraphModel):
    """One Graph GET: `path` is the URL, the fields are the `$select`, `scope` the least delegated permission.

    `{id}` in `path` and `query` is the subject, `{me}` the person who asks.
    """

    path: ClassVar[str]
    scope: ClassVar[str]
    also: ClassVar[tuple[str, ...]] = ()
    """Permissions without which it can be read, but comes back without names."""
    query: ClassVar[str] = ""
    version: ClassVar[Literal["v1.0", "beta"]] = "v1.0"
    eventual: ClassVar[bool] = False
    """Whether it is an advanced query: https://learn.microsoft.com/graph/aad-advanced-queries"""

    @classmethod
    def selected(cls) -> str:
        """The `$select`: this reading's own fields, in Graph's spelling."""
        return selected(cls)

    @classmethod
    def url(cls, subject: str, asker: str) -> str:
        """The request below `/v1.0` or `/beta`, its ids filled in."""
        more = f"&{cls.query}" if cls.query else ""
        return f"{cls.path}?$select={cls.selected()}{more}".format(id=subject, me=asker).replace(" ", "%20")


@cache
def selected(model: type[BaseModel]) -> str:
    """A model's fields in Graph's spelling; what starts with @ comes by itself and can't be selected."""
    aliases = (field.alias or name for name, field in model.model_fields.items())
    return ",".join(alias for alias in aliases if not alias.startswith("@"))


ItemT = TypeVar("ItemT", bound=BaseModel)


class Listing(Reading, Generic[ItemT]):
    """A Graph GET that answers with a collection; the `$select` comes from the item."""

    value: tuple[ItemT, ...]
    next_link: str | None = Field(default=None, alias="@odata.nextLink")

    @classmethod
    def selected(cls) -> str:
        """The `$select`: the item's fields."""
        return selected(get_args(cls.model_fields["value"].annotation)[0])

    @property
    def complete(self) -> bool:
        """Whether Graph had no further page."""
        return self.next_link is None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A reading Graph would not give: its HTTP status (0 when no answer came) and error code."""

    reading: type[Reading]
    status: int
    code: str


Readings: TypeAlias = Mapping[type[Reading], Reading | Unreadable]


@dataclass(frozen=True, slots=True)
class Search:
    """One Graph GET that looks for objects: `url` is below `/v1.0`; `eventual` marks an advanced query."""

    url: str
    eventual: bool = False


class GraphDown(Exception):
    """Graph did not answer at all, or only that it can't now; `retry_after` is in seconds when it said."""

    def __init__(self, retry_after: float | None = None) -> None:
        super().__init__("Microsoft Graph can't answer now")
        self.retry_after = retry_after
