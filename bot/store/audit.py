"""Who set out to change what, when, and what became of it: recorded before the act, and after it.

The audit is two tables that are only ever added to: `action` holds the intent, `action_outcome` its one outcome. The
state of an action follows from joining them, so there is no state to mirror and none to get wrong. Whether it was
undone follows too: an undo is an action of its own that names the first.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Select, insert, select
from sqlalchemy.exc import IntegrityError

from bot.store.database import Database
from bot.store.nonces import spend
from bot.store.tables import action, action_outcome, spent_nonce

Arguments = Mapping[str, str | bool]
"""What a remedy was told: ids and switches."""

LONGEST_CODE = 64
_ID = re.compile(r"[A-Za-z0-9_.:-]{1,200}")


@dataclass(frozen=True, slots=True)
class Intent:
    """Something a person is about to do.

    `tenant`, `actor` and `subject_id` are Microsoft Entra ids, `conversation` is Teams', `diagnosis` and `remedy` are
    ours, `nonce` is the pressed button's, `undo_of` is the id of the action to take back.
    """

    intended_at: datetime
    tenant: str
    actor: str
    conversation: str
    diagnosis: str
    remedy: str
    arguments: Arguments
    subject_kind: str
    subject_id: str
    nonce: str
    undo_of: str | None = None

    def __post_init__(self) -> None:
        """Names and mail addresses have blanks and at-signs; ids don't, so `ValueError` keeps the former out."""
        if not all(isinstance(value, bool) or _is_id(value) for value in self.arguments.values()):
            raise ValueError("the audit takes ids and booleans")


@dataclass(frozen=True, slots=True)
class Action:
    """An intent and what became of it. `outcome` is `None` while it is in flight, or after a crash.

    `status` is Graph's HTTP status and `code` its error code, `None` without an answer. `undone_by` is the id of the
    latest undo that Graph accepted.
    """

    id: str
    intended_at: datetime
    tenant: str
    actor: str
    conversation: str
    diagnosis: str
    remedy: str
    arguments: Arguments
    subject_kind: str
    subject_id: str
    undo_of: str | None
    outcome: str | None
    outcome_at: datetime | None
    status: int | None
    code: str | None
    undone_by: str | None


class AlreadyUsed(Exception):
    """The button was pressed before. `action` is what that press began; `None` if it began none."""

    def __init__(self, earlier: Action | None) -> None:
        super().__init__("the button was pressed before")
        self.action = earlier


class Actions:
    """The audit."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(self, intent: Intent) -> str:
        """Record the intent and use its nonce up, both or neither; the new action's id.

        Raises `AlreadyUsed`, and `ValueError` when the nonce is none.
        """
        row = asdict(replace(intent, arguments=dict(intent.arguments)))
        nonce: str = row.pop("nonce")
        action_id = str(uuid4())

        def record(connection: Connection) -> None:
            connection.execute(insert(action).values(id=action_id, **row))
            spend(connection, nonce, intent.intended_at, action_id)

        try:
            await self._database.write(record)
        except IntegrityError:
            if not await self._is_spent(nonce):
                raise
            raise AlreadyUsed(await self._begun_by(nonce)) from None
        return action_id

    async def settle(
        self, action_id: str, outcome: str, status: int | None = None, code: str | None = None, *, at: datetime
    ) -> bool:
        """Record what became of an action; false when that is known already, for the first outcome stands.

        Raises `LookupError` for an action that was never begun.
        """
        row = {"action_id": action_id, "outcome": outcome, "status": status, "outcome_at": at}
        # Better half of an unheard-of code than no outcome, where a database refuses what is too long.
        row["code"] = code and code[:LONGEST_CODE]
        try:
            await self._database.write(
                lambda connection: connection.execute(insert(action_outcome).values(row)).close()
            )
        except IntegrityError:
            if await self.get(action_id) is None:
                raise LookupError("no such action") from None
            return False
        return True

    async def get(self, action_id: str) -> Action | None:
        """One action."""
        found = await self._all(_actions().where(action.c.id == action_id))
        return found[0] if found else None

    async def unsettled(self, *, before: datetime | None = None) -> tuple[Action, ...]:
        """Actions without an outcome, oldest first: at start-up, those a crash cut off.

        With several replicas, `before` leaves out what another may be doing this moment.
        """
        query = _actions().where(action_outcome.c.action_id.is_(None)).order_by(action.c.intended_at)
        return await self._all(query if before is None else query.where(action.c.intended_at < before))

    async def history(
        self, tenant: str, *, actor: str | None = None, subject: tuple[str, str] | None = None, limit: int = 50
    ) -> tuple[Action, ...]:
        """Actions in a tenant, newest first: by one person, on one subject (its kind and id), or all."""
        query = _actions().where(action.c.tenant == tenant)
        if actor is not None:
            query = query.where(action.c.actor == actor)
        if subject is not None:
            query = query.where(action.c.subject_kind == subject[0], action.c.subject_id == subject[1])
        return await self._all(query.order_by(action.c.intended_at.desc(), action.c.id).limit(limit))

    async def _is_spent(self, nonce: str) -> bool:
        query = select(spent_nonce.c.nonce).where(spent_nonce.c.nonce == nonce)
        return await self._database.read(lambda connection: connection.execute(query).first()) is not None

    async def _begun_by(self, nonce: str) -> Action | None:
        pressed = select(spent_nonce.c.action_id).where(spent_nonce.c.nonce == nonce).scalar_subquery()
        found = await self._all(_actions().where(action.c.id == pressed))
        return found[0] if found else None

    async def _all(self, query: Select[Any]) -> tuple[Action, ...]:
        return await self._database.read(
            lambda connection: tuple(Action(**row) for row in connection.execute(query).mappings())
        )


def _is_id(value: object) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _actions() -> Select[Any]:
    outcome = action_outcome.c
    return select(
        action, outcome.outcome, outcome.outcome_at, outcome.status, outcome.code, _undone_by().label("undone_by")
    ).outerjoin_from(action, action_outcome)


def _undone_by() -> Any:
    undo, became = action.alias("undo"), action_outcome.alias("became")
    return (
        select(undo.c.id)
        .join_from(undo, became, became.c.action_id == undo.c.id)
        .where(undo.c.undo_of == action.c.id, became.c.status.between(200, 299))
        .order_by(became.c.outcome_at.desc())
        .limit(1)
        .correlate(action)
        .scalar_subquery()
    )
