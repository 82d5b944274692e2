"""Whether a request to the Bot Connector comes from our bot.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#bot-to-connector
"""

import jwt
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.sandbox.connector.errors import ConnectorError
from bot.sandbox.entra import Entra
from bot.sandbox.entra.permissions import CONNECTOR


def guard(entra: Entra) -> Middleware:
    """Middleware: 401 without a valid connector token of our app; a `ConnectorError` becomes its response."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not _is_our_bot(entra, request.headers.get("Authorization", "")):
            denied = {"message": "Authorization has been denied for this request."}
            return web.json_response(denied, status=401, headers={"WWW-Authenticate": "Bearer"})
        try:
            return await handler(request)
        except ConnectorError as refusal:
            return refusal.response()

    return check


def _is_our_bot(entra: Entra, header: str) -> bool:
    scheme, _, token = header.partition(" ")
    if scheme.casefold() != "bearer":
        return False
    try:
        claims = entra.issuer.verify(token, audience=CONNECTOR, issuer=entra.connector_token_issuer)
    except jwt.InvalidTokenError:
        return False
    return claims.get("appid") == entra.registration.client_id and claims.get("tid") == entra.world.tenant
