"""How a command ends that can't go on: the cause and the cure in words, never a class name or a traceback."""

import errno
import os
import traceback
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from socket import gaierror
from typing import Any

import typer

from bot.settings import PREFIX

INTERRUPTED = 130
"""What a shell expects of a command that Ctrl+C ended."""

REASONS: Mapping[int, str] = {
    errno.ENOENT: "there is no such file or folder",
    errno.EISDIR: "it is a folder, and a file is wanted",
    errno.ENOTDIR: "a part of the path is a file, and a folder is wanted",
    errno.EEXIST: "it is a file, and a folder is wanted",
    errno.EACCES: "this user may not do that",
    errno.EPERM: "this user may not do that",
    errno.EROFS: "the disk can only be read",
    errno.ENOSPC: "the disk is full",
    errno.EADDRINUSE: "the port is in use",
    errno.EADDRNOTAVAIL: "the address isn't one of this machine's",
}


class Ended(Exception):
    """The command can't go on; each line is for a person: what is wrong, and what to do."""

    def __init__(self, *lines: str, code: int = 2) -> None:
        super().__init__(*lines)
        self.lines, self.code = lines, code


def reason(failure: OSError) -> str:
    """Why the system refused, as part of a sentence."""
    if isinstance(failure, gaierror):
        return "the name isn't known"
    return REASONS.get(failure.errno or 0) or (os.strerror(failure.errno).lower() if failure.errno else "it failed")


def guarded(run: Callable[..., None]) -> Callable[..., None]:
    """The command `run`, ending in words whatever it meets; Ctrl+C ends it without any."""

    @wraps(run)
    def guard(*args: Any, **named: Any) -> None:
        try:
            run(*args, **named)
        except typer.Exit:
            raise
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except Exception as failure:
            if isinstance(failure, BrokenPipeError) or os.environ.get(f"{PREFIX}LOG_LEVEL") == "DEBUG":
                raise
            ended = as_ended(failure)
            for line in ended.lines:
                typer.echo(line, err=True)
            raise typer.Exit(ended.code) from None

    return guard


def as_ended(failure: Exception) -> Ended:
    """What to tell of a failure; of one nobody foresaw, where it happened."""
    if isinstance(failure, Ended):
        return failure
    if isinstance(failure, OSError) and failure.filename:
        return Ended(f"{failure.filename}: {reason(failure)}.")
    place = traceback.extract_tb(failure.__traceback__)[-1]
    return Ended(
        f"Sync Doctor failed, and that is its own fault ({Path(place.filename).name}, line {place.lineno}).",
        f"Please report it. With {PREFIX}LOG_LEVEL=DEBUG in the environment it shows more.",
        code=1,
    )
