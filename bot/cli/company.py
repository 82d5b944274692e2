"""A simulated company and the bot beside it, both on loopback, for every command that needs no cloud."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import create_server, socket
from tempfile import TemporaryDirectory

from aiohttp import web
from pydantic import SecretStr, ValidationError

from bot.app import Bot, running
from bot.app.web import served
from bot.cli.ended import Ended, reason
from bot.cli.ports import named_by
from bot.cli.progress import progress
from bot.remediate import PATIENCE
from bot.sandbox.company import COMPANIES, Company, faults, load
from bot.sandbox.server import Issuers, Sandbox
from bot.sandbox.teams_client import TeamsClient
from bot.sandbox.world import Wire
from bot.settings import Settings

CONTOSO = COMPANIES / "contoso.json"
ANY_PORT = 0
MOST_FAULTS = 20


@dataclass(frozen=True)
class Running:
    """Both of them, and where the bot listens."""

    sandbox: Sandbox
    bot: Bot
    url: str
    settings: Settings

    def group(self, name: str) -> Wire:
        """The group with this name as it is now in the company; raises `StopIteration` when there is none."""
        return next(group for group in self.sandbox.world.groups.values() if group["displayName"] == name)

    async def settled(self, client: TeamsClient) -> None:
        """Wait until the bot has said all it has to say, and the client has done what that made it do."""
        for _ in range(3):  # a sign-in makes the client answer, and that answer makes the bot speak
            await client.settled()
            await self.bot.idle()


@asynccontextmanager
async def company_and_bot(
    company: Company,
    *,
    port: int = ANY_PORT,
    bot_port: int = ANY_PORT,
    database: str | None = None,
    traffic: Path | None = None,
    patience: Sequence[float] = PATIENCE,
    issuers: Issuers | None = None,
) -> AsyncGenerator[Running]:
    """A company and a bot that knows no other; without a `database` URL what the bot remembers is gone afterwards."""
    async with AsyncExitStack() as at_the_end:
        with progress(f"Opening {company.organization.display_name}…"):
            folder = at_the_end.enter_context(TemporaryDirectory(prefix="syncdoctor-"))
            with named_by("--bot-port", bot_port):
                listening = at_the_end.enter_context(create_server(("127.0.0.1", bot_port)))
            with named_by("--port", port):
                sandbox = Sandbox(company, port, traffic=traffic, issuers=issuers)
                await at_the_end.enter_async_context(sandbox)
            address = f"127.0.0.1:{listening.getsockname()[1]}"
            sandbox.registration.domain = address
            settings = settings_for(sandbox, address, database or f"sqlite:///{folder}/syncdoctor.sqlite")
            bot = await at_the_end.enter_async_context(running(settings, sandbox.world.clock, patience))
            await at_the_end.enter_async_context(listened_for(bot, listening))
            sandbox.connect_bot(f"http://{address}/api/messages")
        yield Running(sandbox, bot, f"http://{address}", settings)


@asynccontextmanager
async def listened_for(bot: Bot, listening: socket) -> AsyncGenerator[None]:
    """The bot answers at this socket, and has loaded all it answers with."""
    runner = served(bot.web, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        await bot.ready()
        yield
    finally:
        await runner.cleanup()


def settings_for(sandbox: Sandbox, address: str, database: str) -> Settings:
    """A bot registered in this company, listening at `address` (host and port)."""
    return Settings(
        app_id=sandbox.app_id,
        tenant_id=sandbox.world.tenant,
        public_url=f"http://{address}",
        app_secret=SecretStr(sandbox.app_secret),
        database_url=SecretStr(database),
        sandbox=sandbox.url,
    )


def read_company(path: Path | None) -> Company:
    """The company in a file, or Contoso; raises `Ended` with what is wrong with the file."""
    try:
        return load(path or CONTOSO)
    except ValidationError as bad:
        found = [f"{path}: {fault}" for fault in faults(bad)]
        more = [f"… and {len(found) - MOST_FAULTS} more."] if len(found) > MOST_FAULTS else []
        raise Ended(*found[:MOST_FAULTS], *more, f"How a company is written: {COMPANIES / 'README.md'}") from None
    except OSError as failure:
        raise Ended(f"{path}: {reason(failure)}. --company takes a JSON file that holds a company.") from None
