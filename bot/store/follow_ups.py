"""What takes hours, in a table: who looks at it again holds a lease on it, and nothing of it is held in memory.

A lease is taken, and every later write is made, by one statement, so it works between any number of processes.
`attempts` is the fencing token (https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html): it grows
with each lease, and a holder who was believed dead writes nothing any more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, RowMapping, case, delete, func, or_, select, tuple_, update

from bot.store.database import Database
from bot.store.tables import follow_up
from bot.store.words import WORD

State: TypeAlias = Mapping[str, str | bool | int]
"""What a follow-up knows: ids, switches, numbers and words of ours; no names, no addresses, nothing people wrote."""
Status: TypeAlias = Literal["waiting", "done", "expired", "cancelled"]

LEASE = timedelta(seconds=30)
"""How soon another process takes over from one that died. Clocks of replicas must agree far better than this."""
LEASES_FOR_TELLING = 4
"""How many leases one message may take: who is asked to come back later waits a minute and more."""
AWAY_FROM_HOME = LEASE
"""How long a person's follow-up waits for the process that added it: only that one may hold tokens of theirs."""
REMEMBERED = timedelta(days=30)
"""How long one that has ended is kept: that long its id can't be used for another."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something to look at again.

    `id` is ours, given by whoever adds it: the same thing is never followed up twice. `tenant` and `person` are
    Microsoft Entra ids, `None` for housekeeping. `due_at` is when it is looked at next, `deadline` when looking ends
    (`None`: never). `attempts` counts the leases so far, `failures` those in a row that went wrong. `telling_began_at`
    is set just before its one message is sent; `told_activity` is the id Teams gave that message.
    """

    id: str
    kind: str
    tenant: str | None
    person: str | None
    state: State
    created_at: datetime
    due_at: datetime
    deadline: datetime | None = None
    status: Status = "waiting"
    ended_at: datetime | None = None
    attempts: int = 0
    failures: int = 0
    telling_began_at: datetime | None = None
    told_activity: str | None = None

    def __post_init__(self) -> None:
        """Names and mail addresses have blanks and at-signs; `ValueError` keeps them out of the id and the state."""
        if not all(_is_word(value) for value in (self.id, *self.state, *self.state.values())):
            raise ValueError("a follow-up holds ids, switches and words of ours")


class TooManyFollowUps(Exception):
    """The person has as many waiting as one person may."""


class StoredFollowUps:
    """All follow-ups, leased to this process for `lease` at a time."""

    def __init__(self, database: Database, lease: timedelta = LEASE) -> None:
        self._database = database
        self.lease = lease
        self._owner = uuid4().hex

    async def add(self, new: FollowUp, *, at_most: int | None = None) -> bool:
        """Keep it; false when there is or was one with this id.

        Raises `TooManyFollowUps` when its person has `at_most` waiting already.
        """
        return await self._database.write(lambda connection: self._add(connection, new, at_most))

    async def add_all(self, new: Iterable[FollowUp]) -> None:
        """Keep each of them, unless there is or was one with its id; they are anybody's to look at."""
        rows = [_row(each) for each in new]
        statement = self._database.insert(follow_up).on_conflict_do_nothing()
        await self._database.write(lambda connection: connection.execute(statement, rows).close())

    async def cancel(self, id: str, now: datetime) -> bool:
        """Let it be; false when it has ended, or its message is on its way."""
        untold = follow_up.c.telling_began_at.is_(None)
        return await self._change(_waiting(id) & untold, status="cancelled", ended_at=now) == 1

    async def waiting(self, tenant: str, person: str) -> tuple[FollowUp, ...]:
        """What is being followed up for a person, the next due first."""
        theirs = select(*_COLUMNS).where(*_waiting_for(tenant, person)).order_by(follow_up.c.due_at, follow_up.c.id)
        return await self._database.read(
            lambda connection: tuple(_follow_up(row) for row in connection.execute(theirs).mappings())
        )

    async def get(self, id: str) -> FollowUp | None:
        """One follow-up."""
        query = select(*_COLUMNS).where(follow_up.c.id == id)
        row = await self._database.read(lambda connection: connection.execute(query).mappings().first())
        return None if row is None else _follow_up(row)

    async def claim(self, kinds: Iterable[str], now: datetime, most: int) -> tuple[FollowUp, ...]:
        """Lease what is due and nobody's, at most `most` of these kinds, the longest due first.

        What another process added is due a little later here, unless nobody's tokens are needed.
        """
        home, due_at = follow_up.c.home, follow_up.c.due_at
        ours = or_(home.is_(None), home == self._owner, due_at <= now - AWAY_FROM_HOME)
        free = or_(follow_up.c.leased_until.is_(None), follow_up.c.leased_until < now) & ours
        due = (
            select(follow_up.c.id)
            .where(follow_up.c.status == "waiting", follow_up.c.due_at <= now, free, follow_up.c.kind.in_([*kinds]))
            .order_by(follow_up.c.due_at)
            .limit(most)
            .with_for_update(skip_locked=True)  # left out where SQL doesn't know it: SQLite has one writer
            .cte("due")  # evaluated once, where a subquery may be evaluated once for every row
        )
        leased = (
            update(follow_up)
            .where(follow_up.c.id.in_(select(due.c.id)))
            .values(lease_owner=self._owner, leased_until=now + self.lease, attempts=follow_up.c.attempts + 1)
            .returning(*_COLUMNS)
        )
        found = await self._database.write(
            lambda connection: [_follow_up(row) for row in connection.execute(leased).mappings()]
        )
        return tuple(sorted(found, key=lambda each: each.due_at))  # RETURNING knows no order

    async def renew(self, held: Iterable[FollowUp], now: datetime) -> frozenset[str]:
        """Lease these from now on, those being told for longer already; the ids of those that are still ours."""
        until = now + self.lease
        tokens = [(each.id, each.attempts) for each in held]
        ours = tuple_(follow_up.c.id, follow_up.c.attempts).in_(tokens)
        renewed = (
            update(follow_up)
            .where(ours, follow_up.c.lease_owner == self._owner, follow_up.c.status == "waiting")
            .values(leased_until=case((follow_up.c.leased_until > until, follow_up.c.leased_until), else_=until))
            .returning(follow_up.c.id)
        )
        return await self._database.write(lambda connection: frozenset(connection.execute(renewed).scalars()))

    async def put_off(self, held: FollowUp, due_at: datetime, state: State, failures: int = 0) -> bool:
        """Give the lease back and look again at `due_at`; false, as with all that follow, when it isn't ours now."""
        later = {"due_at": due_at, "state": dict(state), "failures": failures}
        return await self._write(held, **later, **_FREE)

    async def begin_telling(self, held: FollowUp, now: datetime) -> bool:
        """Record that its message is about to be sent, with a lease that is long enough for that."""
        until = now + LEASES_FOR_TELLING * self.lease
        return await self._write(held, telling_began_at=now, leased_until=until)

    async def not_told(self, held: FollowUp) -> bool:
        """Record that its message certainly didn't arrive."""
        return await self._write(held, telling_began_at=None)

    async def end(self, held: FollowUp, status: Status, now: datetime, activity: str | None = None) -> bool:
        """It is over; `activity` is the id of the message that said so."""
        return await self._write(held, status=status, ended_at=now, told_activity=activity, **_FREE)

    async def release(self, held: FollowUp) -> bool:
        """Give the lease back; whoever comes first goes on."""
        return await self._write(held, home=None, **_FREE)

    async def forget(self, tenant: str, person: str) -> int:
        """Drop everything about a person; how much there was."""
        theirs = delete(follow_up).where(follow_up.c.tenant == tenant, follow_up.c.person == person)
        return await self._database.write(lambda connection: connection.execute(theirs).rowcount)

    async def forget_ended(self, now: datetime) -> int:
        """Drop what ended longer ago than `REMEMBERED`; how many there were."""
        ended = delete(follow_up).where(follow_up.c.ended_at < now - REMEMBERED)
        return await self._database.write(lambda connection: connection.execute(ended).rowcount)

    def _add(self, connection: Connection, new: FollowUp, at_most: int | None) -> bool:
        if at_most is not None and new.tenant and new.person:
            self._database.one_at_a_time(connection, f"follow_up {new.tenant} {new.person}")
            waiting = select(func.count()).select_from(follow_up).where(*_waiting_for(new.tenant, new.person))
            known = select(follow_up.c.id).where(follow_up.c.id == new.id)
            if connection.execute(waiting).scalar_one() >= at_most and not connection.execute(known).first():
                raise TooManyFollowUps
        row = _row(new) | {"home": self._owner if new.person else None}
        statement = self._database.insert(follow_up).values(row).on_conflict_do_nothing()
        return connection.execute(statement.returning(follow_up.c.id)).first() is not None

    async def _write(self, held: FollowUp, **values: Any) -> bool:
        ours = (follow_up.c.lease_owner == self._owner) & (follow_up.c.attempts == held.attempts)
        return await self._change(_waiting(held.id) & ours, **values) == 1

    async def _change(self, which: ColumnElement[bool], **values: Any) -> int:
        statement = update(follow_up).where(which).values(values)
        return await self._database.write(lambda connection: connection.execute(statement).rowcount)


_FREE = {"lease_owner": None, "leased_until": None}
_NAMES = tuple(field.name for field in fields(FollowUp))
_COLUMNS = [follow_up.c[name] for name in _NAMES]


def _waiting(id: str) -> ColumnElement[bool]:
    return (follow_up.c.id == id) & (follow_up.c.status == "waiting")


def _waiting_for(tenant: str, person: str) -> tuple[ColumnElement[bool], ...]:
    return follow_up.c.tenant == tenant, follow_up.c.person == person, follow_up.c.status == "waiting"


def _row(new: FollowUp) -> dict[str, Any]:
    return {name: getattr(new, name) for name in _NAMES} | {"state": dict(new.state)}


def _follow_up(row: RowMapping) -> FollowUp:
    return FollowUp(**row)


def _is_word(value: object) -> bool:
    return isinstance(value, int) or (isinstance(value, str) and WORD.fullmatch(value) is not None)
