"""Messages: answered in a personal chat; in a shared one everybody gets their own answer."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

from bot.conversation.shared_chat import overheard
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.graph.entra_errors import TokenProblem
from bot.teams.compose_reply import Replies
from bot.teams.connector.client import Connector
from bot.teams.connector.errors import ConnectorError
from bot.teams.door.inbound import ConversationType, Inbound
from bot.teams.door.pressed import pressed
from bot.teams.failure_language import answered_in
from bot.teams.outgoing_activities import Wire, message
from bot.teams.sign_in.prompts import SignInPrompts
from bot.teams.sign_in.waiting import Waiting
from bot.texts import Voice
from cards.sent.unread import unread
from cards.talk.working import working

TYPING_AFTER = 0.3
"""Seconds until the bot is shown at work; an answer that is there by then needs no announcement of its own."""
PROGRESS_AFTER = 2.0
"""Seconds until a person is told that it takes a moment."""

log = logging.getLogger(__name__)


class Messages:
    """What happens to a message."""

    def __init__(self, tools: Tools, replies: Replies, prompts: SignInPrompts) -> None:
        self._tools = tools
        self._replies = replies
        self._prompts = prompts

    async def answer(self, told: Inbound, speaker: Speaker, connector: Connector) -> None:
        """Answer in the conversation; a sign-in that is needed first is asked for instead."""
        alone = told.conversation.type is ConversationType.PERSONAL
        if told.enclosed and not told.text and pressed(told) is None and not (alone and told.attached):
            await connector.send(told.conversation.id, message(unread(told.enclosed, speaker.voice)))
        elif alone:
            await self._personally(told, speaker, connector)
        elif pressed(told) is not None:
            for wire in await self._private(told, speaker):
                await connector.send(told.conversation.id, wire, only_for=told.sender.mri)
        else:
            reply = overheard(told.text, speaker, told.sender.mri, self._tools)
            await connector.send(told.conversation.id, message(reply.card))

    async def _personally(self, told: Inbound, speaker: Speaker, connector: Connector) -> None:
        answering = asyncio.ensure_future(self._private(told, speaker))
        if await done_within(TYPING_AFTER, answering):
            await send_all(connector, told.conversation.id, await answering)
            return
        typing = asyncio.create_task(show_typing(connector, told.conversation.id))
        try:
            await self._with_progress(answering, told, speaker, connector)
        finally:
            await typing

    async def _private(self, told: Inbound, speaker: Speaker) -> list[Wire]:
        """What one person may see: the answers, or what is needed before there can be any."""
        try:
            return [message(reply.card) for reply in await self._replies.to(told, speaker)]
        except TokenProblem as problem:
            waiting = Waiting(speaker.person, told).after(problem)
            return [await self._prompts.message(problem, waiting, answered_in(told, speaker.voice))]

    async def _with_progress(
        self, answering: asyncio.Future[list[Wire]], told: Inbound, speaker: Speaker, connector: Connector
    ) -> None:
        """Send the answer; when it takes long, a card that says so first, which the answer then replaces."""
        conversation, shown = told.conversation.id, ""
        if not await done_within(PROGRESS_AFTER - TYPING_AFTER, answering):
            shown = await show_working(connector, conversation, answered_in(told, speaker.voice))
        try:
            first, *more = await answering
        except Exception:
            if shown:
                await take_back(connector, conversation, shown)
            raise
        await put(connector, conversation, shown, first)
        await send_all(connector, conversation, more)


async def done_within(seconds: float, task: asyncio.Future[Any]) -> bool:
    """Whether it is done before this time is over; it goes on if it isn't."""
    done, _ = await asyncio.wait({task}, timeout=seconds)
    return bool(done)


async def send_all(connector: Connector, conversation: str, wires: Sequence[Wire]) -> None:
    """Send them one after another, so that they stand in their order."""
    for wire in wires:
        await connector.send(conversation, wire)


async def put(connector: Connector, conversation: str, activity: str | None, wire: Wire) -> None:
    """Put an answer where an earlier card stands; below it, when there is none or it can't be changed any more."""
    if activity:
        try:
            await connector.update(conversation, activity, wire)
            return
        except ConnectorError as refused:
            log.info("a card could not be replaced: %s %s", refused.status, refused.code)
    await connector.send(conversation, wire)


async def show_working(connector: Connector, conversation: str, voice: Voice) -> str:
    """Say that it takes a moment; the id of that card, empty when it could not be sent."""
    try:
        return await connector.send(conversation, message(working(voice)))
    except ConnectorError as refused:
        log.info("progress not shown: %s %s", refused.status, refused.code)
        return ""


async def take_back(connector: Connector, conversation: str, activity: str) -> None:
    """Delete a card that said it takes a moment, if that can be done: what comes instead says how it went."""
    try:
        await connector.delete(conversation, activity)
    except ConnectorError as refused:
        log.info("progress not taken away: %s %s", refused.status, refused.code)


async def show_typing(connector: Connector, conversation: str) -> None:
    """Show that the bot is at work, if Teams lets it: an answer without an indicator is still an answer."""
    try:
        await connector.typing(conversation)
    except ConnectorError as failed:
        log.info("typing indicator not shown: %s", failed.status)
