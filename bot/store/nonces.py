"""Buttons that work once. Only a nonce that was used is stored; one that wasn't costs nothing.

A nonce stops a second press, not a forger: button data is attacker-controlled, and what a press may do is decided by
the presser's own rights.
"""

import re
import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert
from sqlalchemy.exc import IntegrityError

from bot.store.database import Database
from bot.store.tables import spent_nonce

REMEMBERED = timedelta(days=180)
"""How long a used nonce is kept. A card older than that is still looked at again before anything is written."""

_SHAPE = re.compile(r"[A-Za-z0-9_-]{22}")


def new_nonce() -> str:
    """128 random bits, as 22 characters."""
    return secrets.token_urlsafe(16)


def is_nonce(text: object) -> bool:
    """Whether `text` has the shape of a nonce."""
    return isinstance(text, str) and _SHAPE.fullmatch(text) is not None


def spend(connection: Connection, nonce: str, at: datetime, action_id: str | None = None) -> None:
    """Use `nonce` up, within the caller's transaction, for an action or for something unaudited.

    Raises `ValueError` when it has no nonce's shape, and SQLAlchemy's `IntegrityError` when it was used before.
    """
    if not is_nonce(nonce):
        raise ValueError("not a nonce")
    row = {"nonce": nonce, "spent_at": at, "expires_at": at + REMEMBERED, "action_id": action_id}
    connection.execute(insert(spent_nonce).values(row))


class Nonces:
    """Used nonces, for buttons that don't begin an action; those that do go through `Actions.begin`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def consume(self, nonce: str, at: datetime) -> bool:
        """Use `nonce` up; false when it was used before. Raises `ValueError` when it isn't a nonce."""
        try:
            await self._database.write(lambda connection: spend(connection, nonce, at))
        except IntegrityError:
            return False
        return True

    async def forget_expired(self, now: datetime) -> int:
        """Drop nonces used longer ago than `REMEMBERED`; how many there were."""
        expired = delete(spent_nonce).where(spent_nonce.c.expires_at <= now)
        return await self._database.write(lambda connection: connection.execute(expired).rowcount)
