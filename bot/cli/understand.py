"""`syncdoctor understand`: JSON lines of text in, JSON lines of meaning out."""

import sys

import typer

from bot.understand.cli_lines import lines


def run() -> None:
    """Read {"text": …} lines from standard input; write what each means."""
    for line in lines(sys.stdin):
        typer.echo(line)
