"""Looks at everything a configuration depends on, at the same time; what fails is an observation too."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import aiohttp

from bot.endpoints import GRAPH, LOGIN
from bot.graph.app_token import BOT_CONNECTOR, app_token
from bot.graph.entra_client import EntraClient
from bot.graph.entra_errors import EntraRefused, TokenProblem
from bot.outgoing import outgoing
from bot.preflight.directory import Directory, look_up
from bot.preflight.observations import Answered, Observations, Probe, Silent, TokenRefused, Unseen
from bot.preflight.package import DIST, package_in
from bot.preflight.probe import probe
from bot.settings import Settings
from bot.store.database import Database
from bot.store.unreachable import DatabaseUnreachable

OPENID = f"{LOGIN}/{{tenant}}/v2.0/.well-known/openid-configuration"
AS_THE_APP_SECONDS = 8.0
"""For both tokens and what Graph shows: that a service doesn't answer is a finding too."""
GRAPH_AS_THE_APP = f"{GRAPH}/.default"


async def observe(settings: Settings, *, now: Callable[[], float], dist: Path = DIST) -> Observations:
    """Look; never raises. `now` gives epoch seconds, `dist` is the folder of the Teams app package."""
    async with outgoing() as http:
        look = _Look(settings, http, now)
        database, public_url, entra, (metadata, keys), (token, directory) = await asyncio.gather(
            _database(settings),
            look.at(f"{settings.public_url}/healthz"),
            look.at(settings.endpoints.reach(OPENID.format(tenant=settings.tenant_id))),
            look.at_bot_framework(),
            look.as_the_app(),
        )
    return Observations(
        settings=settings,
        at=now(),
        database=database,
        public_url=public_url,
        entra=entra,
        token=token,
        bot_metadata=metadata,
        bot_keys=keys,
        graph=directory.graph,
        registration=directory.registration,
        app=directory.app,
        grants=directory.grants,
        package=await asyncio.to_thread(package_in, dist),
    )


class _Look:
    """The means of looking: one HTTP session, one clock."""

    def __init__(self, settings: Settings, http: aiohttp.ClientSession, now: Callable[[], float]) -> None:
        self._settings, self._http, self._now = settings, http, now

    async def at(self, url: str) -> Probe:
        return await probe(self._http, url, now=self._now)

    async def at_bot_framework(self) -> tuple[Probe, Probe]:
        """Its OpenID metadata, and the keys it points to."""
        metadata = await self.at(self._settings.endpoints.bot_openid)
        address = metadata.document.get("jwks_uri") if isinstance(metadata, Answered) else None
        if not isinstance(address, str):
            return metadata, Silent("the metadata doesn't say where")
        return metadata, await self._at_microsoft(address)

    async def as_the_app(self) -> tuple[TokenRefused | Silent | None, Directory]:
        """A token for the Bot Connector, then what Graph shows the app about itself."""
        client = EntraClient(
            app_id=self._settings.app_id,
            tenant=self._settings.tenant_id,
            credential=self._settings.credential,
            endpoints=self._settings.endpoints,
            workers=1,
        )
        token: str | TokenRefused | Silent = Silent(f"no answer within {AS_THE_APP_SECONDS:.0f} seconds")
        directory = Directory(Silent("no answer in time"), Unseen(0), Unseen(0), Unseen(0))
        try:
            async with asyncio.timeout(AS_THE_APP_SECONDS):
                token = await self._token(client, BOT_CONNECTOR)
                graph = await self._token(client, GRAPH_AS_THE_APP) if isinstance(token, str) else token
                directory = await self._directory(graph)
        except TimeoutError:
            pass
        finally:
            await asyncio.to_thread(client.close)
        return None if isinstance(token, str) else token, directory

    async def _token(self, client: EntraClient, scope: str) -> str | TokenRefused | Silent:
        try:
            return (await app_token(client, scope))[0]
        except EntraRefused as refused:
            return TokenRefused(refused.code, refused.aadsts)
        except TokenProblem:
            return Silent("Entra is throttling, failing or out of reach")

    async def _directory(self, token: str | TokenRefused | Silent) -> Directory:
        if not isinstance(token, str):
            return Directory(Silent("there is no token"), Unseen(0), Unseen(0), Unseen(0))

        async def get(address: str) -> Probe:
            url = address if "://" in address else f"{GRAPH}/v1.0{address}"
            if not url.startswith((f"{GRAPH}/", f"{self._settings.endpoints.graph}/")):
                return Silent("the next page isn't on Microsoft Graph")
            return await self._at_microsoft(url, token)

        return await look_up(self._settings.app_id, get)

    async def _at_microsoft(self, url: str, token: str | None = None) -> Probe:
        try:
            reached = self._settings.endpoints.reach(url)
        except ValueError:
            return Silent("an address that isn't https")
        return await probe(self._http, reached, now=self._now, token=token)


async def _database(settings: Settings) -> str | None:
    """Why it can't be used, in words that hold nothing of its address."""
    try:
        database = Database.open(settings.database_url.get_secret_value())
        try:
            await database.reach()
            await database.migrate()
        finally:
            await database.close()
    except (ValueError, DatabaseUnreachable) as failure:
        return str(failure)
    return None
