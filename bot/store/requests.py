"""Requests to a group's owners: "make me an owner", "please change this"."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select, update

from bot.store.database import Database
from bot.store.tables import owner_request, owner_request_card

Wish = Literal["owner", "change"]
State = Literal["open", "done", "declined", "expired"]
LONGEST_NOTE = 500
ANSWERED_WITHIN = timedelta(days=7)
"""How long owners have to answer."""
REMEMBERED = timedelta(days=90)
"""How long a closed request is kept, so that a press on an old card is answered; its note goes as soon as it closes."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What someone asks the owners of a group for.

    `tenant`, `asker` and `group_id` are Microsoft Entra ids; `asker_conversation` is the Teams conversation to answer
    in; `note` is what the asker typed. Raises `ValueError` when that is longer than 500 characters, or no text at all.
    """

    created_at: datetime
    tenant: str
    asker: str
    asker_conversation: str
    group_id: str
    wish: Wish
    note: str

    def __post_init__(self) -> None:
        """Refuse a note that is too long, or holds what a database can't: a null, half a character."""
        if len(self.note) > LONGEST_NOTE or "\0" in self.note:
            raise ValueError("the note is too long, or no text")
        self.note.encode()


@dataclass(frozen=True, slots=True)
class OwnerCard:
    """Where one owner was asked: the Teams conversation, and the activity that shows the card."""

    owner: str
    conversation: str
    activity: str


@dataclass(frozen=True, slots=True)
class OwnerRequest:
    """A request, who answered it and when, and the cards that show it."""

    id: str
    wanted: Wanted
    state: State
    answered_by: str | None
    answered_at: datetime | None
    cards: tuple[OwnerCard, ...]


class OwnerRequests:
    """All requests to owners."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open(self, wanted: Wanted) -> str:
        """Record a request; its id."""
        request_id = str(uuid4())
        request = insert(owner_request).values(id=request_id, state="open", **asdict(wanted))
        await self._database.write(lambda connection: connection.execute(request).close())
        return request_id

    async def card_sent(self, request_id: str, card: OwnerCard) -> None:
        """Remember where an owner was asked; asking again replaces it.

        Raises `IntegrityError` without such a request.
        """
        place = {"conversation": card.conversation, "activity": card.activity}
        statement = self._database.insert(owner_request_card).values(request_id=request_id, owner=card.owner, **place)
        upsert = statement.on_conflict_do_update(index_elements=["request_id", "owner"], set_=place)
        await self._database.write(lambda connection: connection.execute(upsert).close())

    async def answer(self, request_id: str, state: Literal["done", "declined"], *, by: str, at: datetime) -> bool:
        """Close a request with an owner's answer; false when it wasn't open any more, for the first answer wins."""
        answered = (
            update(owner_request)
            .where(owner_request.c.id == request_id, owner_request.c.state == "open")
            .values(state=state, answered_by=by, answered_at=at)
        )
        return await self._database.write(lambda connection: connection.execute(answered).rowcount) == 1

    async def unanswered(self, now: datetime) -> tuple[OwnerRequest, ...]:
        """What has been open for longer than `ANSWERED_WITHIN`, the oldest first."""
        late = (owner_request.c.state == "open") & (owner_request.c.created_at < now - ANSWERED_WITHIN)
        query = select(owner_request.c.id).where(late).order_by(owner_request.c.created_at)

        def read(connection: Connection) -> tuple[OwnerRequest, ...]:
            found = (_request(connection, id) for id in connection.execute(query).scalars().all())
            return tuple(request for request in found if request is not None)

        return await self._database.read(read)

    async def expire(self, request_id: str, at: datetime) -> bool:
        """Close a request that nobody answered; false when it wasn't open any more."""
        expired = (
            update(owner_request)
            .where(owner_request.c.id == request_id, owner_request.c.state == "open")
            .values(state="expired", answered_at=at)
        )
        return await self._database.write(lambda connection: connection.execute(expired).rowcount) == 1

    async def forget_answered(self, now: datetime) -> int:
        """Empty the notes of closed requests, and drop those closed longer ago than `REMEMBERED`; how many in all."""
        old = select(owner_request.c.id).where(owner_request.c.answered_at < now - REMEMBERED)
        noted = (owner_request.c.state != "open") & (owner_request.c.note != "")

        def forget(connection: Connection) -> int:
            connection.execute(delete(owner_request_card).where(owner_request_card.c.request_id.in_(old)))
            dropped = connection.execute(delete(owner_request).where(owner_request.c.id.in_(old))).rowcount
            return dropped + connection.execute(update(owner_request).where(noted).values(note="")).rowcount

        return await self._database.write(forget)

    async def forget_words_of(self, tenant: str, asker: str) -> None:
        """Empty the notes of everything somebody asks owners for; the requests stay, so that owners can answer."""
        theirs = (owner_request.c.tenant == tenant) & (owner_request.c.asker == asker) & (owner_request.c.note != "")
        emptied = update(owner_request).where(theirs).values(note="")
        await self._database.write(lambda connection: connection.execute(emptied).close())

    async def get(self, request_id: str) -> OwnerRequest | None:
        """One request with its cards, in the order of the owners' ids."""
        return await self._database.read(lambda connection: _request(connection, request_id))


def _request(connection: Connection, request_id: str) -> OwnerRequest | None:
    row = connection.execute(select(owner_request).where(owner_request.c.id == request_id)).mappings().first()
    if row is None:
        return None
    columns = (owner_request_card.c.owner, owner_request_card.c.conversation, owner_request_card.c.activity)
    sent = select(*columns).where(owner_request_card.c.request_id == request_id).order_by(columns[0])
    cards = tuple(OwnerCard(*card) for card in connection.execute(sent))
    rest = dict(row)
    answer = {name: rest.pop(name) for name in ("id", "state", "answered_by", "answered_at")}
    return OwnerRequest(wanted=Wanted(**rest), cards=cards, **answer)
