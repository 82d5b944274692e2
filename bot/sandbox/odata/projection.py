"""Which properties of an object an answer shows.

https://learn.microsoft.com/graph/query-parameters#select
"""

from collections.abc import Callable, Iterable
from typing import Any

from bot.sandbox.odata.entity import ENTITIES, Entity, Property, named
from bot.sandbox.odata.errors import GraphError, bad_request, unsupported_query
from bot.sandbox.odata.query import Expand, Query
from bot.sandbox.world import Wire

Resolver = Callable[[Wire, str], list[Wire] | Wire | None]
"""Follows a relationship of an object by name: a list of directory objects with "@odata.type", or one, or none."""

_MOST_EXPANDED = 20


def check_select(select: Iterable[str], entity: Entity, *, single: bool) -> None:
    """GraphError if `$select` names what the type has not, or, in a list, what only one object at a time can tell."""
    for name in select:
        found = entity.select(name)
        if found is None:
            raise bad_request(
                f"Parsing OData Select and Expand failed: Could not find a property named '{name}' "
                f"on type 'microsoft.graph.{entity.name.rpartition('.')[2]}'."
            )
        if found.returned == "single" and not single:
            # Unverified for groups; recorded for the user properties that SharePoint keeps.
            raise GraphError(501, "NotImplemented", "This operation target is not yet supported.")


def check_expand(query: Query, entity: Entity, resolve: Resolver | None) -> None:
    """GraphError 400 for a relationship that does not exist or that this request can't follow."""
    if query.expand is None:
        return
    found = entity.properties.get(query.expand.name)
    if found is None or found.returned != "expand":
        raise bad_request(
            f"Parsing OData Select and Expand failed: Could not find a property named '{query.expand.name}' "
            f"on type 'microsoft.graph.{entity.name.rpartition('.')[2]}'."
        )
    if resolve is None or query.eventual:
        # Unverified: the sentence. Microsoft documents only that $expand and advanced queries don't go together.
        raise unsupported_query()


def project(obj: Wire, entity: Entity, query: Query, resolve: Resolver | None = None) -> Wire:
    """The part of `obj` that `query` shows; what the object lacks is null, or an empty list."""
    shown = _shown(obj, entity, query.select)
    if query.expand and resolve:
        shown[query.expand.name] = _expanded(resolve(obj, query.expand.name), query.expand)
    return shown


def project_directory_object(obj: Wire, select: tuple[str, ...]) -> Wire:
    """A member of a mixed list: its "@odata.type", and those of its properties that are shown."""
    kind = str(obj["@odata.type"])
    entity = named(kind.removeprefix("#microsoft.graph."))
    known = tuple(name for name in select if entity.select(name))
    return {"@odata.type": kind} | (_shown(obj, entity, known) if known or not select else {})


def _shown(obj: Wire, entity: Entity, select: tuple[str, ...]) -> Wire:
    rows = [entity.properties[name] for name in select] if select else _defaults(entity)
    present = (row for row in rows if row.returned != "never")
    return {row.name: obj.get(row.name, _empty(row)) for row in present if row.name in obj or _can_be_empty(row)}


def _defaults(entity: Entity) -> list[Property]:
    return [row for row in entity.properties.values() if row.returned == "default"]


def _empty(row: Property) -> list[Any] | None:
    return [] if row.is_list else None


def _can_be_empty(row: Property) -> bool:
    return row.is_list or row.nullable


def _expanded(found: list[Wire] | Wire | None, expand: Expand) -> Any:
    if found is None:
        return None
    if isinstance(found, list):
        return [_related(obj, expand) for obj in found[:_MOST_EXPANDED]]
    return _related(found, expand)


def _related(obj: Wire, expand: Expand) -> Wire:
    if str(obj.get("@odata.type", "")).removeprefix("#microsoft.graph.") in ENTITIES:
        return project_directory_object(obj, expand.select)
    return {name: obj.get(name) for name in expand.select} if expand.select else dict(obj)
