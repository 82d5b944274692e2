"""A request no owner answered within a week: it is closed, the owners' cards with it, and the asker is told once."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.follow_up import Done, Kind, Tell
from bot.housekeeping.telling import Telling
from bot.ports import Clock, Person
from bot.store.follow_ups import FollowUp, StoredFollowUps
from bot.store.requests import OwnerRequest, OwnerRequests
from bot.texts import Voice
from cards.groups.owner_request_closed import owner_request_closed
from cards.groups.request_answered import request_answered
from cards.kit import Card

KIND = "expire_owner_request"
TOLD_WITHIN = timedelta(days=3)
"""How long it is tried to tell the asker; later it is no news."""


@dataclass(frozen=True)
class UnansweredRequests:
    """Finds them, and closes each as a follow-up of its own, since each has its own message to send."""

    requests: OwnerRequests
    telling: Telling
    stored: StoredFollowUps
    clock: Clock
    group_name: Callable[[OwnerRequest], Awaitable[str]]
    """What the asker calls the group; empty when nobody can look: names aren't kept."""

    async def find(self, now: datetime) -> None:
        """Close every request that has been open for too long."""
        for request in await self.requests.unanswered(now):
            id, asker = f"{KIND}:{request.id}", request.wanted.asker
            state = {"request": request.id}
            await self.stored.add(
                FollowUp(id, KIND, request.wanted.tenant, asker, state, now, now, deadline=now + TOLD_WITHIN)
            )

    @property
    def kind(self) -> Kind:
        """How one of them is closed."""
        return Kind(self.close)

    async def close(self, held: FollowUp) -> Done | Tell:
        """Close it unless an owner was quicker. What was done of it before a crash is done once more, to no harm."""
        id = str(held.state["request"])
        await self.requests.expire(id, self.clock.now())
        request = await self.requests.get(id)
        if request is None or request.state != "expired":
            return Done()
        await asyncio.gather(*(self._closed(request.wanted.tenant, *place) for place in places(request)))
        asker, name = Person(request.wanted.tenant, request.wanted.asker), await self.group_name(request)

        def card(voice: Voice) -> Card:
            return request_answered(name, "", "expired", voice)

        async def send(_key: str) -> str | None:
            return await self.telling.tell(asker, card)

        return Tell(send)

    async def _closed(self, tenant: str, owner: str, conversation: str, activity: str) -> None:
        def card(voice: Voice) -> Card:
            return owner_request_closed("expired", voice)

        await self.telling.replace(Person(tenant, owner), conversation, activity, card)


def places(request: OwnerRequest) -> list[tuple[str, str, str]]:
    """Where each owner was asked: their id, the conversation, the activity."""
    return [(card.owner, card.conversation, card.activity) for card in request.cards]
