"""The Bot Connector for one company and one bot, as a part of the sandbox's server."""

from collections.abc import Callable

from aiohttp import ClientSession, web

from bot.sandbox.connector.activities import ActivityWriter, Sender
from bot.sandbox.connector.attachments import Attachments
from bot.sandbox.connector.authentication import guard
from bot.sandbox.connector.board import Board, Event
from bot.sandbox.connector.channel import ChannelTokens
from bot.sandbox.connector.conversations import Conversations
from bot.sandbox.connector.postman import Delivery, Postman
from bot.sandbox.connector.rest import ActivityRoutes
from bot.sandbox.connector.roster import RosterRoutes
from bot.sandbox.entra import Entra
from bot.sandbox.issuer import Issuer
from bot.sandbox.world import Wire


class Connector:
    """smba.trafficmanager.net and login.botframework.com, and the way from a person to the bot."""

    def __init__(self, entra: Entra, channel_issuer: Issuer, service_url: str, session: ClientSession) -> None:
        self.service_url, self.channel_issuer = service_url, channel_issuer
        self._entra = entra
        self.tokens = ChannelTokens(channel_issuer, entra.registration, service_url)
        self.postman = Postman(session, self.tokens)
        self.conversations = Conversations(entra.world, entra.registration)
        self.board = Board(entra.world.clock)
        self.attachments = Attachments(service_url)
        self.writer = ActivityWriter(entra.world, self.conversations, service_url)

    def channel_token(self, *, service_url: str | None = None, lifetime: int = 3600) -> str:
        """A token Teams would show the bot; `lifetime` in seconds, negative for one that has expired."""
        return self.tokens.mint(service_url=service_url, lifetime=lifetime)

    def watch(self, watcher: Callable[[Event], None]) -> Callable[[], None]:
        """Tell `watcher` of everything posted from now on; returns what ends it."""
        return self.board.watch(watcher)

    async def deliver(self, activity: Wire) -> Delivery:
        """Hand the bot an activity; every activity gets an id of its own."""
        return await self.postman.deliver({"id": self.board.new_id(), **activity})

    async def install(self, user: str, locale: str = "en-US") -> list[Delivery]:
        """Install the bot for `user` and tell it: conversationUpdate, then installationUpdate."""
        self._entra.world.installed_for.add(user)
        return await self._installation(user, locale, "add")

    async def uninstall(self, user: str, locale: str = "en-US") -> list[Delivery]:
        """Remove the bot from `user` and tell it; it can't write to them any more."""
        self._entra.world.installed_for.discard(user)
        return await self._installation(user, locale, "remove")

    async def _installation(self, user: str, locale: str, action: str) -> list[Delivery]:
        place = self.conversations.personal(user)
        told = self.writer.installation(Sender(user, locale), place, action)
        return [await self.deliver(activity) for activity in told]

    def app(self) -> web.Application:
        """To be mounted at `/smba.trafficmanager.net/emea`."""
        app = web.Application(middlewares=[guard(self._entra)], client_max_size=1024 * 1024)
        world = self._entra.world
        activities = ActivityRoutes(world, self.conversations, self.board, self.writer)
        app.router.add_routes(activities.routes())
        app.router.add_routes(self.attachments.routes())
        app.router.add_routes(RosterRoutes(world, self.conversations).routes())
        return app
