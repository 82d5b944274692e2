"""Everything that is followed up, here or by other replicas: what is due is found, leased, and looked at.

Without anything due it costs a statement every two seconds. A restart loses nothing, for nothing is held in memory.
"""

import asyncio
import logging
from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from bot.follow_up import Kind, follow_up
from bot.ports import Clock, Person
from bot.store.follow_ups import FollowUp, State, StoredFollowUps

log = logging.getLogger(__name__)

POLL_SECONDS = 2.0
"""Between looks for what is due; what this process adds wakes it at once."""
AT_ONCE = 20
"""Follow-ups this process works on together."""
MOST_PER_PERSON = 20


class FollowUps:
    """Everything that is followed up, here or by other replicas."""

    def __init__(self, stored: StoredFollowUps, clock: Clock, kinds: Mapping[str, Kind]) -> None:
        self._stored = stored
        self._clock = clock
        self._kinds = kinds
        self._at_it: dict[asyncio.Task[None], FollowUp] = {}
        self._wake = asyncio.Event()
        self._ending = False

    async def add(
        self, person: Person, kind: str, state: State, *, due_at: datetime, deadline: datetime, key: str | None = None
    ) -> str:
        """Look at it for a person when it is due; its id, which is `key` if there is one.

        Nothing happens when one with this key is waiting, or was until lately. Raises `TooManyFollowUps` when the
        person has 20 waiting, and `ValueError` when `state` holds more than ids, switches and words of ours.
        """
        now, id = self._clock.now(), key or f"{kind}:{uuid4()}"
        due = min(due_at, deadline)
        await self._stored.add(
            FollowUp(id, kind, person.tenant, person.id, state, now, due, deadline), at_most=MOST_PER_PERSON
        )
        self._wake.set()
        return id

    async def cancel(self, id: str) -> bool:
        """Let it be; false when it has ended already, or its message is on its way."""
        return await self._stored.cancel(id, self._clock.now())

    async def of(self, person: Person) -> tuple[FollowUp, ...]:
        """What is being followed up for somebody, the next due first."""
        return await self._stored.waiting(person.tenant, person.id)

    async def run(self) -> None:
        """Look at what is due, until `drain`."""
        renewing = asyncio.create_task(self._renew())
        try:
            while not self._ending:
                self._wake.clear()
                if not await self._started():
                    await _first_of(self._wake, POLL_SECONDS)
        finally:
            renewing.cancel()

    async def run_due(self) -> None:
        """Look at everything that is due now, and at what becomes due meanwhile."""
        while await self._started() or self._at_it:
            await self.idle()

    async def idle(self) -> None:
        """Wait until nothing is being looked at."""
        while self._at_it:
            await asyncio.wait([*self._at_it])

    async def drain(self, seconds: float) -> None:
        """Begin nothing any more, wait for what is being looked at, and leave the rest to other replicas."""
        self._ending = True
        self._wake.set()
        if self._at_it:
            _, late = await asyncio.wait([*self._at_it], timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _started(self) -> bool:
        """Lease what is due and begin to look at it; false when nothing was begun."""
        room = AT_ONCE - len(self._at_it)
        if self._ending or not room:
            return False
        try:
            leased = await self._stored.claim(self._kinds, self._clock.now(), room)
        except Exception as failed:  # the database is away: it is asked again
            log.warning("what is due could not be read: %s", type(failed).__name__)
            return False
        for held in leased:
            task = asyncio.create_task(follow_up(held, self._kinds[held.kind], self._stored, self._clock))
            self._at_it[task] = held
            task.add_done_callback(self._ended)
        return bool(leased)

    def _ended(self, task: asyncio.Task[None]) -> None:
        if len(self._at_it) == AT_ONCE:  # there was no room, so more may be due
            self._wake.set()
        del self._at_it[task]

    async def _renew(self) -> None:
        """Keep the leases of what is being looked at; who has lost one stops."""
        while True:
            await asyncio.sleep(self._stored.lease.total_seconds() / 3)
            if not (tasks := dict(self._at_it)):
                continue
            try:
                ours = await self._stored.renew(tasks.values(), self._clock.now())
            except Exception as failed:  # they can't end anything either while the database is away
                log.warning("leases could not be renewed: %s", type(failed).__name__)
                continue
            for task, held in tasks.items():
                if held.id not in ours:
                    task.cancel()


async def _first_of(event: asyncio.Event, seconds: float) -> None:
    """Until it happens, or the time is over."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
