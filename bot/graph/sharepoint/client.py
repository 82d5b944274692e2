"""Graph and SharePoint as one person: what is SharePoint's goes out at the same time as Graph's batches.

The tenant's host, and the account of a person who is known only by id, are asked of Graph when they are first needed,
beside the wave and not before it: whoever asks about no photo pays nothing, and of those who do the first one a day
waits one round trip more. Looked up at sign-in, everybody would pay for what few ask; looked up with names, only those
who name somebody would profit, and the client would have to know what the search is for.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import aiohttp

from bot.graph.client import GraphClient, Traffic
from bot.graph.sharepoint.hosts import Hosts, own_host
from bot.graph.sharepoint.photo_copies import with_copies
from bot.graph.sharepoint.site import Site, TokenFor
from bot.pictures.darkroom import Darkroom
from bot.reading import Ids, Plan, Reading, Readings, Unreadable
from bot.readings.photo_copies import PhotoCopies
from bot.readings.sharepoint import RootSite
from bot.readings.user import User
from bot.scopes import Resource


@dataclass(frozen=True, slots=True)
class Way:
    """How a tenant's SharePoint is reached as one person."""

    tenant: str
    hosts: Hosts
    reach: Callable[[str], str]
    token_for: TokenFor
    darkroom: Darkroom


@dataclass(frozen=True, slots=True)
class Wish:
    """A reading of SharePoint's, and which plan asks for it."""

    place: int
    reading: type[Reading]
    ids: Ids

    @property
    def nameless(self) -> bool:
        """Whether the account has to be found first: SharePoint knows nobody by their object id."""
        return self.ids.subject != self.ids.asker and not self.ids.account and not self.ids.picture

    def lacking(self, unread: object) -> Unreadable:
        """What to say of it when what it takes could not be read; that this isn't there proves nothing of the rest."""
        if not isinstance(unread, Unreadable):
            return Unreadable(self.reading, 200, "UnexpectedAnswer")
        if unread.status in {400, 404}:
            return Unreadable(self.reading, 200, "NotVisible", unread.needs)
        return Unreadable(self.reading, unread.status, unread.code, unread.needs)


@lru_cache(1024)
def of_sharepoint(wanted: tuple[type[Reading], ...]) -> tuple[type[Reading], ...]:
    """Those that SharePoint is asked for; remembered, because most questions have none and all come through here."""
    return tuple(reading for reading in wanted if reading.audience is Resource.SHAREPOINT)


class GraphAndSharePoint(GraphClient):
    """A `GraphClient` that can also be asked for readings of SharePoint's."""

    def __init__(
        self,
        http: aiohttp.ClientSession,
        root: str,
        token: Callable[[], Awaitable[str]],
        way: Way,
        traffic: Traffic | None,
    ) -> None:
        super().__init__(http, root, token, traffic)
        self._way = way

    async def read(self, plans: Sequence[Plan]) -> Sequence[Readings]:
        """Every reading in one wave, whoever it is asked of; pictures in a second."""
        if any(PhotoCopies in plan.wanted for plan in plans):
            return await with_copies(plans, self._wave_of_both, self._way.darkroom)
        return await self._wave_of_both(plans)

    async def _wave_of_both(self, plans: Sequence[Plan]) -> Sequence[Readings]:
        if any(of_sharepoint(plan.wanted) for plan in plans):
            return await self._both(plans)
        return await super().read(plans)

    async def _both(self, plans: Sequence[Plan]) -> Sequence[Readings]:
        wishes = [Wish(n, reading, plan.ids) for n, plan in enumerate(plans) for reading in of_sharepoint(plan.wanted)]
        of_graph = [Plan(tuple(r for r in plan.wanted if r.audience is Resource.GRAPH), plan.ids) for plan in plans]
        waves, found = await asyncio.gather(super().read(of_graph), self._of_sharepoint(wishes))
        merged = [dict(readings) for readings in waves]
        for wish, got in zip(wishes, found, strict=True):
            merged[wish.place][wish.reading] = got
        return merged

    async def _of_sharepoint(self, wishes: Sequence[Wish]) -> Sequence[Reading | Unreadable]:
        """Each, in their order. May raise `GraphDown`, `ChallengeNeeded` or `SignInNeeded`."""
        host = self._way.hosts.find(self._way.tenant)
        where = [] if host else [Plan((RootSite,), wishes[0].ids)]
        who = [Plan((User,), wish.ids) for wish in wishes if wish.nameless]
        found = await super().read([*where, *who]) if where or who else ()
        people = {plan.ids.subject: got[User] for plan, got in zip(who, found[len(where) :], strict=True)}
        root = next((got[RootSite] for got in found[: len(where)]), None)
        if isinstance(root, RootSite):
            host = self._way.hosts.keep(self._way.tenant, root)
        if host is None:
            return [wish.lacking(root) for wish in wishes]
        return await asyncio.gather(*(self._one(host, wish, people.get(wish.ids.subject)) for wish in wishes))

    async def _one(self, host: str, wish: Wish, person: object) -> Reading | Unreadable:
        if wish.nameless:
            if not isinstance(person, User) or not person.user_principal_name:
                return wish.lacking(person)
            wish = replace(wish, ids=replace(wish.ids, account=person.user_principal_name))
        there = own_host(host, wish.ids.picture) if wish.ids.picture else host
        if there is None:
            return Unreadable(wish.reading, 200, "NotVisible")
        self._traffic.requests += 1
        return await Site(self._http, there, self._way.reach, self._way.token_for).read(wish.reading, wish.ids)
