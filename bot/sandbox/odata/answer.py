"""Answers: one object, a page of a list, or how many there are.

Every refusal is a GraphError with Microsoft's own code and sentence.

https://learn.microsoft.com/graph/query-parameters
https://learn.microsoft.com/graph/aad-advanced-queries#error-handling-for-advanced-queries-on-directory-objects
"""

from collections.abc import Callable, Iterable
from typing import Any

from bot.sandbox.odata.entity import Entity, named
from bot.sandbox.odata.errors import bad_request, unsupported_query
from bot.sandbox.odata.filter_match import matches
from bot.sandbox.odata.filter_support import needs_advanced
from bot.sandbox.odata.paging import next_link, page_size, page_start
from bot.sandbox.odata.projection import Resolver, check_expand, check_select, project, project_directory_object
from bot.sandbox.odata.query import Query, Sort
from bot.sandbox.odata.search import check_search, found_by
from bot.sandbox.world import Wire

SearchIndex = Callable[[Wire], Wire]
"""An object as the index of advanced queries knows it: behind after a write, empty if it isn't there yet."""


def one(obj: Wire, entity: str, query: Query, *, context: str, resolve: Resolver | None = None) -> Wire:
    """One object; `context` is the "@odata.context" without a property list, e.g. "…/$metadata#groups/$entity"."""
    kind = named(entity)
    check_select(query.select, kind, single=True)
    check_expand(query, kind, resolve)
    return {"@odata.context": _context(context, query)} | project(obj, kind, query, resolve)


def many(
    objects: Iterable[Wire],
    entity: str | None,
    query: Query,
    *,
    context: str,
    base_url: str,
    search_index: SearchIndex | None = None,
    reference: bool = False,
    resolve: Resolver | None = None,
) -> Wire:
    """A page of a list.

    `entity` None means mixed directory objects, each with its "@odata.type". `base_url` is the list's own address
    without query options. `reference` tells that the list is a relationship (members, owners, memberOf) cast to
    one type: there `$filter` and `$orderby` always need an advanced query. Mixed lists are relationships anyway.
    """
    kind = named(entity)
    _check(query, kind, reference=reference or entity is None)
    check_select(query.select, kind, single=False)
    check_expand(query, kind, resolve)
    found = _sorted(_found(objects, query, search_index), query.orderby)
    page, links = _page(found, query, base_url)
    shown = [_item(obj, entity, query, resolve) for obj in page]
    return {"@odata.context": _context(context, query)} | links | {"value": shown}


def _page(found: list[Wire], query: Query, base_url: str) -> tuple[list[Wire], Wire]:
    """The objects of one page, and what the answer says about the whole list."""
    start, size = page_start(query), page_size(query)
    links: dict[str, Any] = {}
    if query.advanced and query.count and start == 0:
        links["@odata.count"] = len(found)
    if start + size < len(found):
        links["@odata.nextLink"] = next_link(query, base_url, start + size)
    return found[start : start + size], links


def _item(obj: Wire, entity: str | None, query: Query, resolve: Resolver | None) -> Wire:
    if entity is None:
        return project_directory_object(obj, query.select)
    return project(obj, named(entity), query, resolve)


def count(
    objects: Iterable[Wire],
    entity: str | None,
    query: Query,
    *,
    search_index: SearchIndex | None = None,
    reference: bool = False,
) -> int:
    """How many objects `/$count` finds; it always needs `ConsistencyLevel: eventual`."""
    if not query.advanced:
        raise bad_request("$count is not currently supported.")
    _check(query, named(entity), reference=reference or entity is None, counting=True)
    return len(_found(objects, query, search_index))


def _check(query: Query, kind: Entity, *, reference: bool, counting: bool = False) -> None:
    """GraphError 400 for options that this list does not take, or not without an advanced query."""
    # Unverified: the sentence; the references say only which options exist.
    if {name for name, _ in query.options} - kind.options - {"$skiptoken"}:
        raise unsupported_query()
    eventual = query.eventual or (counting and query.advanced)
    _check_search(query, kind)
    _check_filter(query, kind, eventual=eventual, reference=reference)
    _check_orderby(query, kind, eventual=eventual, reference=reference)


def _check_search(query: Query, kind: Entity) -> None:
    if query.search is None:
        return
    if not query.advanced:
        raise unsupported_query(
            "Request with $search query parameter only works through MSGraph with a special request header: "
            "'ConsistencyLevel: eventual'"
        )
    check_search(query.search, kind)


def _check_filter(query: Query, kind: Entity, *, eventual: bool, reference: bool) -> None:
    if query.filter is None:
        return
    advanced = needs_advanced(query.filter, kind)
    if reference and not eventual:
        raise unsupported_query("The specified filter to the reference property query is currently not supported.")
    if advanced and kind.directory and not eventual:
        raise unsupported_query()


def _check_orderby(query: Query, kind: Entity, *, eventual: bool, reference: bool) -> None:
    names = {sort.name for sort in query.orderby}
    by_default = not (reference or (kind.directory and query.filter)) and names <= kind.orderby
    if names and not by_default and not (eventual and names <= kind.orderby | kind.advanced_orderby):
        raise unsupported_query("Sorting not supported for current query.")


def _found(objects: Iterable[Wire], query: Query, search_index: SearchIndex | None) -> list[Wire]:
    if query.advanced and search_index:
        # Unverified: that the answer itself is stale too, and not only the search for it.
        objects = [known for obj in objects if (known := search_index(obj))]
    return [
        obj
        for obj in objects
        if (query.filter is None or matches(query.filter, obj)) and (not query.search or found_by(query.search, obj))
    ]


def _sorted(found: list[Wire], sorts: tuple[Sort, ...]) -> list[Wire]:
    for sort in reversed(sorts):
        found = sorted(found, key=lambda obj, name=sort.name: _sort_key(obj.get(name)), reverse=sort.descending)
    return found


def _sort_key(value: Any) -> tuple[bool, str]:
    return (value is not None, str(value).casefold())


def _context(context: str, query: Query) -> str:
    if not query.select:
        return context
    whole, entity, _ = context.partition("/$entity")
    return f"{whole}({','.join(query.select)}){entity}"
