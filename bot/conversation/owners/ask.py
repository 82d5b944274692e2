"""The asker's side of a request: recorded, then put to the owners in their own chats."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from bot.conversation.owners.proactive_cards import Post, Posted
from bot.model import Subject
from bot.ports import Clock, Graph, Person
from bot.reading import Ids, Plan
from bot.readings.group import Owners
from bot.steps import Ask
from bot.store.requests import OwnerCard, OwnerRequests, Wanted
from bot.texts import Voice
from cards.groups.owner_request import owner_request
from cards.kit import Card

MOST_OWNERS = 10
"""How many are asked at once: a group can have a hundred owners, and they needn't all be disturbed."""


@dataclass(frozen=True)
class OwnersMessenger:
    """A `bot.ports.Messenger` that sees the owners the asker can see."""

    requests: OwnerRequests
    post: Post
    clock: Clock
    nonce: Callable[[], str]
    graph: Graph
    conversation: str
    """The asker's conversation, which the answer belongs to."""

    async def ask(self, request: Ask, asker: Person, subject: Subject) -> int:
        """Put the request to the owners; how many of them were reached. May raise `GraphDown`."""
        (read,) = await self.graph.read([Plan((Owners,), Ids(request.group_id, asker.id, asker.id))])
        got = read[Owners]
        people = [owner for owner in got.reachable if owner.id != asker.id] if isinstance(got, Owners) else []
        if not people:
            return 0
        wanted = Wanted(
            created_at=self.clock.now(),
            tenant=asker.tenant,
            asker=asker.id,
            asker_conversation=self.conversation,
            group_id=request.group_id,
            wish=request.wish,
            note=request.note,
        )
        id = await self.requests.open(wanted)
        nonce = self.nonce()  # one for all of them: when two owners press at the same time, one press counts

        def card(voice: Voice) -> Card:
            return owner_request(asker.name, subject.name, request.wish, request.note, id, nonce, voice)

        chosen = (Person(asker.tenant, owner.id) for owner in people[:MOST_OWNERS])
        sent = await asyncio.gather(*(self._put_to(owner, id, card) for owner in chosen))
        return sum(1 for posted in sent if posted)

    async def _put_to(self, owner: Person, id: str, card: Callable[[Voice], Card]) -> Posted | None:
        posted = await self.post.to_person(owner, card)
        if posted:
            await self.requests.card_sent(id, OwnerCard(owner.id, posted.conversation, posted.activity))
        return posted
