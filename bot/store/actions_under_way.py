"""Which actions this process has under way: leased in the database, so that no other one settles them.

A lease is renewed as long as its action runs, whatever the clock of the simulated company does meanwhile. A process
that dies renews nothing, and its actions are settled as unknown when their leases have run out.
"""

import asyncio
import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, update
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from bot.ports import Clock
from bot.store.database import Database
from bot.store.tables import action_lease, action_outcome

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
"""How long a process is believed to be at it. Clocks of replicas differ by seconds, a database is away for seconds."""
RENEWED_EVERY = 30.0
"""Seconds."""
LONGEST = 900.0
"""Seconds after which nobody can still be at it: whoever began it forgot to settle it."""
PAUSE = 2.0
"""Seconds between two tries to record an outcome while the database is away."""

AWAY = (OperationalError, InterfaceError, NoConnection)


class ActionsUnderWay:
    """What was begun here and isn't settled, by action id. Close it before the database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._owner = uuid4().hex
        self._begun: dict[str, float] = {}
        self._owed: dict[str, Mapping[str, Any]] = {}
        self._keeping: asyncio.Task[None] | None = None

    def __contains__(self, action_id: str) -> bool:
        """Whether this process is at it, or knows how it ended and couldn't record it yet."""
        return action_id in self._begun or action_id in self._owed

    def lease(self, action_id: str, at: datetime) -> dict[str, Any]:
        """The row of a lease that begins at `at`."""
        return {"action_id": action_id, "owner": self._owner, "leased_until": at + LEASE}

    def hold(self, action_id: str) -> None:
        """An action has begun: renew its lease from now on."""
        self._begun[action_id] = asyncio.get_running_loop().time()
        self._keep()

    async def settle(self, outcome: Mapping[str, Any]) -> None:
        """Record an outcome and give the lease back; later, when the database is away.

        Raises `IntegrityError` when it has an outcome already, or was never begun.
        """
        self._owed[outcome["action_id"]] = outcome
        self._begun.pop(outcome["action_id"], None)
        try:
            await self._record(outcome)
        except AWAY as failure:
            # The text of the error would quote ids.
            logger.warning("an action's outcome waits to be recorded: %s", type(failure).__name__)
            self._keep()

    async def close(self) -> None:
        """Renew nothing any more; what is still owed is tried once more."""
        if self._keeping is not None:
            self._keeping.cancel()
            await asyncio.wait([self._keeping])
        await self._record_owed()

    def _keep(self) -> None:
        if self._keeping is None or self._keeping.done():
            self._keeping = asyncio.create_task(self._while_any())

    async def _while_any(self) -> None:
        now = asyncio.get_running_loop().time
        renewed = now()
        while self._begun or self._owed:
            await asyncio.sleep(PAUSE)
            await self._record_owed()
            if now() - renewed >= RENEWED_EVERY:
                renewed = now()
                self._begun = {each: begun for each, begun in self._begun.items() if renewed - begun < LONGEST}
                await self.renew()

    async def renew(self) -> None:
        """Every lease of this process lasts from now; a database that is away is tried again the next time."""
        until = self._clock.now() + LEASE
        mine = update(action_lease).where(action_lease.c.action_id.in_([*self._begun])).values(leased_until=until)
        try:
            await self._database.write(lambda connection: connection.execute(mine).close())
        except AWAY as failure:
            logger.warning("leases on actions could not be renewed: %s", type(failure).__name__)

    async def _record_owed(self) -> None:
        for outcome in [*self._owed.values()]:
            try:
                await self._record(outcome)
            except IntegrityError:  # it was recorded after all, or settled as unknown meanwhile: the first stands
                continue
            except AWAY:
                return

    async def _record(self, outcome: Mapping[str, Any]) -> None:
        try:
            await self._database.write(lambda connection: _ended(connection, outcome))
        except IntegrityError:
            self._owed.pop(outcome["action_id"], None)
            raise
        self._owed.pop(outcome["action_id"], None)


def _ended(connection: Connection, outcome: Mapping[str, Any]) -> None:
    connection.execute(insert(action_outcome).values(outcome))
    connection.execute(delete(action_lease).where(action_lease.c.action_id == outcome["action_id"]))
