"""Tokens of people for Graph and SharePoint: their SSO token exchanged on their behalf, in memory and nowhere else.

A sign-out and all tokens are this process's own; another replica asks Teams for the SSO token itself.
https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import jwt

from bot.graph.entra_client import Answer, EntraClient, Msal, Wallet
from bot.graph.entra_errors import (
    ChallengeNeeded,
    ConsentNeeded,
    EntraRefused,
    SignInNeeded,
    problem_in,
)
from bot.graph.id_token import fault_in
from bot.graph.scope_names import WantedScopes, granted, wanted
from bot.graph.signed_in_people import LONGEST_ASSERTION, Person, SignedIn, SignedInPeople, Token
from bot.scopes import Scope

CAPACITY = 2_000
IDLE_SECONDS = 8 * 3600.0
USUAL_LIFETIME = 3600.0


class UserTokens:
    """Hands out tokens of the people who talk to the bot.

    `now` gives epoch seconds. `admin_scopes` are the permissions only an administrator can consent to:
    https://learn.microsoft.com/graph/permissions-reference
    """

    def __init__(
        self,
        client: EntraClient,
        *,
        now: Callable[[], float],
        admin_scopes: frozenset[Scope] = frozenset(),
        capacity: int = CAPACITY,
        idle: float = IDLE_SECONDS,
    ) -> None:
        self._client = client
        self._now = now
        self._admin_scopes = frozenset(scope.folded for scope in admin_scopes)
        self._people = SignedInPeople(capacity=capacity, idle=idle, now=now)

    async def remember(self, person: Person, assertion: str) -> None:
        """Keep the person's SSO token. `bot.graph.sso_assertion` must have validated it.

        Raises `SignInNeeded("signed_out")` for a token from before the person signed out, and `ValueError` for one that
        isn't the person's.
        """
        claims = _unverified(assertion)
        if (claims.get("tid"), claims.get("oid")) != person:
            raise ValueError("the assertion is another person's")
        if self._people.is_from_before_sign_out(person, float(claims["iat"])):
            raise SignInNeeded("signed_out")
        held = self._people.open(person)
        if claims["exp"] >= held.assertion_expires_at:
            held.assertion, held.assertion_expires_at = assertion, float(claims["exp"])

    def adopt(self, person: Person, wallet: Wallet, answer: Answer, scopes: Sequence[str]) -> None:
        """Keep what an interactive sign-in of `person` for `scopes` brought: the wallet, and its first token."""
        asked, now = wanted(scopes), self._now()
        self._people.sign_in_again(person)
        held = self._people.open(person)
        held.wallet = wallet
        # Whatever was held may be what the sign-in had to replace.
        held.tokens.clear()
        held.keep(asked, _token(answer, asked, now), now)

    async def get(self, person: Person, scopes: Sequence[str] = (), claims: str | None = None) -> Token:
        """A token for `scopes`, at least; without any, for all of Graph that has been consented to.

        Short names are Graph's, SharePoint's are written in full.

        `claims` is the JSON of a challenge from Graph: tokens held are then passed over. Callers who ask for the same
        thing at the same time share one exchange. Raises the exceptions of `bot.graph.entra_errors`.
        """
        asked, now = wanted(scopes), self._now()
        held = self._people.find(person)
        if held is None:
            raise SignInNeeded("absent")
        if claims is None and (token := held.covering(asked, now)):
            return token
        under_way = held.under_way.get((asked, claims)) or self._start(held, person, asked, claims)
        # One caller giving up must not take the token from the others.
        return await asyncio.shield(under_way)

    def forget(self, person: Person) -> None:
        """Sign out: drop all tokens, and refuse SSO tokens issued until now, which Teams may still hold."""
        self._people.sign_out(person)

    def _start(self, held: SignedIn, person: Person, asked: WantedScopes, claims: str | None) -> asyncio.Task[Token]:
        task = asyncio.create_task(self._obtain(held, person, asked, claims))
        held.under_way[asked, claims] = task
        task.add_done_callback(lambda done: _finished(held, (asked, claims), done))
        return task

    async def _obtain(self, held: SignedIn, person: Person, asked: WantedScopes, claims: str | None) -> Token:
        answer = await self._exchange(held, asked, claims)
        now = self._now()
        if identity := answer.get("id_token_claims"):  # refreshed without: it is whose the refresh token is
            fault = fault_in(identity, person, app_id=self._client.app_id, now=now)
            if fault is not None:
                raise EntraRefused(fault)
        token = _token(answer, asked, now)
        if missing := asked.missing_from(token.scopes):
            lacking = asked.of(missing)
            raise ConsentNeeded(lacking, admin=any(scope.folded in self._admin_scopes for scope in lacking))
        if self._people.find(person) is not held:
            raise SignInNeeded("signed_out")
        if claims is not None:
            # The challenge was about the person, so the other tokens would be refused as well.
            held.tokens.clear()
        held.keep(asked, token, now)
        return token

    async def _exchange(self, held: SignedIn, asked: WantedScopes, claims: str | None) -> Answer:
        """The SSO token first; an interactive sign-in's refresh token where that isn't enough."""
        problem: SignInNeeded | ChallengeNeeded = SignInNeeded("expired" if held.assertion else "absent")
        if held.assertion and self._now() < held.assertion_expires_at:
            answer = await self._client.call(_on_behalf_of(held.assertion, asked, claims))
            if "access_token" in answer:
                return answer
            found = problem_in(answer, asked.scopes, self._admin_scopes)
            if not isinstance(found, SignInNeeded | ChallengeNeeded):
                raise found
            problem = found
        if held.wallet is not None:
            answer = await self._client.call(_refreshed(asked, claims), held.wallet)
            if "access_token" in answer:
                return answer
            raise problem_in(answer, asked.scopes, self._admin_scopes)
        raise problem


def _on_behalf_of(assertion: str, asked: WantedScopes, claims: str | None) -> Callable[[Msal], Answer]:
    return lambda msal: msal.acquire_token_on_behalf_of(assertion, asked.for_entra(), claims_challenge=claims)


def _refreshed(asked: WantedScopes, claims: str | None) -> Callable[[Msal], Answer]:
    def work(msal: Msal) -> Answer:
        accounts = msal.get_accounts()
        if not accounts:
            return {"error": "login_required"}
        # Tokens still good are held by us; MSAL is only asked for new ones.
        answer = msal.acquire_token_silent_with_error(
            asked.for_entra(), accounts[0], force_refresh=True, claims_challenge=claims
        )
        return answer or {"error": "login_required"}

    return work


def _token(answer: Answer, asked: WantedScopes, now: float) -> Token:
    return Token(str(answer["access_token"]), granted(answer.get("scope"), asked), now + lifetime_in(answer))


def lifetime_in(answer: Answer) -> float:
    """The seconds a new token is good for; an hour when the response doesn't say, which RFC 6749 §5.1 allows.

    https://learn.microsoft.com/entra/identity-platform/configurable-token-lifetimes#access-tokens
    """
    said = answer.get("expires_in")
    try:
        seconds = float(said) if said is not None else USUAL_LIFETIME
    except (TypeError, ValueError):
        return USUAL_LIFETIME
    return seconds if 0 <= seconds <= LONGEST_ASSERTION else USUAL_LIFETIME


def _unverified(assertion: str) -> dict[str, Any]:
    """The claims, which `sso_assertion` has verified before. Raises `ValueError` when it can't be such a token."""
    try:
        return jwt.decode(assertion, options={"verify_signature": False, "require": ["exp", "iat"]})
    except jwt.InvalidTokenError:
        raise ValueError("not a JSON Web Token") from None


def _finished(held: SignedIn, key: tuple[WantedScopes, str | None], task: asyncio.Task[Token]) -> None:
    """Make room for the next exchange, and look at the exception: its callers may all have gone."""
    held.under_way.pop(key, None)
    if not task.cancelled():
        task.exception()
