"""`POST /{tenant}/oauth2/v2.0/token`: checks who asks, then lets the grant answer."""

from collections.abc import Callable
from secrets import compare_digest
from urllib.parse import parse_qsl

from aiohttp import web

from bot.sandbox.entra import errors
from bot.sandbox.entra.client_assertion import ASSERTION_TYPE, refuse_unless_its_own
from bot.sandbox.entra.grants import Form, Grants
from bot.sandbox.entra.metadata import HOST
from bot.sandbox.entra.registration import AppRegistration
from bot.sandbox.world import Wire, World

JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"


class TokenEndpoint:
    """The one address every token comes from."""

    def __init__(self, world: World, registration: AppRegistration, grants: Grants) -> None:
        self._world, self._registration = world, registration
        self._served: dict[str, Callable[[Form], Wire]] = {
            "client_credentials": grants.client_credentials,
            "authorization_code": grants.authorization_code,
            "refresh_token": grants.refresh_token,
            JWT_BEARER: grants.on_behalf_of,
        }

    def routes(self) -> list[web.RouteDef]:
        """Where it is served."""
        return [web.post("/{tenant}/oauth2/v2.0/token", self._answer)]

    async def _answer(self, request: web.Request) -> web.Response:
        form = dict(parse_qsl((await request.read()).decode(errors="replace")))
        try:
            body = self._token(request.match_info["tenant"], form)
        except errors.EntraError as refusal:
            return web.json_response(refusal.body(self._world.clock.now()), status=refusal.status)
        return web.json_response(body, headers={"Cache-Control": "no-store"})

    def _token(self, tenant: str, form: Form) -> Wire:
        if tenant != self._world.tenant:
            raise errors.unknown_tenant(tenant)
        grant = form.get("grant_type")
        if not grant:
            raise errors.missing_parameter("grant_type")
        self._refuse_unless_our_app(form)
        if grant not in self._served:
            raise errors.unsupported_grant(grant)
        return self._served[grant](form)

    def _refuse_unless_our_app(self, form: Form) -> None:
        client_id, secret, assertion = (form.get(name) for name in ("client_id", "client_secret", "client_assertion"))
        if not client_id:
            raise errors.missing_parameter("client_id")
        if client_id != self._registration.client_id:
            raise errors.unknown_app(client_id)
        if not self._registration.enabled:
            raise errors.app_disabled(client_id)
        if assertion and form.get("client_assertion_type") == ASSERTION_TYPE:
            here = f"https://{HOST}/{self._world.tenant}/oauth2/v2.0/token"
            refuse_unless_its_own(assertion, self._registration, here)
            return
        self._refuse_unless_its_secret(client_id, secret)

    def _refuse_unless_its_secret(self, client_id: str, secret: str | None) -> None:
        if not secret:
            raise errors.missing_secret()
        if not compare_digest(secret.encode(), self._registration.secret.encode()):
            raise errors.bad_secret(client_id)
        ends = self._registration.secret_ends
        if ends and ends <= self._world.clock.now():
            raise errors.secret_expired(client_id)
