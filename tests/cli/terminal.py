"""A command with a terminal of its own, as a person has it: what is typed comes from a keyboard, Ctrl+C included."""

import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.cli.command import ROOT, SECONDS, environment

CONTROL_C = "\x03"
CONTROLS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
SIT_DOWN = (
    "import fcntl, termios, sys; fcntl.ioctl(0, termios.TIOCSCTTY, 0); sys.argv[0] = 'syncdoctor'\n"
    "from bot.cli import app\n"
    "app()"
)
"""What makes the terminal the one that Ctrl+C comes from, and then the command."""


@dataclass
class Terminal:
    """The command, and all it has shown so far."""

    process: "subprocess.Popen[bytes]"
    keyboard: int
    _sent: bytes = b""

    @property
    def shown(self) -> str:
        """All the words so far, without colours and movements."""
        return CONTROLS.sub("", self._sent.decode(errors="replace"))

    def type(self, keys: str) -> None:
        """Press these keys."""
        os.write(self.keyboard, keys.encode())

    def wait_for(self, words: str) -> None:
        """Read on until it shows `words`; AssertionError when it ends or is silent before that."""
        while words not in self.shown:
            assert self._read(), self.shown

    def end(self) -> int:
        """Read to the end; the exit code."""
        while self._read():
            pass
        return self.process.wait(SECONDS)

    def _read(self) -> bool:
        readable, _, _ = select.select([self.keyboard], [], [], SECONDS)
        try:
            piece = os.read(self.keyboard, 65_536) if readable else b""
        except OSError:  # the other end is closed
            piece = b""
        self._sent += piece
        return bool(piece)


@contextmanager
def terminal(*arguments: str) -> Generator[Terminal]:
    """`python -m bot` at a terminal; ended afterwards, whatever it does."""
    keyboard, screen = pty.openpty()
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", SIT_DOWN, *arguments],
        stdin=screen,
        stdout=screen,
        stderr=screen,
        cwd=ROOT,
        env=environment({"TERM": "xterm"}),
        start_new_session=True,
    )
    os.close(screen)
    try:
        yield Terminal(process, keyboard)
    finally:
        process.kill()
        process.wait()
        os.close(keyboard)
