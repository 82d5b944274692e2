"""Delegated permissions: which a person may consent to, and how a `scope` parameter is read.

https://learn.microsoft.com/graph/permissions-reference
"""

import re
from dataclasses import dataclass

from bot.sandbox.entra.errors import malformed_scope, several_resources, unknown_resource

GRAPH = "https://graph.microsoft.com"
CONNECTOR = "https://api.botframework.com"
OPENID_SCOPES = frozenset({"openid", "profile", "email", "offline_access"})

USER_MAY_CONSENT = frozenset(
    {
        "Channel.ReadBasic.All",
        "Chat.Read",
        "Chat.ReadBasic",
        "Chat.ReadWrite",
        "LicenseAssignment.Read.All",
        "LicenseAssignment.ReadWrite.All",
        "MailboxSettings.Read",
        "MailboxSettings.ReadWrite",
        "Presence.Read",
        "Presence.Read.All",
        "Sites.Read.All",
        "Sites.ReadWrite.All",
        "Team.Create",
        "Team.ReadBasic.All",
        "TeamsActivity.Send",
        "TeamsAppInstallation.ReadForUser",
        "TeamsAppInstallation.ReadWriteSelfForUser",
        "User.Read",
        "User.ReadBasic.All",
        "User.ReadWrite",
    }
)
"""Everything else of Graph needs an administrator (`requiresAdminConsent` in Microsoft's permissions table)."""

_APP_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NAME = re.compile(r"[A-Za-z][A-Za-z-]*(\.[A-Za-z][A-Za-z0-9-]*)*|\.default")


@dataclass(frozen=True)
class Request:
    """A `scope` parameter, read: scopes of one resource by their short names, and OpenID's own."""

    resource: str
    names: frozenset[str]
    openid: frozenset[str]

    @property
    def default(self) -> bool:
        """Whether it asks for whatever was consented to."""
        return ".default" in self.names


def needs_admin(name: str) -> bool:
    """Whether a person without a directory role can't consent to `name`, as consent is written down."""
    return name not in USER_MAY_CONSENT


def read_scope(parameter: str, resources: frozenset[str]) -> Request:
    """Read a `scope` parameter; a name without a resource is Graph's. Raises `EntraError` 70011, 28000 or 500011."""
    words = parameter.split()
    openid = frozenset(words) & OPENID_SCOPES
    asked = [_split(word) for word in words if word not in OPENID_SCOPES]
    found = {resource for resource, _ in asked} or {GRAPH}
    if not words:
        raise malformed_scope(parameter)
    if len(found) > 1:
        raise several_resources()
    resource = found.pop()
    if resource not in resources:
        raise unknown_resource(resource)
    return Request(resource, frozenset(name for _, name in asked), openid)


def _split(word: str) -> tuple[str, str]:
    resource, _, name = word.rpartition("/")
    # A resource that itself ends in "/" is asked for as "https://resource//.default".
    resource = resource.rstrip("/")
    if not _NAME.fullmatch(name) or (resource and "://" not in resource and not _APP_ID.fullmatch(resource)):
        raise malformed_scope(word)
    return resource or GRAPH, name
