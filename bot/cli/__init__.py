"""`syncdoctor`: the bot on the command line."""

from importlib import import_module
from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command as command_of

from bot.cli.ended import guarded

COMMANDS = ("demo", "serve", "ask", "chat", "understand", "package", "check", "misunderstandings")
"""Each is a module here with a function `run`."""


class Commands(TyperGroup):
    """Imports the command that is wanted and no other: `serve` must not carry a simulated company in its memory."""

    def list_commands(self, ctx: Any) -> list[str]:
        """All of them, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """One by name, `None` when there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        alone.command(cmd_name)(guarded(import_module(f"{__name__}.{cmd_name}").run))
        return command_of(alone)


app = typer.Typer(
    name="syncdoctor",
    cls=Commands,
    help="Why can't this person do this to that? A Teams bot for groups, photos and directory sync.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def tell_version(wanted: bool) -> None:
    """Write which version this is, and end."""
    if wanted:
        typer.echo(f"syncdoctor {version('syncdoctor')}")
        raise typer.Exit


@app.callback()
def syncdoctor(
    _version: Annotated[
        bool, typer.Option("--version", callback=tell_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Why can't this person do this to that? A Teams bot for groups, photos and directory sync."""
