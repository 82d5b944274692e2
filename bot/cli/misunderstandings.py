"""`syncdoctor misunderstandings`: what people said was misread, without names, for the next training."""

import asyncio
from typing import Annotated

import typer

from bot.cli.ended import Ended
from bot.settings import DATABASE, PREFIX
from bot.store.database import Database
from bot.store.misunderstandings import Misunderstanding, Misunderstandings, json_lines
from bot.store.unreachable import DatabaseUnreachable


def run(
    database_url: Annotated[str, typer.Option(envvar=f"{PREFIX}DATABASE_URL", help="The bot's database.")] = DATABASE,
) -> None:
    """Write them as JSON lines, oldest first."""
    try:
        found = asyncio.run(kept(database_url))
    except (ValueError, DatabaseUnreachable) as failed:
        raise Ended(f"{PREFIX}DATABASE_URL can't be used: {failed}.") from None
    for line in json_lines(found):
        typer.echo(line)


async def kept(url: str) -> tuple[Misunderstanding, ...]:
    """Everything that was kept."""
    database = Database.open(url)
    try:
        await database.reach()
        await database.migrate()
        return await Misunderstandings(database).all()
    finally:
        await database.close()
