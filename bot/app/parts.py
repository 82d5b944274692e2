"""What the composition root hands on: Microsoft's services and the stores, as one deployment has them."""

from collections.abc import Sequence
from dataclasses import dataclass

import aiohttp

from bot.graph.sign_in import InteractiveSignIn
from bot.pictures.darkroom import Darkroom
from bot.ports import Clock
from bot.settings import Settings
from bot.store.stores import Stores
from bot.teams.connector.client import Connector
from bot.teams.connector.http import ConnectorHttp
from bot.teams.connector.pictures import SentPictures
from bot.teams.running_tasks import RunningTasks
from bot.teams.sign_in.identity import Identity
from bot.teams.sign_in.waiting import WaitingRoom


@dataclass(frozen=True)
class Outside:
    """Microsoft's services, as one deployment reaches them."""

    http: aiohttp.ClientSession
    identity: Identity
    pages: InteractiveSignIn
    connector_http: ConnectorHttp
    sent_pictures: SentPictures
    darkroom: Darkroom

    def connector(self, service_url: str) -> Connector:
        """The Bot Connector of one region."""
        return Connector(self.connector_http, service_url)


@dataclass(frozen=True)
class Parts:
    """All that answering needs."""

    settings: Settings
    clock: Clock
    stores: Stores
    outside: Outside
    room: WaitingRoom
    background: RunningTasks
    patience: Sequence[float] | None
    """Seconds before each look at what was written; `None` for the usual."""
