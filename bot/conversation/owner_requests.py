"""The owners' side of a request: the first of them to answer decides, and whoever asked is told."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from bot.buttons import BadButton, Decline, Grant
from bot.conversation.post import Post, Posted
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.model import Subject, SubjectKind
from bot.ports import Clock, Graph, Intent, Ledger, Person, PressedBefore
from bot.readings.group import Group, Owners
from bot.remediate import so_far, write
from bot.remedies.add_owner import AddOwner
from bot.remedy import Accepted, Lost, Outcome, Refused, Write, WriteResult
from bot.store.requests import OwnerRequest, Wanted
from bot.store.requests import OwnerRequests as Requests
from bot.texts import Text, Voice, _
from cards.groups.owner_request import owner_request
from cards.groups.owner_request_closed import Closed, owner_request_closed
from cards.groups.request_answered import request_answered
from cards.kit import Card
from cards.outcome.refusal import plainly

DIAGNOSIS = "asker_cannot_manage_group"
"""What a granted request cures; the audit wants a reason."""
NOT_SEEN = _("I could not see it take effect. Look in a minute before you press again.")


class GraphAs(Protocol):
    """Opens Graph as one person, with scopes beyond those for reading when they are needed."""

    def __call__(self, person: Person, scopes: Sequence[str] = ()) -> Graph:
        """Nothing is asked yet: a missing token or consent shows with the first request, as a `TokenProblem`."""
        ...


@dataclass(frozen=True)
class OwnersAnswers:
    """What happens when an owner presses Do it or Decline."""

    requests: Requests
    post: Post
    ledger: Ledger
    clock: Clock
    nonce: Callable[[], str]
    graph: GraphAs

    async def answered(self, button: Grant | Decline, owner: Speaker) -> Reply:
        """The card for the owner. Raises `BadButton` for a request that isn't theirs, `GraphDown`, `TokenProblem`."""
        request = await self.requests.get(button.request)
        if request is None or not asked(request, owner.person):
            raise BadButton("not a request to this person")
        if request.state != "open":
            return Reply("acted", owner_request_closed(request.state, owner.voice))
        if isinstance(button, Decline):
            return await self._close(request, "declined", button, owner)
        if request.wanted.wish == "owner" and (problem := await self._make_owner(button, request.wanted, owner)):
            return Reply("acted", self._once_more(button, request, problem, owner.voice))
        return await self._close(request, "done", button, owner)

    async def _make_owner(self, button: Grant, wanted: Wanted, owner: Speaker) -> Text | None:
        """Done with the owner's rights; what went wrong, if the list of owners doesn't show it afterwards."""
        graph = self.graph(owner.person, (AddOwner.scope,))
        got = await graph.read((Group, Owners), wanted.group_id, owner.person.id)
        group, owners = got[Group], got[Owners]
        if isinstance(owners, Owners) and owns(wanted.asker, owners):
            return None
        remedy = ownership(button, wanted, unified=isinstance(group, Group) and group.unified)
        subject = Subject(SubjectKind.GROUP, wanted.group_id, button.group_name)
        intent = Intent(self.clock.now(), owner.person, owner.conversation, DIAGNOSIS, remedy, subject, button.nonce)
        try:
            action = await self.ledger.begin(intent)
        except PressedBefore as before:
            return None if before.outcome is Outcome.DONE else NOT_SEEN
        results = await self._written(action, remedy, graph)
        outcome = await read_back(graph, wanted, owner.person, results)
        refused = results[-1] if isinstance(results[-1], Refused) else None
        status, code = (refused.status, refused.code) if refused else (None, None)
        await self.ledger.settle(action, outcome, self.clock.now(), status, code)
        if outcome is Outcome.DONE:
            return None
        return plainly(refused, remedy) if refused else NOT_SEEN

    async def _written(self, action: str, remedy: AddOwner, graph: Graph) -> Sequence[WriteResult]:
        """Take the steps, up to the first that isn't accepted."""
        results: list[WriteResult] = []
        try:
            for step in remedy.steps():
                if isinstance(step, Write) and all(isinstance(result, Accepted) for result in results):
                    results.append(await write(step, graph))
        except Exception as stopped:  # before its step was sent: a stronger sign-in is wanted, or the token is gone
            await self.ledger.settle(action, so_far(results), self.clock.now(), None, type(stopped).__name__)
            raise
        return results

    async def _close(
        self, request: OwnerRequest, state: Literal["done", "declined"], button: Grant | Decline, owner: Speaker
    ) -> Reply:
        """The first answer wins: it is shown to every owner who was asked, and told to the asker."""
        won = await self.requests.answer(request.id, state, by=owner.person.id, at=self.clock.now())
        if won:
            tenant, asker = request.wanted.tenant, Person(request.wanted.tenant, request.wanted.asker)
            closing = (
                self.post.replace(Person(tenant, sent.owner), Posted(sent.conversation, sent.activity), closed(state))
                for sent in request.cards
            )
            await asyncio.gather(
                *closing, self.post.to_person(asker, told(button.group_name, owner.person.name, state))
            )
        return Reply("acted", owner_request_closed(state, owner.voice))

    def _once_more(self, button: Grant, request: OwnerRequest, problem: Text, voice: Voice) -> Card:
        """The request again, with what went wrong on top."""
        wanted, nonce = request.wanted, self.nonce()
        names = (button.asker_name, button.group_name)
        return owner_request(*names, wanted.wish, wanted.note, request.id, nonce, voice, problem)


def ownership(button: Grant, wanted: Wanted, *, unified: bool) -> AddOwner:
    """The remedy: whom and where the database says, the names the button brought."""
    return AddOwner(
        group_id=wanted.group_id,
        group_name=button.group_name,
        user_id=wanted.asker,
        user_name=button.asker_name,
        member_too=unified,
    )


def told(group: str, owner: str, state: Closed) -> Callable[[Voice], Card]:
    """What the asker is told, in their own language."""

    def card(voice: Voice) -> Card:
        return request_answered(group, owner, state, voice)

    return card


def closed(state: Closed) -> Callable[[Voice], Card]:
    """What every owner who was asked sees from now on, each in their own language."""

    def card(voice: Voice) -> Card:
        return owner_request_closed(state, voice)

    return card


def asked(request: OwnerRequest, person: Person) -> bool:
    """Whether this person is one of the owners who were asked, in the tenant it was asked in."""
    return request.wanted.tenant == person.tenant and person.id in {card.owner for card in request.cards}


def owns(person: str, owners: Owners) -> bool:
    """Whether the person with this id is among them."""
    return any(owner.id == person for owner in owners.value)


async def read_back(graph: Graph, wanted: Wanted, owner: Person, results: Sequence[WriteResult]) -> Outcome:
    """The outcome, never better than what the list of owners shows now."""
    if isinstance(results[-1], Refused):
        return so_far(results)
    try:
        got = (await graph.read((Owners,), wanted.group_id, owner.id))[Owners]
    except Exception:  # written, but nobody can say what became of it
        return Outcome.UNKNOWN
    if isinstance(got, Owners) and owns(wanted.asker, got):
        return Outcome.DONE
    return Outcome.UNKNOWN if isinstance(results[-1], Lost) or not isinstance(got, Owners) else Outcome.ACCEPTED
