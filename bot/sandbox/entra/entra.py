"""Entra for one company and one app registration, as a part of the sandbox's server."""

from collections.abc import Iterable

from aiohttp import web

from bot.sandbox.entra.admin_consent import AdminConsentPage
from bot.sandbox.entra.assertion import AssertionCheck
from bot.sandbox.entra.authorize import AuthorizePage
from bot.sandbox.entra.grants import Grants
from bot.sandbox.entra.metadata import Metadata
from bot.sandbox.entra.registration import AppRegistration
from bot.sandbox.entra.token_endpoint import TokenEndpoint
from bot.sandbox.entra.tokens import LIFETIME, TokenMint
from bot.sandbox.issuer import Issuer
from bot.sandbox.world import World


class Entra:
    """login.microsoftonline.com; consent lives in `world.admin_consent` and `world.user_consent`."""

    def __init__(self, world: World, issuer: Issuer, registration: AppRegistration) -> None:
        self.world, self.issuer, self.registration = world, issuer, registration
        self._mint = TokenMint(world, issuer, registration)
        self._grants = Grants(
            world, registration, self._mint, AssertionCheck(issuer, registration, self._mint.v2_issuer)
        )

    @property
    def connector_token_issuer(self) -> str:
        """`iss` of the tokens Microsoft's own APIs (Graph, the Bot Connector) accept from this tenant."""
        return self._mint.v1_issuer

    def sso_token(self, user_id: str, *, lifetime: int = LIFETIME) -> str:
        """What Teams mints for the person and hands the bot: for the bot's own API, valid `lifetime` seconds."""
        return self._mint.sso(user_id, lifetime=lifetime)

    def graph_token(self, user_id: str, scopes: Iterable[str], *, acrs: Iterable[str] = ()) -> str:
        """A delegated Graph token for tests, whatever was consented to; scopes by their short names."""
        return self._mint.delegated(user_id, scopes, acrs=acrs)

    def sharepoint_token(self, user_id: str, scopes: Iterable[str], host: str) -> str:
        """A delegated token for SharePoint at `host` for tests, whatever was consented to; scopes by short names."""
        return self._mint.delegated(user_id, scopes, to=f"https://{host}")

    def app_token(self, resource: str) -> str:
        """The bot's own token for `https://graph.microsoft.com` or `https://api.botframework.com`, for tests."""
        return self._mint.app_only(resource)

    def app(self) -> web.Application:
        """To be mounted at `/login.microsoftonline.com`."""
        app = web.Application()
        parts = (
            Metadata(self.world, self.issuer),
            TokenEndpoint(self.world, self.registration, self._grants),
            AuthorizePage(self.world, self.registration, self._grants.sessions),
            AdminConsentPage(self.world, self.registration),
        )
        for part in parts:
            app.router.add_routes(part.routes())
        return app
