"""The owners' side of a request: the first of them to answer decides, and whoever asked is told."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from bot.buttons import BadButton, Decline, Grant
from bot.conversation.owners.proactive_cards import Post, Posted
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.diagnose import diagnose
from bot.diagnoses.group import person_is_no_owner
from bot.model import Question, Report, Subject, SubjectKind, Symptom
from bot.ports import Clock, Graph, Ledger, Person, PressedBefore
from bot.remediate import Action, NothingToDo, World, remediate
from bot.remedies.add_owner import AddOwner
from bot.remedy import Outcome
from bot.steps import Ask
from bot.store.requests import OwnerRequest, Wanted
from bot.store.requests import OwnerRequests as Requests
from bot.texts import Text, Voice, _
from cards.groups.owner_request import owner_request
from cards.groups.owner_request_closed import Closed, owner_request_closed
from cards.groups.request_answered import request_answered
from cards.kit import Card
from cards.outcome.refusal import plainly

DIAGNOSIS = person_is_no_owner.diagnose.id
"""What a granted request cures."""
NOT_YOURS = _("I can't see that you may make somebody an owner of this group.")
BUSY = _("Another owner is answering this just now. Look again in a minute.")
NOT_SEEN = _("I could not see it take effect. Look in a minute before you press again.")


class GraphAs(Protocol):
    """Opens Graph as one person, with scopes beyond those for reading when they are needed."""

    def __call__(self, person: Person, scopes: Sequence[str] = ()) -> Graph:
        """Nothing is asked yet: a missing token or consent shows with the first request, as a `TokenProblem`."""
        ...


class Nobody:
    """A `bot.ports.Messenger` for remedies that ask nobody."""

    async def ask(self, request: Ask, asker: Person, subject: Subject) -> int:
        """Nobody is reached."""
        return 0


nobody = Nobody()


@dataclass(frozen=True)
class OwnersAnswers:
    """What happens when an owner presses Do it or Decline."""

    requests: Requests
    post: Post
    ledger: Ledger
    clock: Clock
    nonce: Callable[[], str]
    graph: GraphAs
    patience: Sequence[float]

    async def answered(self, button: Grant | Decline, owner: Speaker) -> Reply:
        """The card for the owner. Raises `BadButton` for a request that isn't theirs, `GraphDown`, `TokenProblem`."""
        request = await self.requests.get(button.request)
        if request is None or not asked(request, owner.person):
            raise BadButton("not a request to this person")
        if ended := closed_as(request):
            return Reply("acted", owner_request_closed(ended, owner.voice))
        if await self.requests.claim(request.id, by=owner.person.id, at=self.clock.now()):
            return await self._claimed(button, request, owner)
        return await self._too_late(button, request, owner)

    async def _too_late(self, button: Grant | Decline, request: OwnerRequest, owner: Speaker) -> Reply:
        """Somebody else has answered, or is about to."""
        now = await self.requests.get(request.id) or request
        if ended := closed_as(now):
            return Reply("acted", owner_request_closed(ended, owner.voice))
        return Reply("refused", self._once_more(button, now, BUSY, owner.voice))

    async def _claimed(self, button: Grant | Decline, request: OwnerRequest, owner: Speaker) -> Reply:
        """This owner's answer alone counts now; when it comes to nothing, any owner may answer again."""
        try:
            problem = await self._granted(button, request.wanted, owner)
        except BaseException:
            await self.requests.release(request.id, by=owner.person.id)
            raise
        if problem:
            await self.requests.release(request.id, by=owner.person.id)
            return Reply("acted", self._once_more(button, request, problem, owner.voice))
        return await self._close(request, "done" if isinstance(button, Grant) else "declined", button, owner)

    async def _granted(self, button: Grant | Decline, wanted: Wanted, owner: Speaker) -> Text | None:
        """Make the asker an owner if that is the answer; a no, and what is done by hand, change nothing here."""
        if isinstance(button, Decline) or wanted.wish != "owner":
            return None
        return await self._make_owner(button, wanted, owner)

    async def _make_owner(self, button: Grant, wanted: Wanted, owner: Speaker) -> Text | None:
        """Done with the owner's rights, as any remedy is; what went wrong, unless it is seen afterwards."""
        world = World(self.graph(owner.person, (AddOwner.scope,)), self.ledger, nobody, self.clock, self.patience)
        act = await self._action(button, wanted, owner, world.graph)
        if isinstance(act, Report):
            return why_not(act)
        try:
            done = await remediate(act, world)
        except PressedBefore as before:
            return None if before.outcome is Outcome.DONE else NOT_SEEN
        if isinstance(done, NothingToDo):
            return why_not(done.report)
        if done.outcome is Outcome.DONE:
            return None
        return plainly(done.refused, act.remedy) if done.refused else NOT_SEEN

    async def _action(self, button: Grant, wanted: Wanted, owner: Speaker, graph: Graph) -> Action | Report:
        """Making the asker an owner, if that is offered to this owner now; else what was found instead."""
        question = Question(
            symptom=Symptom.GROUP_OWNERS,
            subject=Subject(SubjectKind.GROUP, wanted.group_id, button.group_name),
            asker=owner.person.id,
            asked=self.clock.now(),
            person=wanted.asker,
        )
        report = await diagnose(question, graph)
        found = report.findings.get(DIAGNOSIS)
        offered = next((each for each in found.remedies if isinstance(each, AddOwner)), None) if found else None
        if offered is None:
            return report
        return Action(question, DIAGNOSIS, offered, owner.person, owner.conversation, button.nonce, {})

    async def _close(
        self, request: OwnerRequest, state: Literal["done", "declined"], button: Grant | Decline, owner: Speaker
    ) -> Reply:
        """The first answer wins: it is shown to every owner who was asked, and told to the asker."""
        if not await self.requests.answer(request.id, state, by=owner.person.id, at=self.clock.now()):
            return await self._too_late(button, request, owner)
        seen = request.wanted.wish == "owner"  # that was read back; of any other change nobody knows what it was
        tenant, asker = request.wanted.tenant, Person(request.wanted.tenant, request.wanted.asker)
        closing = (
            self.post.replace(Person(tenant, sent.owner), Posted(sent.conversation, sent.activity), closed(state))
            for sent in request.cards
        )
        await asyncio.gather(
            *closing, self.post.to_person(asker, told(button.group_name, owner.person.name, state, seen=seen))
        )
        return Reply("acted", owner_request_closed(state, owner.voice))

    def _once_more(self, button: Grant | Decline, request: OwnerRequest, problem: Text, voice: Voice) -> Card:
        """The request again, with what went wrong on top."""
        wanted, nonce = request.wanted, self.nonce()
        names = (button.asker_name, button.group_name)
        return owner_request(*names, wanted.wish, wanted.note, request.id, nonce, voice, problem)


def closed_as(request: OwnerRequest) -> Closed | None:
    """How it ended; `None` while an answer may come."""
    return None if request.state == "open" or request.state == "answering" else request.state  # noqa: PLR1714 - types


def why_not(report: Report) -> Text | None:
    """Why nobody was made an owner; `None` when they are one already."""
    if report.silent(DIAGNOSIS):
        return None
    cause = report.cause
    return cause.title if cause else NOT_YOURS


def told(group: str, owner: str, state: Closed, *, seen: bool) -> Callable[[Voice], Card]:
    """What the asker is told, in their own language."""

    def card(voice: Voice) -> Card:
        return request_answered(group, owner, state, voice, seen=seen)

    return card


def closed(state: Closed) -> Callable[[Voice], Card]:
    """What every owner who was asked sees from now on, each in their own language."""

    def card(voice: Voice) -> Card:
        return owner_request_closed(state, voice)

    return card


def asked(request: OwnerRequest, person: Person) -> bool:
    """Whether this person is one of the owners who were asked, in the tenant it was asked in."""
    return request.wanted.tenant == person.tenant and person.id in {card.owner for card in request.cards}
