"""Entra's published documents: where its endpoints are and which keys it signs with.

https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc
"""

from aiohttp import web

from bot.sandbox.entra.errors import unknown_tenant
from bot.sandbox.issuer import Issuer
from bot.sandbox.world import Wire, World

HOST = "login.microsoftonline.com"


class Metadata:
    """The documents; addresses in them are Microsoft's real ones, as an outside reader would see them."""

    def __init__(self, world: World, issuer: Issuer) -> None:
        self._world, self._issuer = world, issuer

    def routes(self) -> list[web.RouteDef]:
        """Where they are served."""
        return [
            web.get("/common/discovery/instance", self._instance),
            web.get("/{tenant}/v2.0/.well-known/openid-configuration", self._configuration),
            web.get("/{tenant}/discovery/v2.0/keys", self._keys),
        ]

    async def _instance(self, _: web.Request) -> web.Response:
        aliases = [HOST, "login.windows.net", "login.microsoft.com", "sts.windows.net"]
        known = {"preferred_network": HOST, "preferred_cache": "login.windows.net", "aliases": aliases}
        discovery = f"https://{HOST}/{self._world.tenant}/v2.0/.well-known/openid-configuration"
        body = {"tenant_discovery_endpoint": discovery, "api-version": "1.1", "metadata": [known]}
        return web.json_response(body)

    async def _configuration(self, request: web.Request) -> web.Response:
        tenant = request.match_info["tenant"]
        if tenant != self._world.tenant:
            return self._unknown(tenant)
        return web.json_response(self._document(f"https://{HOST}/{tenant}"))

    def _document(self, base: str) -> Wire:
        return {
            "issuer": f"{base}/v2.0",
            "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
            "token_endpoint": f"{base}/oauth2/v2.0/token",
            "jwks_uri": f"{base}/discovery/v2.0/keys",
            "response_modes_supported": ["query", "form_post"],
            "response_types_supported": ["code"],
            "scopes_supported": ["openid", "profile", "email", "offline_access"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            "tenant_region_scope": "EU",
            "cloud_instance_name": "microsoftonline.com",
            "msgraph_host": "graph.microsoft.com",
        }

    async def _keys(self, request: web.Request) -> web.Response:
        tenant = request.match_info["tenant"]
        if tenant not in {self._world.tenant, "common"}:
            return self._unknown(tenant)
        return web.json_response(self._issuer.jwks())

    def _unknown(self, tenant: str) -> web.Response:
        return web.json_response(unknown_tenant(tenant).body(self._world.clock.now()), status=400)
