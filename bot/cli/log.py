"""Logging for a process: one line each, nothing personal, and no library talkative enough to quote anybody."""

import logging

QUIET = ("msrest", "urllib3", "msal", "aiohttp", "botbuilder", "botframework", "asyncio", "sqlalchemy", "alembic")
"""Libraries that would log requests, tokens or bodies below this level."""


def configure(level: str) -> None:
    """Log to standard error at `level`."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)
