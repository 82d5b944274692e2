"""Tests a configuration for real, before anybody depends on it: what `syncdoctor check` prints.

`observe` looks at the world and never raises; `verdicts` says what was seen means, and touches nothing.
"""

from collections.abc import Callable
from pathlib import Path

from bot.preflight.line import Level, Line, worst
from bot.preflight.observe import observe
from bot.preflight.package import DIST
from bot.preflight.verdicts import verdicts
from bot.settings import Settings

__all__ = ["Level", "Line", "check", "worst"]


async def check(settings: Settings, *, now: Callable[[], float], dist: Path = DIST) -> list[Line]:
    """Everything that was looked at, in the order to put it right.

    `now` gives epoch seconds, `dist` is the folder of the Teams app package.
    Creates or updates the tables of the database, as starting the bot does.
    """
    return verdicts(await observe(settings, now=now, dist=dist))
