"""Who set out to change what, when, and what became of it: recorded before the act, and after it.

The audit is two tables that are only ever added to: `action` holds the intent, `action_outcome` its one outcome. The
state of an action follows from joining them, so there is no state to mirror and none to get wrong. Whether it was
undone follows too: an undo is an action of its own that names the first. A third table, `action_lease`, says which
process has an action under way and until when it may be believed; it goes when the outcome comes.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, RowMapping, Select, delete, insert, select
from sqlalchemy.exc import IntegrityError

from bot.model import Subject, SubjectKind
from bot.ports import Clock, Intent, PressedBefore, Recorded
from bot.remedy import Outcome
from bot.store.actions_under_way import ActionsUnderWay
from bot.store.database import Database
from bot.store.nonces import spend
from bot.store.tables import action, action_lease, action_outcome, spent_nonce
from bot.store.words import IDS

LONGEST_CODE = 64
DID_SOMETHING = frozenset({Outcome.DONE, Outcome.ACCEPTED, Outcome.PARTLY})


class AuditTrail:
    """A `bot.ports.Ledger` in the database. Close it before the database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._under_way = ActionsUnderWay(database, clock)

    async def begin(self, intent: Intent) -> str:
        """Record the intent, lease the action and use the nonce up, all or nothing; the action's id.

        Raises `PressedBefore`, and `ValueError` when the nonce is none or an argument is neither an id nor a switch.
        """
        row = _row(intent)

        def record(connection: Connection) -> None:
            connection.execute(insert(action).values(row))
            connection.execute(insert(action_lease).values(self._under_way.lease(row["id"], intent.at)))
            spend(connection, intent.nonce, intent.at, row["id"])

        try:
            await self._database.write(record)
        except IntegrityError:
            if not await self._is_spent(intent.nonce):
                raise
            raise PressedBefore(await self._became_of(intent.nonce)) from None
        self._under_way.hold(row["id"])
        return row["id"]

    async def settle(self, action: str, outcome: Outcome, at: datetime, status: int | None, code: str | None) -> None:
        """Record what became of an action; the first outcome stands.

        While the database is away the outcome waits in memory and is recorded when it is back: nothing is raised, for
        the change is made and whoever asked for it must hear so. Raises `LookupError` for an action never begun.
        """
        row = {"action_id": action, "outcome": outcome.value, "status": status, "outcome_at": at}
        # Better half of an unheard-of code than no outcome, where a database refuses what is too long.
        row["code"] = code and code[:LONGEST_CODE]
        try:
            await self._under_way.settle(row)
        except IntegrityError:
            if await self.get(action) is None:
                raise LookupError("no such action") from None

    async def recorded(self, action: str) -> Recorded | None:
        """An action by id, if it is one that can be taken back: something was done, and it is no way back itself."""
        found = await self.get(action)
        return found if found and not found.undo_of and found.outcome in DID_SOMETHING else None

    async def get(self, action_id: str) -> Recorded | None:
        """One action."""
        found = await self._all(_actions().where(action.c.id == action_id))
        return found[0] if found else None

    async def latest(self, tenant: str, subject: Subject) -> Recorded | None:
        """The action that was begun last on an object, whoever began it; `None` when there was none."""
        found = await self.history(tenant, subject=(subject.kind.value, subject.id), limit=1)
        return found[0] if found else None

    async def history(
        self, tenant: str, *, actor: str | None = None, subject: tuple[str, str] | None = None, limit: int = 50
    ) -> tuple[Recorded, ...]:
        """Actions in a tenant, newest first: by one person, on one subject (its kind and id), or all."""
        query = _actions().where(action.c.tenant == tenant)
        if actor is not None:
            query = query.where(action.c.actor == actor)
        if subject is not None:
            query = query.where(action.c.subject_kind == subject[0], action.c.subject_id == subject[1])
        return await self._all(query.order_by(action.c.intended_at.desc(), action.c.id).limit(limit))

    async def settle_cut_off(self, now: datetime) -> int:
        """What was begun, never ended, and is nobody's any more is unknown from now on; how many actions that were.

        An action is somebody's while its lease lasts, or while this process has it under way.
        """
        run_out = select(action_lease.c.action_id).where(action_lease.c.leased_until < now)
        found = await self._database.read(lambda connection: connection.execute(run_out).scalars().all())
        ids = [each for each in found if each not in self._under_way]
        return await self._database.write(lambda connection: self._cut_off(connection, ids, now)) if ids else 0

    async def close(self) -> None:
        """Stop renewing leases, and record what still waits to be."""
        await self._under_way.close()

    def _cut_off(self, connection: Connection, ids: list[str], now: datetime) -> int:
        """Settle those whose leases are still there, and still run out: the first who takes a lease away settles."""
        lease = action_lease.c
        taken = (
            delete(action_lease).where(lease.action_id.in_(ids), lease.leased_until < now).returning(lease.action_id)
        )
        cut_off = connection.execute(taken).scalars().all()
        rows = [{"action_id": each, "outcome": Outcome.UNKNOWN.value, "outcome_at": now} for each in cut_off]
        if rows:
            connection.execute(self._database.insert(action_outcome).on_conflict_do_nothing(), rows)
        return len(rows)

    async def _is_spent(self, nonce: str) -> bool:
        query = select(spent_nonce.c.nonce).where(spent_nonce.c.nonce == nonce)
        return await self._database.read(lambda connection: connection.execute(query).first()) is not None

    async def _became_of(self, nonce: str) -> Outcome | None:
        pressed = select(spent_nonce.c.action_id).where(spent_nonce.c.nonce == nonce).scalar_subquery()
        found = await self._all(_actions().where(action.c.id == pressed))
        return found[0].outcome if found else None

    async def _all(self, query: Select[Any]) -> tuple[Recorded, ...]:
        return await self._database.read(
            lambda connection: tuple(_recorded(row) for row in connection.execute(query).mappings())
        )


def _row(intent: Intent) -> dict[str, Any]:
    arguments: Mapping[str, object] = intent.remedy.audited()
    if not all(isinstance(value, bool) or _are_ids(value) for value in arguments.values()):
        raise ValueError("the audit takes ids and booleans")
    return {
        "id": str(uuid4()),
        "intended_at": intent.at,
        "tenant": intent.person.tenant,
        "actor": intent.person.id,
        "conversation": intent.conversation,
        "diagnosis": intent.diagnosis,
        "remedy": intent.remedy.id(),
        "arguments": dict(arguments),
        "subject_kind": intent.subject.kind.value,
        "subject_id": intent.subject.id,
        "undo_of": intent.undo_of,
    }


def _are_ids(value: object) -> bool:
    return isinstance(value, str) and IDS.fullmatch(value) is not None


def _recorded(row: RowMapping) -> Recorded:
    named = dict(row)
    kind, id = named.pop("subject_kind"), named.pop("subject_id")
    outcome = named.pop("outcome")
    subject = Subject(SubjectKind(kind), id, "")
    return Recorded(subject=subject, outcome=Outcome(outcome) if outcome else None, **named)


def _actions() -> Any:
    begun, outcome = action.c, action_outcome.c
    columns: list[Any] = [column for column in begun if column.name != "intended_at"]
    columns += [begun.intended_at.label("at"), outcome.outcome_at.label("ended_at"), _undone_by().label("undone_by")]
    columns += [outcome.outcome, outcome.status, outcome.code]
    return select(*columns).outerjoin_from(action, action_outcome)


def _undone_by() -> Any:
    undo, became = action.alias("undo"), action_outcome.alias("became")
    return (
        select(undo.c.id)
        .join_from(undo, became, became.c.action_id == undo.c.id)
        .where(undo.c.undo_of == action.c.id, became.c.outcome.in_(sorted(DID_SOMETHING)))
        .order_by(became.c.outcome_at.desc())
        .limit(1)
        .correlate(action)
        .scalar_subquery()
    )
