"""How Teams proves itself to the bot: signed channel tokens, and the keys to check them with.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

from aiohttp import web

from bot.sandbox.entra.registration import AppRegistration
from bot.sandbox.issuer import Issuer

CHANNEL_ISSUER = "https://api.botframework.com"


class ChannelTokens:
    """Mints tokens of the Bot Framework channel and publishes its documents."""

    def __init__(self, issuer: Issuer, registration: AppRegistration, service_url: str) -> None:
        self._issuer, self._registration, self._service_url = issuer, registration, service_url

    def mint(self, *, service_url: str | None = None, lifetime: int = 3600) -> str:
        """A token for one request to the bot; `serviceurl` must be the activity's own."""
        claims = {
            "iss": CHANNEL_ISSUER,
            "aud": self._registration.client_id,
            "serviceurl": service_url or self._service_url,
        }
        return self._issuer.sign(claims, lifetime=lifetime)

    def app(self) -> web.Application:
        """To be mounted at `/login.botframework.com`."""
        app = web.Application()
        app.router.add_get("/v1/.well-known/openidconfiguration", self._configuration)
        app.router.add_get("/v1/.well-known/keys", self._keys)
        return app

    async def _configuration(self, _: web.Request) -> web.Response:
        document = {
            "issuer": CHANNEL_ISSUER,
            "authorization_endpoint": "https://invalid.botframework.com",
            "jwks_uri": "https://login.botframework.com/v1/.well-known/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
        }
        return web.json_response(document)

    async def _keys(self, _: web.Request) -> web.Response:
        return web.json_response(self._issuer.jwks())
