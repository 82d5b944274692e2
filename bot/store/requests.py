"""Requests to a group's owners: "make me an owner", "please change this"."""

import asyncio
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Update, delete, insert, select, update

from bot.ports import AskedLately
from bot.store.database import Database
from bot.store.tables import owner_request, owner_request_card

Wish = Literal["owner", "change"]
State = Literal["open", "answering", "done", "declined", "expired"]
"""`answering` is an owner's claim: nobody else's answer counts meanwhile."""
LONGEST_NOTE = 500
ANSWERED_WITHIN = timedelta(days=7)
"""How long owners have to answer."""
CLAIMED_FOR = timedelta(minutes=2)
"""How long one owner's answer keeps the others waiting: longer than any change takes, in case the process dies."""
ASKED_AGAIN_AFTER = timedelta(days=1)
"""How soon the same may be asked again."""
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
        self._opening = asyncio.Lock()

    async def open(self, wanted: Wanted) -> str:
        """Record a request; its id. Raises `AskedLately` when the same was asked within a day and not granted."""
        request_id = str(uuid4())
        request = insert(owner_request).values(id=request_id, state="open", **asdict(wanted))
        same = select(owner_request.c.id).where(*_same_as(wanted)).limit(1)

        def add(connection: Connection) -> None:
            if connection.execute(same).first():
                raise AskedLately
            connection.execute(request).close()

        async with self._opening:  # else two of the same at once would both see none; PostgreSQL lets both look first
            await self._database.write(add)
        return request_id

    async def card_sent(self, request_id: str, card: OwnerCard) -> None:
        """Remember where an owner was asked; asking again replaces it.

        Raises `IntegrityError` without such a request.
        """
        place = {"conversation": card.conversation, "activity": card.activity}
        statement = self._database.insert(owner_request_card).values(request_id=request_id, owner=card.owner, **place)
        upsert = statement.on_conflict_do_update(index_elements=["request_id", "owner"], set_=place)
        await self._database.write(lambda connection: connection.execute(upsert).close())

    async def claim(self, request_id: str, *, by: str, at: datetime) -> bool:
        """Whether this owner's answer is the one that counts from now on, until it is given or taken back."""
        free = (owner_request.c.state == "open") | _claim_is_over(at)
        claimed = (
            update(owner_request)
            .where(owner_request.c.id == request_id, free)
            .values(state="answering", answered_by=by, answered_at=at)
        )
        return await self._changes_one(claimed)

    async def release(self, request_id: str, *, by: str) -> None:
        """This owner's answer came to nothing: let every owner answer again."""
        released = (
            update(owner_request)
            .where(owner_request.c.id == request_id, _claimed_by(by))
            .values(state="open", answered_by=None, answered_at=None)
        )
        await self._changes_one(released)

    async def answer(self, request_id: str, state: Literal["done", "declined"], *, by: str, at: datetime) -> bool:
        """Close a request with an owner's answer; false when it is closed, or another owner's to answer."""
        theirs = (owner_request.c.state == "open") | _claimed_by(by)
        answered = (
            update(owner_request)
            .where(owner_request.c.id == request_id, theirs)
            .values(state=state, answered_by=by, answered_at=at)
        )
        return await self._changes_one(answered)

    async def unanswered(self, now: datetime) -> tuple[OwnerRequest, ...]:
        """What has been open for longer than `ANSWERED_WITHIN`, the oldest first."""
        waits = (owner_request.c.state == "open") | _claim_is_over(now)
        late = waits & (owner_request.c.created_at < now - ANSWERED_WITHIN)
        query = select(owner_request.c.id).where(late).order_by(owner_request.c.created_at)

        def read(connection: Connection) -> tuple[OwnerRequest, ...]:
            found = (_request(connection, id) for id in connection.execute(query).scalars().all())
            return tuple(request for request in found if request is not None)

        return await self._database.read(read)

    async def expire(self, request_id: str, at: datetime) -> bool:
        """Close a request that nobody answered; false when it wasn't open any more."""
        expired = (
            update(owner_request)
            .where(owner_request.c.id == request_id, (owner_request.c.state == "open") | _claim_is_over(at))
            .values(state="expired", answered_by=None, answered_at=at)
        )
        return await self._changes_one(expired)

    async def forget_answered(self, now: datetime) -> int:
        """Empty the notes of closed requests, and drop those closed longer ago than `REMEMBERED`; how many in all."""
        closed = owner_request.c.state.not_in(["open", "answering"])
        old = select(owner_request.c.id).where(closed, owner_request.c.answered_at < now - REMEMBERED)
        noted = closed & (owner_request.c.note != "")

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

    async def _changes_one(self, change: Update) -> bool:
        return await self._database.write(lambda connection: connection.execute(change).rowcount) == 1


def _claimed_by(owner: str) -> ColumnElement[bool]:
    return (owner_request.c.state == "answering") & (owner_request.c.answered_by == owner)


def _claim_is_over(now: datetime) -> ColumnElement[bool]:
    """A claim that was never given back, since its process is gone."""
    return (owner_request.c.state == "answering") & (owner_request.c.answered_at < now - CLAIMED_FOR)


def _same_as(wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    """Requests of the same, lately, that weren't granted; of changes, those in the same words."""
    column = owner_request.c
    whose = (column.tenant == wanted.tenant, column.asker == wanted.asker, column.group_id == wanted.group_id)
    what = (column.wish == wanted.wish, *([column.note == wanted.note] if wanted.wish == "change" else []))
    lately = column.created_at > wanted.created_at - ASKED_AGAIN_AFTER
    return (*whose, *what, lately, column.state.in_(["open", "answering", "declined"]))


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
