"""What was seen when the world was looked at; no opinion."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.scopes import Resource, Scope
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Answered:
    """Somebody answered over HTTP: `document` is the JSON object they sent, if it was one.

    `ahead` is how many seconds this machine's clock is ahead of their `Date`, when they sent one.
    """

    status: int
    ahead: float | None = None
    document: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Silent:
    """Nobody answered; `why` is a few words such as "the name isn't known"."""

    why: str


Probe = Answered | Silent


@dataclass(frozen=True, slots=True)
class TokenRefused:
    """Entra gave no token: an OAuth error word, and Entra's own `AADSTS` numbers."""

    code: str
    aadsts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Registration:
    """The app as the tenant knows it. https://learn.microsoft.com/graph/api/resources/serviceprincipal"""

    enabled: bool
    assignment_required: bool
    names: frozenset[str]
    """Its app id and Application ID URIs."""
    reply_urls: frozenset[str]
    offers: frozenset[str]
    """Delegated permissions of its own that are enabled."""


@dataclass(frozen=True, slots=True)
class AppObject:
    """The registration itself. https://learn.microsoft.com/graph/api/resources/application"""

    token_version: int | None
    authorized_clients: frozenset[str]
    """Clients, by app id in lower case, that get a token for it without asking the person."""
    secrets_end: tuple[tuple[str, datetime | None], ...]
    """The first characters of each client secret, as Entra keeps them for a hint, and when it ends."""


@dataclass(frozen=True, slots=True)
class Package:
    """A Teams app package in the folder `dist`: whose it says it is, as far as it can be read."""

    file: str
    ids: frozenset[str]
    """Of the app, its bot and its sign-in; one when all is well, none when it can't be read."""
    host: str


@dataclass(frozen=True, slots=True)
class Grants:
    """Delegated permissions that are consented to, of Graph and of SharePoint.

    https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant
    """

    for_everybody: frozenset[Scope]
    for_some: frozenset[Scope]
    absent: frozenset[Resource] = frozenset()
    """What the tenant doesn't have at all: nothing of it can be consented to, and nothing of it is missing."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """Graph didn't show it: the HTTP status, 0 when no answer came."""

    status: int


@dataclass(frozen=True, slots=True)
class Observations:
    """Everything that was looked at, for one configuration."""

    settings: Settings
    at: float
    """When, in epoch seconds."""
    database: str | None
    """Why it can't be used and what to do, as part of a sentence; `None` when it is ready."""
    public_url: Probe
    entra: Probe
    token: TokenRefused | Silent | None
    """Why there is no token for the Bot Connector; `None` when there is one."""
    bot_metadata: Probe
    bot_keys: Probe
    graph: Probe
    registration: Registration | Unseen
    app: AppObject | Unseen
    grants: Grants | Unseen
    package: Package | None
    """`None` when none has been made here."""
