"""`syncdoctor`: the bot on the command line."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command as command_of

COMMANDS = ("demo", "serve", "ask", "chat", "understand", "package", "check")
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
        alone.command(cmd_name)(import_module(f"{__name__}.{cmd_name}").run)
        return command_of(alone)


app = typer.Typer(
    name="syncdoctor",
    cls=Commands,
    help="Why can't this person do this to that? A Teams bot for groups, photos and directory sync.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.callback()
def syncdoctor() -> None:
    """Why can't this person do this to that? A Teams bot for groups, photos and directory sync."""
