"""Permissions as tests and company files write them."""

from bot.permissions import permissions
from bot.scopes import Resource, Scope


def graph_permissions() -> list[str]:
    """The short names of every permission of Microsoft Graph's the bot declares."""
    return [scope.name for scope in permissions() if scope.resource is Resource.GRAPH]


def consented(scope: Scope) -> str:
    """As a company's consent holds it: Graph's by its name, another resource's after its app id."""
    return scope.name if scope.resource is Resource.GRAPH else scope.in_full
