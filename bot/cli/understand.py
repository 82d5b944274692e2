"""`syncdoctor understand`: JSON lines of text in, JSON lines of meaning out."""

import sys

import orjson
import typer

from bot.cli.ended import Ended
from bot.understand.cli_lines import lines


def run() -> None:
    """Read {"text": …} lines from standard input; write what each means. Exit code 1 if one of them can't be read."""
    if sys.stdin.isatty():
        typer.echo('Write lines such as {"text": "why can\'t I edit Sales?"}; Ctrl+D ends.', err=True)
    broken = False
    for answer in lines(line.decode(errors="replace") for line in sys.stdin.buffer):
        typer.echo(answer)
        broken |= told_of_error(answer)
    if broken:
        raise Ended('Each line is one JSON object, such as {"text": "why can\'t I edit Sales?"}.', code=1)


def told_of_error(answer: str) -> bool:
    """Whether an answer is an error; then it is told to people as well."""
    said = orjson.loads(answer)
    if "error" not in said:
        return False
    typer.echo(f"line {said['line']}: {said['error']}", err=True)
    return True
