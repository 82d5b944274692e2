"""A simulated company and the bot beside it, both on loopback, for every command that needs no cloud."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import create_server
from tempfile import TemporaryDirectory

import typer
from aiohttp import web
from pydantic import SecretStr, ValidationError

from bot.app import Bot, running
from bot.app.web import served
from bot.remediate import PATIENCE
from bot.sandbox.company import COMPANIES, Company, faults, load
from bot.sandbox.server import Issuers, Sandbox
from bot.sandbox.teams_client import TeamsClient
from bot.sandbox.world import Wire
from bot.settings import Settings

CONTOSO = COMPANIES / "contoso.json"
ANY_PORT = 0


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
    with TemporaryDirectory(prefix="syncdoctor-") as folder, create_server(("127.0.0.1", bot_port)) as listening:
        async with Sandbox(company, port, traffic=traffic, issuers=issuers) as sandbox:
            address = f"127.0.0.1:{listening.getsockname()[1]}"
            sandbox.registration.domain = address
            settings = settings_for(sandbox, address, database or f"sqlite:///{folder}/syncdoctor.sqlite")
            async with running(settings, sandbox.world.clock, patience) as bot:
                runner = served(bot.web, shutdown_timeout=1.0)
                await runner.setup()
                await web.SockSite(runner, listening).start()
                await bot.ready()
                sandbox.connect_bot(f"http://{address}/api/messages")
                try:
                    yield Running(sandbox, bot, f"http://{address}", settings)
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
    """The company in a file, or Contoso; a file that can't be used ends the command with what is wrong in it."""
    try:
        return load(path or CONTOSO)
    except ValidationError as bad:
        for fault in faults(bad):
            typer.echo(f"{path}: {fault}", err=True)
    except (OSError, UnicodeDecodeError) as unreadable:
        typer.echo(f"{path}: {type(unreadable).__name__}", err=True)
    raise typer.Exit(2)
