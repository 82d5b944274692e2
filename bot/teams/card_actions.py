"""Pressed buttons: Universal Actions, answered with the card that takes the pressed one's place."""

import asyncio
import logging
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from botbuilder.core import InvokeResponse  # pyright: ignore[reportMissingTypeStubs]

from bot.buttons import only_looks
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.graph.entra_errors import EntraUnavailable, TokenProblem
from bot.graph.sso_assertion import AssertionRefused
from bot.teams.compose_reply import Replies
from bot.teams.connector.client import Connector
from bot.teams.connector.errors import ConnectorError
from bot.teams.door.inbound import ConversationType, Inbound
from bot.teams.door.invoke_values import AUTOMATIC, CardAction, was_cancelled
from bot.teams.failure_language import answered_in
from bot.teams.failures import apology
from bot.teams.invoke_answers import consent_first, login_first, not_understood, notice, with_card, wrong_code
from bot.teams.invokes import Invoke
from bot.teams.messages import put
from bot.teams.outgoing_activities import Wire, message
from bot.teams.running_tasks import RunningTasks
from bot.teams.sign_in.identity import Identity
from bot.teams.sign_in.prompts import SignInPrompts
from bot.teams.sign_in.waiting import Waiting
from bot.texts import _, say
from cards.sign_in.cancelled import CANCELLED
from cards.talk.working import working

IN_TIME = 3.0
"""Seconds an invoke may take before a card says that it goes on; Teams gives up after five.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages
"""

PRESSED = "adaptiveCard/action"
"""What Teams calls it."""

LATER = _("I'm looking … The answer comes below, and only you see it.")

log = logging.getLogger(__name__)


class CardActions:
    """What happens to a pressed button."""

    def __init__(self, replies: Replies, identity: Identity, prompts: SignInPrompts, background: RunningTasks) -> None:
        self._replies = replies
        self._identity = identity
        self._prompts = prompts
        self._background = background

    def invokes(self) -> Mapping[str, Invoke[Any]]:
        """The one kind of invoke that is a pressed button."""
        return {PRESSED: Invoke(CardAction, self.answer, not_understood, with_card)}

    async def answer(self, value: CardAction, told: Inbound, speaker: Speaker, connector: Connector) -> InvokeResponse:
        """The answer to a press; nothing is changed for a client that only looked at a card."""
        if value.trigger == AUTOMATIC and not only_looks(value.action.verb):
            return not_understood()
        speaker = replace(speaker, voice=answered_in(told, speaker.voice))
        name, refusal = await self._signed_in(value, speaker)
        if refusal:
            return refusal
        try:
            return await self._soon(told, speaker, connector)
        except TokenProblem as problem:
            return self._prompt(problem, name, told, speaker)

    async def resume(self, told: Inbound, speaker: Speaker, connector: Connector) -> None:
        """Do what was pressed, once the sign-in is there that turned out too late to be missing."""
        await self._later(self._replies.to(told, speaker), told, speaker, connector)

    async def _signed_in(self, value: CardAction, speaker: Speaker) -> tuple[str | None, InvokeResponse | None]:
        """Take what a sign-in brought along: the prompt it answers, and the refusal if it isn't good."""
        if authentication := value.authentication:
            try:
                await self._identity.accept(speaker.person, authentication.token)
            except EntraUnavailable:
                raise  # a moment of Microsoft's, which no button gets past
            except (AssertionRefused, TokenProblem) as refused:
                log.warning("SSO token refused: %s", type(refused).__name__)
                return None, consent_first()
            return authentication.id, None
        if value.state is not None and was_cancelled(value.state):
            return None, notice(say(CANCELLED, speaker.voice))
        if value.state is not None and not self._identity.redeem(value.state, speaker.person):
            return None, wrong_code()
        return None, None

    def _prompt(self, problem: TokenProblem, name: str | None, told: Inbound, speaker: Speaker) -> InvokeResponse:
        """What stands between the press and its effect, as Teams wants to hear it."""
        if card := self._prompts.for_administrator(problem, Waiting(speaker.person, told), speaker.voice):
            return with_card(card)
        if name and self._prompts.remember(name, problem):
            return consent_first()
        waiting = Waiting(speaker.person, told, comes_again=True).after(problem)
        return login_first(self._prompts.request(problem, waiting, speaker.voice))

    async def _soon(self, told: Inbound, speaker: Speaker, connector: Connector) -> InvokeResponse:
        """The new card; what takes longer than Teams waits comes later."""
        task = asyncio.ensure_future(self._replies.to(told, speaker))
        done, _ = await asyncio.wait({task}, timeout=IN_TIME)
        if not done:
            self._background.start(self._later(task, told, speaker, connector))
            # A card that others see too can't be put back in its place later.
            alone = told.conversation.type is ConversationType.PERSONAL
            return with_card(working(speaker.voice)) if alone else notice(say(LATER, speaker.voice))
        first, *more = task.result()
        below = [message(reply.card) for reply in more]
        if stays(first, told):
            self._background.start(show([message(first.card), *below], told.reply_to_id, told, connector))
        elif below:
            self._background.start(show(below, None, told, connector))
        return with_card(first.card)

    async def _later(
        self, answering: Awaitable[tuple[Reply, ...]], told: Inbound, speaker: Speaker, connector: Connector
    ) -> None:
        """The card in place of the pressed one; where others read along, a message that only the presser sees."""
        place = told.reply_to_id
        try:
            wires = [message(reply.card) for reply in await answering]
        except TokenProblem as problem:
            place, wires = None, [await self._ask(problem, told, speaker)]
        except Exception as failure:  # the person is looking at "working": they have to hear something
            wires = [message(apology(failure, speaker.voice))]
        try:
            await show(wires, place, told, connector)
        except ConnectorError as refused:
            await show([message(apology(refused, speaker.voice))], place, told, connector)

    async def _ask(self, problem: TokenProblem, told: Inbound, speaker: Speaker) -> Wire:
        """A sign-in, too late to be the answer to the press."""
        try:
            return await self._prompts.message(problem, Waiting(speaker.person, told).after(problem), speaker.voice)
        except TokenProblem as hopeless:
            return message(apology(hopeless, speaker.voice))


def stays(reply: Reply, told: Inbound) -> bool:
    """Whether the answer takes the pressed card's place for good: always, but for a button that couldn't be used.

    A card that is only the answer to an invoke is gone when the chat is opened again, and the pressed one is back.
    """
    here = told.conversation.type is ConversationType.PERSONAL and bool(told.reply_to_id)
    return here and reply.outcome != "refused"


async def show(wires: Sequence[Wire], place: str | None, told: Inbound, connector: Connector) -> None:
    """Show the first where the pressed card stands, the others below; where others read along, to the presser only."""
    for number, wire in enumerate(wires):
        if told.conversation.type is ConversationType.PERSONAL:
            await put(connector, told.conversation.id, None if number else place, wire)
        else:
            await connector.send(told.conversation.id, wire, only_for=told.sender.mri)
