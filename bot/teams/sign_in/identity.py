"""Whose rights the bot has: SSO tokens checked and kept, sign-in pages finished, Graph opened as a person."""

from collections.abc import Callable, Sequence

import aiohttp

from bot.graph.client import GraphClient, Traffic
from bot.graph.entra_keys import EntraKeys
from bot.graph.sharepoint.client import GraphAndSharePoint, Way
from bot.graph.sharepoint.hosts import Hosts
from bot.graph.sign_in import InteractiveSignIn
from bot.graph.sso_assertion import ExpectedAssertion, validate_assertion
from bot.graph.tokens import UserTokens
from bot.pictures.darkroom import Darkroom
from bot.ports import Person
from bot.scopes import Scope
from bot.settings import Settings

FIRST_SCOPES = (Scope.of_graph("User.Read"),)
"""What a browser sign-in asks for when nothing in particular is missing: everybody can consent to it."""


class Identity:
    """The tokens of the people who talk to the bot; in memory only."""

    def __init__(
        self,
        *,
        settings: Settings,
        http: aiohttp.ClientSession,
        tokens: UserTokens,
        pages: InteractiveSignIn,
        keys: EntraKeys,
        darkroom: Darkroom,
        now: Callable[[], float],
    ) -> None:
        self._http = http
        self._root = settings.endpoints.graph
        self._reach = settings.endpoints.reach
        self._hosts = Hosts(now)
        self._tokens = tokens
        self._pages = pages
        self._keys = keys
        self._darkroom = darkroom
        self._now = now
        self._expected = ExpectedAssertion(frozenset({settings.app_id, settings.app_id_uri}), settings.tenant_id)

    def graph(self, person: Person, scopes: Sequence[str] = (), traffic: Traffic | None = None) -> GraphClient:
        """Graph and SharePoint as this person; nothing is asked before the first request."""

        async def token() -> str:
            return (await self._tokens.get((person.tenant, person.id), scopes)).secret

        async def token_for(scope: str) -> str:
            return (await self._tokens.get((person.tenant, person.id), (scope,))).secret

        way = Way(person.tenant, self._hosts, self._reach, token_for, self._darkroom)
        return GraphAndSharePoint(self._http, self._root, token, way, traffic)

    async def accept(self, person: Person, assertion: str) -> None:
        """Keep an SSO token Teams brought. Raises `AssertionRefused`, or a `TokenProblem`."""
        known = await validate_assertion(
            assertion,
            self._expected,
            sender=person.id,
            find_key=self._keys.key,
            now=self._now(),
        )
        await self._tokens.remember(known, assertion)

    async def prove(self, person: Person, scopes: Sequence[Scope]) -> None:
        """Make sure that a token for these scopes can be had. Raises a `TokenProblem`."""
        await self._tokens.get((person.tenant, person.id), [scope.in_full for scope in scopes])

    async def page_for(
        self,
        person: Person,
        scopes: Sequence[Scope],
        claims: str | None,
        *,
        prompt: str,
        hint: str | None,
        choose: bool,
    ) -> str:
        """The address of Entra's page where this person signs in and consents. Raises a `TokenProblem`.

        `prompt` comes back when the sign-in is refused; `hint` is who they are to Entra, unless they `choose`.
        """
        key, asked = (person.tenant, person.id), [scope.in_full for scope in scopes or FIRST_SCOPES]
        return await self._pages.begin(key, asked, claims, login_hint=hint, choose=choose, prompt=prompt)

    def redeem(self, code: str, person: Person) -> bool:
        """Whether this is the code that this person's sign-in page handed out; it works once."""
        return self._pages.redeem(code, (person.tenant, person.id))

    def forget(self, person: Person) -> None:
        """Drop this person's tokens: from now on they are signed out."""
        self._tokens.forget((person.tenant, person.id))
