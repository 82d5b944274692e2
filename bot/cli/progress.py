"""What is being waited for, shown while it takes."""

import sys
from collections.abc import Generator
from contextlib import contextmanager

from rich.console import Console


@contextmanager
def progress(what: str) -> Generator[None]:
    """Show `what` on the terminal until it is done; a pipe or a log gets nothing of it."""
    if not sys.stderr.isatty():
        yield
        return
    with Console(stderr=True).status(what):
        yield
