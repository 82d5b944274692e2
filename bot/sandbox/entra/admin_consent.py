"""`/{tenant}/v2.0/adminconsent`: where an administrator grants scopes for the whole company.

https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
"""

from aiohttp import web

from bot.sandbox.entra import errors, pages
from bot.sandbox.entra.consent import consent_for_all, may_consent_for_all
from bot.sandbox.entra.permissions import GRAPH, read_scope
from bot.sandbox.entra.registration import AppRegistration
from bot.sandbox.entra.reply import known_redirect, origin_of, with_parameters
from bot.sandbox.entra.resources import resources, written
from bot.sandbox.world import World


class AdminConsentPage:
    """Asks an administrator; anybody else meets "Need admin approval"."""

    def __init__(self, world: World, registration: AppRegistration) -> None:
        self._world, self._registration = world, registration

    def routes(self) -> list[web.RouteDef]:
        """Where it is served."""
        path = "/{tenant}/v2.0/adminconsent"
        return [web.get(path, self._ask), web.post(path, self._decide)]

    async def _ask(self, request: web.Request) -> web.Response:
        try:
            redirect, scopes = self._read(request)
        except errors.EntraError as refusal:
            return pages.refused(refusal.body(self._world.clock.now())["error_description"])
        people = [str(self._world.users[p.user]["userPrincipalName"]) for p in self._world.company.personas]
        hint = request.query.get("login_hint", "")
        return pages.question(
            self._registration.name,
            sorted(scopes),
            hint=hint,
            people=people,
            for_all=True,
            leads_to=origin_of(redirect),
        )

    async def _decide(self, request: web.Request) -> web.Response:
        try:
            redirect, scopes = self._read(request)
        except errors.EntraError as refusal:
            return pages.refused(refusal.body(self._world.clock.now())["error_description"])
        form = await request.post()
        if form.get("decision") != "accept":
            raise web.HTTPFound(self._back(request, redirect, errors.declined(self._registration.name)))
        person = self._world.user(str(form.get("user", "")))
        if person is None or not may_consent_for_all(self._world, person["id"]):
            return_to = self._back(request, redirect, errors.admin_approval_needed(self._registration.name))
            return pages.approval_needed(self._registration.name, sorted(scopes), return_to)
        consent_for_all(self._world, scopes)
        answer = {
            "admin_consent": "True",
            "tenant": self._world.tenant,
            "state": request.query.get("state"),
            "scope": " ".join(scope if "/" in scope else f"{GRAPH}/{scope}" for scope in sorted(scopes)),
        }
        raise web.HTTPFound(with_parameters(redirect, answer))

    def _read(self, request: web.Request) -> tuple[str, frozenset[str]]:
        tenant = request.match_info["tenant"]
        if tenant != self._world.tenant:
            raise errors.unknown_tenant(tenant)
        redirect = known_redirect(self._registration, request.query)
        wanted = read_scope(request.query.get("scope", ""), resources(self._world))
        names = wanted.names - {".default"}
        return redirect, frozenset(written(wanted.resource, name) for name in names)

    def _back(self, request: web.Request, redirect: str, refusal: errors.EntraError) -> str:
        body = refusal.body(self._world.clock.now())
        answer = {"error": refusal.error, "error_description": body["error_description"]}
        return with_parameters(redirect, answer | {"state": request.query.get("state")})
