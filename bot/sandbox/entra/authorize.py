"""`/{tenant}/oauth2/v2.0/authorize`: the page where a person signs in and consents for themselves.

https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
"""

from collections.abc import Mapping
from uuid import uuid4

from aiohttp import web

from bot.sandbox.entra import errors, pages
from bot.sandbox.entra.claims import ClaimsRequest, read_claims
from bot.sandbox.entra.consent import beyond, consent_for_self, granted
from bot.sandbox.entra.permissions import Request, read_scope
from bot.sandbox.entra.registration import AppRegistration
from bot.sandbox.entra.reply import known_redirect, origin_of, send_back, with_parameters
from bot.sandbox.entra.resources import resources, written
from bot.sandbox.entra.sessions import CODE_LIFETIME, AuthorizationCode, Session, Sessions
from bot.sandbox.world import World

Query = Mapping[str, str]


class AuthorizePage:
    """Asks the person, records consent, and sends the browser back with a code or an error."""

    def __init__(self, world: World, registration: AppRegistration, sessions: Sessions) -> None:
        self._world, self._registration, self._sessions = world, registration, sessions

    def routes(self) -> list[web.RouteDef]:
        """Where it is served."""
        path = "/{tenant}/oauth2/v2.0/authorize"
        return [web.get(path, self._ask), web.post(path, self._decide)]

    async def _ask(self, request: web.Request) -> web.Response:
        query = request.query
        try:
            redirect = self._redirect(request.match_info["tenant"], query)
        except errors.EntraError as refusal:
            return pages.refused(refusal.body(self._world.clock.now())["error_description"])
        try:
            wanted, _ = _read(query, resources(self._world))
            return self._page(query, wanted, redirect)
        except errors.EntraError as refusal:
            return self._back(redirect, query, refusal)

    async def _decide(self, request: web.Request) -> web.Response:
        query, form = request.query, await request.post()
        try:
            redirect = self._redirect(request.match_info["tenant"], query)
        except errors.EntraError as refusal:
            return pages.refused(refusal.body(self._world.clock.now())["error_description"])
        try:
            wanted, claims = _read(query, resources(self._world))
            if form.get("decision") != "accept":
                raise errors.declined(self._registration.name)
            return self._accept(query, redirect, wanted, claims, self._user(str(form.get("user", ""))))
        except errors.EntraError as refusal:
            return self._back(redirect, query, refusal)

    def _redirect(self, tenant: str, query: Query) -> str:
        if tenant != self._world.tenant:
            raise errors.unknown_tenant(tenant)
        return known_redirect(self._registration, query)

    def _page(self, query: Query, wanted: Request, redirect: str) -> web.Response:
        if query.get("prompt") == "none":
            raise errors.consent_missing(self._registration.client_id, self._registration.name)
        return pages.question(
            self._registration.name,
            sorted(wanted.names | wanted.openid),
            hint=query.get("login_hint", ""),
            people=self._people(),
            for_all=False,
            leads_to=origin_of(redirect),
        )

    def _people(self) -> list[str]:
        return [str(self._world.users[p.user]["userPrincipalName"]) for p in self._world.company.personas]

    def _user(self, name: str) -> str:
        person = self._world.user(name)
        if person is None:
            raise errors.unknown_user()
        if person.get("accountEnabled") is False:
            raise errors.account_disabled()
        return str(person["id"])

    def _accept(self, query: Query, redirect: str, wanted: Request, claims: ClaimsRequest, user: str) -> web.Response:
        scopes = frozenset(written(wanted.resource, name) for name in wanted.names - {".default"})
        if unreachable := beyond(self._world, user, scopes):
            refusal = errors.admin_approval_needed(self._registration.name)
            return_to = with_parameters(redirect, self._told(query, refusal))
            return pages.approval_needed(self._registration.name, sorted(unreachable), return_to)
        consent_for_self(self._world, user, scopes - granted(self._world, user))
        code = self._sessions.issue_code(
            AuthorizationCode(
                session=Session(user, claims.acrs),
                redirect_uri=redirect,
                challenge=query.get("code_challenge"),
                nonce=query.get("nonce"),
                expires=self._world.clock.now() + CODE_LIFETIME,
            )
        )
        answer = {"code": code, "state": query.get("state"), "session_state": str(uuid4())}
        return send_back(redirect, answer, _mode(query))

    def _back(self, redirect: str, query: Query, refusal: errors.EntraError) -> web.Response:
        return send_back(redirect, self._told(query, refusal), _mode(query))

    def _told(self, query: Query, refusal: errors.EntraError) -> dict[str, str | None]:
        description = refusal.body(self._world.clock.now())["error_description"]
        return {"error": refusal.error, "error_description": description, "state": query.get("state")}


def _mode(query: Query) -> str:
    return query.get("response_mode", "query")


def _read(query: Query, known: frozenset[str]) -> tuple[Request, ClaimsRequest]:
    """What is asked for; raises `EntraError` for a request this endpoint doesn't serve."""
    if query.get("response_type") != "code" or _mode(query) not in {"query", "form_post"}:
        raise errors.EntraError(
            "unsupported_response_type", 700054, "Only response_type 'code' by query or form_post is enabled."
        )
    if query.get("code_challenge") and query.get("code_challenge_method") != "S256":
        raise errors.EntraError("invalid_request", 501491, "The size or method of the code_challenge is not valid.")
    return read_scope(query.get("scope", ""), known), read_claims(query.get("claims"))
