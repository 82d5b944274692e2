"""Everything that is kept, on one database."""

from dataclasses import dataclass
from typing import Self

from bot.ports import Clock, Person
from bot.store.audit_trail import AuditTrail
from bot.store.database import Database
from bot.store.follow_ups import StoredFollowUps
from bot.store.misunderstandings import Misunderstandings
from bot.store.nonces import Nonces
from bot.store.references import References
from bot.store.requests import OwnerRequests


@dataclass(frozen=True)
class Stores:
    """What is kept. Close it before the database."""

    database: Database
    trail: AuditTrail
    nonces: Nonces
    requests: OwnerRequests
    references: References
    misunderstandings: Misunderstandings
    follow_ups: StoredFollowUps

    @classmethod
    def on(cls, database: Database, clock: Clock) -> Self:
        """All of it, on a database whose tables are up to date."""
        return cls(
            database=database,
            trail=AuditTrail(database, clock),
            nonces=Nonces(database),
            requests=OwnerRequests(database),
            references=References(database, clock),
            misunderstandings=Misunderstandings(database),
            follow_ups=StoredFollowUps(database),
        )

    async def forget(self, person: Person) -> None:
        """Drop what is kept of somebody who wants to be forgotten; the audit and requests to owners stay, as ids."""
        await self.references.forget(person.tenant, person.id)
        await self.requests.forget_words_of(person.tenant, person.id)
        await self.follow_ups.forget(person.tenant, person.id)
        await self.database.empty_log()

    async def close(self) -> None:
        """Write what still waits to be written."""
        try:
            await self.references.close()
        finally:
            await self.trail.close()
