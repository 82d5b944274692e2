"""`syncdoctor misunderstandings`: what people said was misread, without names, for the next training."""

import asyncio
from typing import Annotated

import typer

from bot.settings import PREFIX
from bot.store.database import Database, DatabaseUnreachable
from bot.store.misunderstandings import Misunderstanding, Misunderstandings, json_lines


def run(
    database_url: Annotated[str, typer.Option(envvar=f"{PREFIX}DATABASE_URL", help="The bot's database.")],
) -> None:
    """Write them as JSON lines, oldest first."""
    try:
        found = asyncio.run(kept(database_url))
    except (ValueError, DatabaseUnreachable) as failed:
        typer.echo(f"{PREFIX}DATABASE_URL can't be used: {failed}", err=True)
        raise typer.Exit(2) from None
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
