"""How delegated permissions are written: `User.Read` among us, `https://graph.microsoft.com/User.Read` to Entra."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.endpoints import GRAPH
from bot.scopes import Resource, Scope

DEFAULT = ".default"
"""Everything already consented to. https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope"""


@dataclass(frozen=True, slots=True)
class WantedScopes:
    """Permissions of one resource, as one token can carry them. No names means whatever is consented to."""

    resource: str
    """The resource's address without a trailing slash, such as `https://graph.microsoft.com`."""
    names: frozenset[str]

    @property
    def scopes(self) -> frozenset[Scope]:
        """What is wanted, as permissions: whoever isn't Graph is SharePoint, by its address or its app id."""
        return self.of(self.names)

    def of(self, names: Iterable[str]) -> frozenset[Scope]:
        """Permissions of this resource by their short names."""
        resource = Resource.GRAPH if self.resource == GRAPH else Resource.SHAREPOINT
        return frozenset(Scope(resource, name) for name in names)

    def for_entra(self) -> list[str]:
        """The scopes in full, as a token request names them; without any, all that was consented to."""
        return [f"{self.resource}/{name}" for name in sorted(self.names) or [DEFAULT]]

    def missing_from(self, granted: Iterable[str]) -> frozenset[str]:
        """Wanted names that aren't granted; Entra doesn't mind upper and lower case."""
        if self.names.issubset(granted):  # as it nearly always is, at every request
            return frozenset()
        have = {name.casefold() for name in granted}
        return frozenset(name for name in self.names if name.casefold() not in have)


def wanted(scopes: Sequence[str]) -> WantedScopes:
    """Short names are Graph's; another resource's are written in full. Raises `ValueError` when resources are mixed."""
    parts = [scope.rpartition("/") for scope in scopes]
    resources = {resource.rstrip("/") or GRAPH for resource, _, _ in parts} or {GRAPH}
    if len(resources) > 1:
        raise ValueError("one token serves one resource")
    return WantedScopes(resources.pop(), frozenset(name for _, _, name in parts if name != DEFAULT))


def granted(scope: object, asked: WantedScopes) -> frozenset[str]:
    """The short names in a token response's `scope`.

    A response without one means that all that was asked for was granted.
    https://www.rfc-editor.org/rfc/rfc6749#section-5.1
    """
    if not isinstance(scope, str) or not scope:
        return asked.names
    return frozenset(name.removeprefix(f"{asked.resource}/") for name in scope.split()) - {DEFAULT}
