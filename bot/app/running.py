"""The running bot: Microsoft's services, the database and the door; `bot.app.answering` is loaded behind it."""

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from bot.app.microsoft import microsoft
from bot.app.parts import Parts
from bot.app.web import adapter_of, application
from bot.housekeeping.recurring import set_going
from bot.ports import Clock, Person
from bot.settings import PREFIX, BadSettings, Settings
from bot.store.database import Database
from bot.store.stores import Stores
from bot.store.unreachable import DatabaseUnreachable
from bot.teams.door.adapter import TeamsAdapter
from bot.teams.running_tasks import RunningTasks
from bot.teams.sign_in.asked_from import AskedFromTeams
from bot.teams.sign_in.identity import Identity
from bot.teams.sign_in.pages import AuthPages
from bot.teams.sign_in.waiting import WaitingRoom

if TYPE_CHECKING:
    from bot.app.answering import Answering
    from bot.conversation.tools import Tools
    from bot.follow_up_loop import FollowUps

DRAIN_SECONDS = 20.0


@dataclass(frozen=True)
class Bot:
    """The running bot: its web application, and what answers, as soon as that is loaded."""

    web: web.Application
    identity: Identity
    loading: "asyncio.Future[Answering]"
    adapter: TeamsAdapter
    background: RunningTasks

    @property
    def tools(self) -> "Tools":
        """What answers are made with, for whoever wants them without Teams; after `ready`."""
        return self.loading.result().tools

    @property
    def follow_ups(self) -> "FollowUps":
        """What is looked at again later; after `ready`."""
        return self.loading.result().follow_ups

    async def ready(self) -> None:
        """Wait until messages can be answered; raises what prevents it."""
        await asyncio.shield(self.loading)

    async def idle(self) -> None:
        """Nothing is being answered, nor being finished in the background."""
        await self.adapter.idle()
        await self.background.idle()
        await self.follow_ups.idle()


@asynccontextmanager
async def running(settings: Settings, clock: Clock, patience: Sequence[float] | None = None) -> AsyncGenerator[Bot]:
    """The bot, to be served at once and taken down tidily; what comes before it is ready waits.

    `patience`, in seconds, is for reading back what was written. Raises `BadSettings` when the database can't be used.
    """
    async with opened(settings, clock) as stores, microsoft(settings) as outside:
        background, room = RunningTasks("background work"), WaitingRoom(time.time)
        parts = Parts(settings, clock, stores, outside, room, background, patience)
        loading = asyncio.ensure_future(asyncio.to_thread(loaded, parts))
        adapter = adapter_of(settings, outside, loading)
        known = AskedFromTeams(outside.connector, resumed_by(loading))
        pages = AuthPages(outside.identity, outside.pages, room, settings.public_url, known)
        try:
            async with following_up(loading):
                yield Bot(application(adapter, loading, pages), outside.identity, loading, adapter, background)
        finally:
            await asyncio.wait([loading])
            await adapter.drain(DRAIN_SECONDS)
            await background.drain(DRAIN_SECONDS)


def resumed_by(loading: "asyncio.Future[Answering]") -> Callable[[Person], Awaitable[None]]:
    """What answers whatever waits for somebody's sign-in, as soon as it is loaded."""

    async def resume(person: Person) -> None:
        await (await asyncio.shield(loading)).signed_in.resume(person)

    return resume


def loaded(parts: Parts) -> "Answering":
    """What answers: cards, diagnoses and language models take longer to load than the rest of the process."""
    from bot.app.answering import answering, warm_up  # noqa: PLC0415

    warm_up()
    return answering(parts)


@asynccontextmanager
async def opened(settings: Settings, clock: Clock) -> AsyncGenerator[Stores]:
    """The database, migrated, and what is kept in it. Raises `BadSettings` without one."""
    async with AsyncExitStack() as at_the_end:
        try:
            database = Database.open(settings.database_url.get_secret_value())
            at_the_end.push_async_callback(database.close)
            await database.reach()
            await database.migrate()
        except (ValueError, DatabaseUnreachable) as failed:
            raise BadSettings((f"{PREFIX}DATABASE_URL can't be used: {failed}.",)) from None
        stores = Stores.on(database, clock)
        at_the_end.push_async_callback(stores.close)
        await set_going(stores.follow_ups, clock.now())
        yield stores


@asynccontextmanager
async def following_up(loading: "asyncio.Future[Answering]") -> AsyncGenerator[None]:
    """Look at what is due, as soon as that is loaded, until the end; then leave the rest to other replicas."""

    async def follow() -> None:
        await asyncio.wait([loading])
        if loading.exception() is None:
            await loading.result().follow_ups.run()

    following = asyncio.create_task(follow())
    try:
        yield
    finally:
        await asyncio.wait([loading])
        if loading.exception() is None:
            await loading.result().follow_ups.drain(DRAIN_SECONDS)
        await asyncio.wait([following])
