"""The query options of a request, read and checked as far as one can without knowing what is asked for.

https://learn.microsoft.com/graph/query-parameters
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.sandbox.odata.errors import GraphError, bad_request, unsupported_query
from bot.sandbox.odata.expression import Expression
from bot.sandbox.odata.filter_parser import parse_filter
from bot.sandbox.odata.search import Search, parse_search

LARGEST_PAGE = 999
_KNOWN = frozenset({"$select", "$filter", "$search", "$orderby", "$top", "$skiptoken", "$count", "$expand", "$skip"})
_EXPAND = re.compile(r"\s*(\w+)\s*(?:\(\s*\$select=([\w,\s]+)\))?\s*", re.ASCII)
_ORDER = re.compile(r"\s*(\w+)(?:\s+(asc|desc))?\s*", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class Sort:
    """One key of `$orderby`."""

    name: str
    descending: bool


@dataclass(frozen=True)
class Expand:
    """One relationship to bring along; without `select` its objects come with their default properties."""

    name: str
    select: tuple[str, ...] = ()


@dataclass(frozen=True)
class Query:
    """The query options of one request; empty `select` means the default properties.

    `advanced` tells whether the header `ConsistencyLevel: eventual` came along. `options` are the options as they
    were written, by name, for the link to the next page.
    """

    select: tuple[str, ...] = ()
    filter: Expression | None = None
    search: Search | None = None
    orderby: tuple[Sort, ...] = ()
    top: int | None = None
    skip_token: str | None = None
    count: bool = False
    expand: Expand | None = None
    advanced: bool = False
    options: tuple[tuple[str, str], ...] = ()

    @property
    def eventual(self) -> bool:
        """True for an advanced query: the header together with `$count=true` or `$search`.

        https://learn.microsoft.com/graph/aad-advanced-queries
        """
        return self.advanced and (self.count or self.search is not None)


def parse(query_string_params: Mapping[str, str], headers: Mapping[str, str]) -> Query:
    """Read decoded query options; GraphError 400 for one that is unknown, malformed or never served."""
    options = {name.lower() if name.startswith("$") else name: value for name, value in query_string_params.items()}
    for name in options:
        _check_name(name)
    given = {name: value for name, value in options.items() if value.strip()}
    return Query(
        select=_names(given["$select"]) if "$select" in given else (),
        filter=parse_filter(given["$filter"]) if "$filter" in given else None,
        search=parse_search(given["$search"]) if "$search" in given else None,
        orderby=_orderby(given["$orderby"]) if "$orderby" in given else (),
        top=_top(given["$top"]) if "$top" in given else None,
        skip_token=given.get("$skiptoken"),
        count=_count(given["$count"]) if "$count" in given else False,
        expand=_expand(given["$expand"]) if "$expand" in given else None,
        advanced=_is_eventual(headers),
        options=tuple(given.items()),
    )


def _check_name(name: str) -> None:
    if name == "$skip":
        raise bad_request("'$skip' is not supported by the service.")
    if name not in _KNOWN:
        raise bad_request(f"Unrecognized query argument specified: '{name}'.")


def _is_eventual(headers: Mapping[str, str]) -> bool:
    levels = (value for name, value in headers.items() if name.casefold() == "consistencylevel")
    return any(level.strip().casefold() == "eventual" for level in levels)


def _names(text: str) -> tuple[str, ...]:
    """The names of a `$select`, each once; of a path into a complex value its first step. `*` is the default."""
    names = [name.strip().partition("/")[0] for name in text.split(",")]
    return tuple(dict.fromkeys(name for name in names if name)) if "*" not in names else ()


def _orderby(text: str) -> tuple[Sort, ...]:
    sorts: list[Sort] = []
    for part in text.split(","):
        found = _ORDER.fullmatch(part)
        if found is None:
            raise _invalid(f"Syntax error in '$orderby': '{text}'.")
        sorts.append(Sort(found.group(1), (found.group(2) or "").casefold() == "desc"))
    return tuple(sorts)


def _top(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise _invalid(
            f"Invalid value '{text}' for $top query option found. "
            "The $top query option requires a non-negative integer value."
        )
    if not 1 <= int(text) <= LARGEST_PAGE:
        raise unsupported_query(
            f"Invalid page size specified: '{int(text)}'. Must be between 1 and {LARGEST_PAGE} inclusive."
        )
    return int(text)


def _count(text: str) -> bool:
    if text.casefold() not in {"true", "false"}:
        raise _invalid(f"Invalid value '{text}' for $count query option found. Valid values are 'true' or 'false'.")
    return text.casefold() == "true"


def _expand(text: str) -> Expand:
    found = _EXPAND.fullmatch(text)
    if found is None:
        # Unverified: the sentence; one relationship at a time is documented for directory objects.
        raise unsupported_query()
    return Expand(found.group(1), _names(found.group(2) or ""))


def _invalid(message: str) -> GraphError:
    return GraphError(400, "BadRequest", message)
