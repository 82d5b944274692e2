"""`syncdoctor`: the bot on the command line."""

import typer

from bot.cli import ask, chat, check, demo, package, serve, understand

app = typer.Typer(
    name="syncdoctor",
    help="Why can't this person do this to that? A Teams bot for groups, photos and directory sync.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for command in (demo, serve, ask, chat, understand, package, check):
    app.command(command.__name__.rpartition(".")[2])(command.run)
