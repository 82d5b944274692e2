"""From objects to replies: the query options applied, relationships followed, types named."""

from collections.abc import Callable, Iterable

from bot.sandbox.graph.call import Call, Reply
from bot.sandbox.graph.expansion import resolver
from bot.sandbox.graph.relations import Typed
from bot.sandbox.graph.rights.visibility import as_seen
from bot.sandbox.odata import answer
from bot.sandbox.odata.entity import ENTITIES
from bot.sandbox.odata.errors import unsupported_query
from bot.sandbox.world import Wire

Things = Callable[[Call], list[Typed]]
"""Finds the objects of a relationship, having checked who asks; each with its type."""


def one(call: Call, entity: str, thing: Wire, context: str, *, typed: bool = False) -> Reply:
    """One object; `typed` says what it is, where any type could have come."""
    follow = resolver(call, entity)
    shown = answer.one(thing, _in(call, entity), call.query(), context=call.context(context), resolve=follow)
    kind = {"@odata.type": f"#microsoft.graph.{entity}"} if typed else {}
    return Reply(body=kind | shown)


def many(call: Call, entity: str, things: Iterable[Wire], context: str) -> Reply:
    """A page of objects of one type."""
    return Reply(
        body=answer.many(
            things,
            _in(call, entity),
            call.query(),
            context=call.context(context),
            base_url=call.address,
            resolve=resolver(call, entity),
        )
    )


def counted(call: Call, entity: str, things: Iterable[Wire]) -> Reply:
    """How many objects of one type there are."""
    return Reply(body=str(answer.count(things, _in(call, entity), call.query())))


def mixed(things: Things) -> Callable[[Call], Reply]:
    """A handler listing the objects of a relationship, of whatever type."""

    def handle(call: Call) -> Reply:
        query, context = call.query(), call.context("directoryObjects")
        found = _seen(call, things(call))
        return Reply(body=answer.many(found, None, query, context=context, base_url=call.address))

    return handle


def mixed_count(things: Things) -> Callable[[Call], Reply]:
    """A handler counting them."""
    return lambda call: Reply(body=str(answer.count(_seen(call, things(call)), None, call.query())))


def cast(things: Things, entity: str, *, transitive: bool) -> Callable[[Call], Reply]:
    """A handler listing those of one type; casting a transitive relationship takes an advanced query.

    https://learn.microsoft.com/graph/aad-advanced-queries
    """

    def handle(call: Call) -> Reply:
        query = call.query()
        if transitive and not query.eventual:
            raise unsupported_query()
        found, context = _seen(call, things(call), entity), call.context(_PLURALS[entity])
        return Reply(body=answer.many(found, entity, query, context=context, base_url=call.address, reference=True))

    return handle


def cast_count(things: Things, entity: str) -> Callable[[Call], Reply]:
    """A handler counting those of one type."""
    return lambda call: Reply(
        body=str(answer.count(_seen(call, things(call), entity), entity, call.query(), reference=True))
    )


def references(things: Things) -> Callable[[Call], Reply]:
    """A handler listing the addresses of the related objects instead of the objects."""

    def handle(call: Call) -> Reply:
        directory = f"https://graph.microsoft.com/{call.version}/directoryObjects"
        links = [{"@odata.id": f"{directory}/{thing['id']}"} for _, thing in things(call)]
        return Reply(body={"@odata.context": call.context("Collection($ref)"), "value": links})

    return handle


def _seen(call: Call, things: Iterable[Typed], only: str | None = None) -> list[Wire]:
    world, caller = call.world, call.caller
    return [as_seen(world, caller, entity, thing) for entity, thing in things if only in {None, entity}]


def _in(call: Call, entity: str) -> str:
    """The type as this version of Graph has it."""
    beta = f"beta.{entity}"
    return beta if call.version == "beta" and beta in ENTITIES else entity


_PLURALS = {
    "user": "users",
    "group": "groups",
    "administrativeUnit": "administrativeUnits",
    "directoryRole": "directoryRoles",
    "servicePrincipal": "servicePrincipals",
}
