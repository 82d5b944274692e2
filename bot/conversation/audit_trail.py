"""The audit as the verbs see it, kept by `bot.store`."""

from datetime import datetime

from bot.model import Subject, SubjectKind
from bot.ports import Intent, PressedBefore, Recorded
from bot.remedy import Outcome
from bot.store.audit import Actions, AlreadyUsed
from bot.store.audit import Intent as Row

DID_SOMETHING = frozenset({Outcome.DONE, Outcome.ACCEPTED, Outcome.PARTLY})


class AuditTrail:
    """A `bot.ports.Ledger` in the database."""

    def __init__(self, actions: Actions) -> None:
        self._actions = actions

    async def begin(self, intent: Intent) -> str:
        """Record the intent and consume its nonce, atomically. Raises `PressedBefore`."""
        row = Row(
            intended_at=intent.at,
            tenant=intent.person.tenant,
            actor=intent.person.id,
            conversation=intent.conversation,
            diagnosis=intent.diagnosis,
            remedy=intent.remedy.id(),
            arguments=intent.remedy.audited(),
            subject_kind=intent.subject.kind,
            subject_id=intent.subject.id,
            nonce=intent.nonce,
            undo_of=intent.undo_of,
        )
        try:
            return await self._actions.begin(row)
        except AlreadyUsed as used:
            earlier = used.action
            raise PressedBefore(Outcome(earlier.outcome) if earlier and earlier.outcome else None) from None

    async def settle(self, action: str, outcome: Outcome, at: datetime, status: int | None, code: str | None) -> None:
        """Record how it ended."""
        await self._actions.settle(action, outcome, status, code, at=at)

    async def recorded(self, action: str) -> Recorded | None:
        """An action by id, if it is one that can be taken back: something was done, and it is no way back itself."""
        found = await self._actions.get(action)
        if found is None or found.undo_of or found.outcome not in DID_SOMETHING:
            return None
        subject = Subject(SubjectKind(found.subject_kind), found.subject_id, "")
        return Recorded(
            found.id, found.intended_at, found.tenant, found.diagnosis, found.remedy, found.arguments, subject
        )

    async def settle_what_a_crash_cut_off(self, now: datetime) -> int:
        """At start-up: what was begun and never ended is unknown from now on; how many there were."""
        cut_off = await self._actions.unsettled(before=now)
        for action in cut_off:
            await self._actions.settle(action.id, Outcome.UNKNOWN, at=now)
        return len(cut_off)
