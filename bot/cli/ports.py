"""A port of this machine, and what to do when it can't be had."""

import errno
from collections.abc import Generator
from contextlib import contextmanager

from bot.cli.ended import Ended, reason
from bot.settings import PREFIX

LAST = 65535


@contextmanager
def named_by(option: str, port: int) -> Generator[None]:
    """Whatever listens at `port` within; raises `Ended` with the option or variable that sets it when it can't."""
    try:
        yield
    except OSError as failure:
        if failure.errno == errno.EADDRINUSE:
            raise Ended(f"Port {port} is in use. End what listens there, or choose another with {option}.") from None
        if failure.errno in {errno.EACCES, errno.EPERM}:
            raise Ended(f"Port {port} is for administrators. Choose one above 1023 with {option}.") from None
        where = f"{PREFIX}HOST sets the address of this machine, {option} the port"
        raise Ended(f"Port {port} can't be listened at: {reason(failure)}. {where}.") from None
