"""The ways to Microsoft's services: one pool of connections, one token for the Bot Connector."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import aiohttp

from bot import scopes
from bot.app.parts import Outside
from bot.graph.app_token import app_token
from bot.graph.entra_client import EntraClient
from bot.graph.entra_keys import EntraKeys
from bot.graph.sign_in import InteractiveSignIn
from bot.graph.tokens import UserTokens
from bot.outgoing import outgoing
from bot.pictures.darkroom import Darkroom
from bot.settings import Settings
from bot.teams.connector.http import ConnectorHttp
from bot.teams.connector.pictures import SentPictures
from bot.teams.connector.token import ConnectorToken
from bot.teams.sign_in.identity import Identity

CONNECTIONS = 100


@asynccontextmanager
async def microsoft(settings: Settings) -> AsyncGenerator[Outside]:
    """Microsoft's services, as one deployment reaches them; nothing is asked of them yet."""
    connections = aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=60)
    client = EntraClient(
        app_id=settings.app_id,
        tenant=settings.tenant_id,
        credential=settings.credential,
        endpoints=settings.endpoints,
    )
    token = ConnectorToken(lambda: app_token(client))
    async with outgoing(connections) as http:
        tokens = UserTokens(client, now=time.time, admin_scopes=scopes.ADMIN_CONSENT)
        pages = InteractiveSignIn(client, tokens, redirect_uri=settings.redirect_uri, now=time.time)
        keys = EntraKeys(http, tenant=settings.tenant_id, endpoints=settings.endpoints, now=time.time)
        darkroom = Darkroom()
        identity = Identity(
            settings=settings, http=http, tokens=tokens, pages=pages, keys=keys, darkroom=darkroom, now=time.time
        )
        sent = SentPictures(http, token, settings.endpoints.reach)
        try:
            yield Outside(http, identity, pages, ConnectorHttp(http, token), sent, darkroom)
        finally:
            await token.close()
            await asyncio.to_thread(client.close)
            darkroom.close()
