"""What can be asked of Graph, and what comes back.

A reading's fields are its `$select`; what Graph would not give is a value too, never silence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Generic, Literal, TypeAlias, TypeVar, get_args

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from bot.scopes import Resource, Scope
from bot.texts import Text

INCOMPLETE = "Incomplete"
"""The code of a listing whose pages did not end within the bound: nothing may be concluded from what is missing."""


class GraphModel(BaseModel):
    """A piece of Graph JSON: snake_case here, camelCase there, whatever else Graph sends is left alone."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, populate_by_name=True)


@dataclass(frozen=True, slots=True)
class Ids:
    """Whom and what a request is about, as object ids: GUIDs, and nothing when there is no such object."""

    subject: str
    asker: str
    person: str
    """Whose rights are asked about: the asker's own mostly."""
    other: str = ""
    """Somebody who is to be added or removed."""
    account: str = ""
    """The subject's user principal name, where it is a person and the name is known."""
    picture: str = ""
    """The address of SharePoint's copy of the subject's photo, where there is one."""

    @property
    def who(self) -> str:
        """The person as a path: of oneself Graph gives more with fewer permissions."""
        return "me" if self.person == self.asker else f"users/{self.person}"

    @property
    def holes(self) -> Mapping[str, str]:
        """What stands in the holes of a request."""
        return {"id": self.subject, "who": self.who, "person": self.person, "asker": self.asker, "other": self.other}


class Reading(GraphModel):
    """One question to Graph: `path` is the URL, the fields are the `$select`, `scope` the least delegated permission.

    It is a GET, or a POST of what is `posted` where Graph answers nothing else; that changes nothing either.

    `path`, `query` and `posted` may hold `{id}`, the subject; `{who}`, "me" or "users/…", the person whose rights are
    asked about; `{person}`, that person's id; `{asker}`, the id of whoever asks; and `{other}`, that of somebody to be
    added or removed.
    """

    path: ClassVar[str]
    audience: ClassVar[Resource] = Resource.GRAPH
    """Whom it is asked of, and whose permission `scope` is the short name of."""
    scope: ClassVar[str]
    words: ClassVar[Text]
    """What it is, to follow "I could not see"."""
    own_words: ClassVar[Text | None] = None
    """What it is when it is the asker's own; `None` when that makes no difference."""
    scope_of_others: ClassVar[str] = ""
    """The permission it takes when the person isn't the one who asks; the same one where this is empty."""
    also: ClassVar[tuple[str, ...]] = ()
    """Permissions without which it can be read, but comes back without names."""
    query: ClassVar[str] = ""
    posted: ClassVar[tuple[tuple[str, str], ...]] = ()
    """The names and values of a JSON object, strings all."""
    version: ClassVar[Literal["v1.0", "beta"]] = "v1.0"
    is_media: ClassVar[bool] = False
    """Whether it answers with bytes instead of JSON."""
    eventual: ClassVar[bool] = False
    """Whether it is an advanced query: https://learn.microsoft.com/graph/aad-advanced-queries"""

    @classmethod
    def selected(cls) -> str:
        """The `$select`: this reading's own fields, in Graph's spelling."""
        return selected(cls)

    @classmethod
    def url(cls, ids: Ids) -> str:
        """The request below `/v1.0` or `/beta`, its ids filled in."""
        return template(cls).format_map(ids.holes)

    @classmethod
    def body(cls, ids: Ids) -> tuple[tuple[str, str], ...]:
        """What is posted, its ids filled in; nothing for a GET."""
        return tuple((name, value.format_map(ids.holes)) for name, value in cls.posted)

    @classmethod
    def known(cls, ids: Ids) -> "Reading | None":
        """What is known without asking; `None` when Graph has to be asked, which is nearly always."""
        return None

    @classmethod
    def permission(cls, ids: Ids) -> Scope:
        """The permission this request takes."""
        others = "{who}" in cls.path or "{person}" in cls.query
        return Scope(cls.audience, (others and ids.person != ids.asker and cls.scope_of_others) or cls.scope)

    @classmethod
    def permissions(cls) -> frozenset[Scope]:
        """Everything it takes, whoever is asked about."""
        names = {cls.scope, *cls.also, cls.scope_of_others or cls.scope}
        return frozenset(Scope(cls.audience, name) for name in names)


class Media(Reading):
    """A Graph GET that answers with bytes: `content`, what kind they are, and the ETag that changes with them."""

    is_media = True

    content: bytes
    content_type: str = ""
    etag: str = ""

    @classmethod
    def selected(cls) -> str:
        """Bytes have no properties."""
        return ""


@cache
def template(reading: type[Reading]) -> str:
    """A reading's request, ready but for its ids."""
    fields = reading.selected()
    options = "&".join(filter(None, (f"$select={fields}" if fields else "", reading.query)))
    return (f"{reading.path}?{options}" if options else reading.path).replace(" ", "%20")


@cache
def selected(model: type[BaseModel]) -> str:
    """A model's fields in Graph's spelling; what starts with @ comes by itself and can't be selected."""
    aliases = (field.alias or name for name, field in model.model_fields.items())
    return ",".join(alias for alias in aliases if not alias.startswith("@"))


ItemT = TypeVar("ItemT", bound=BaseModel)


class Listing(Reading, Generic[ItemT]):
    """A Graph GET that answers with a collection, all pages of it; the `$select` comes from the item."""

    value: tuple[ItemT, ...]

    @classmethod
    def selected(cls) -> str:
        """The `$select`: the item's fields."""
        return selected(get_args(cls.model_fields["value"].annotation)[0])


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A reading Graph would not give: its HTTP status (0 when no answer came) and error code."""

    reading: type[Reading]
    status: int
    code: str
    permission: Scope | None = None
    """The permission it takes; the reading's own where this is `None`."""

    @property
    def needs(self) -> Scope:
        """The permission that may be missing."""
        return self.permission or Scope(self.reading.audience, self.reading.scope)


SourceT = TypeVar("SourceT", bound=Reading)
EachT = TypeVar("EachT", bound=Reading)


@dataclass(frozen=True, slots=True)
class Each(Generic[SourceT, EachT]):
    """One reading for every item of a listing, by the item's id: a second wave, and a bounded one.

    A rule asks for it by its annotation, `Each[RoleGroups, GroupEligibleRoles]`. Where the first reading is a single
    object, it is made for that one, and not at all where there is none. `unread` counts the items beyond the bound.
    """

    got: Mapping[str, EachT | Unreadable]
    unread: int = 0

    @property
    def read(self) -> Iterator[EachT]:
        """What could be read."""
        return (each for each in self.got.values() if not isinstance(each, Unreadable))

    @property
    def gap(self) -> Unreadable | None:
        """The first of those that could not be read, or that they were too many; `None` when nothing is missing."""
        return next((each for each in self.got.values() if isinstance(each, Unreadable)), None)


Readings: TypeAlias = Mapping[Any, Any]
"""Reading class → the reading or an `Unreadable`; an `Each[…]` annotation → the `Each`."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Readings to be made for one set of ids."""

    wanted: tuple[type[Reading], ...]
    ids: Ids


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
