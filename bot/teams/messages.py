"""Messages: answered in a personal chat; in a shared one everybody gets their own answer."""

import asyncio
import logging
from collections.abc import Awaitable

from bot.conversation.hear import hear, overheard
from bot.conversation.press import press
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.graph.entra_errors import TokenProblem
from bot.teams.activities import message
from bot.teams.connector import Connector
from bot.teams.connector_errors import ConnectorError
from bot.teams.gate import Waiting
from bot.teams.inbound import ConversationType, Inbound, json_object
from bot.teams.sign_in_prompts import SignInPrompts
from cards.kit import Card
from cards.working import working

PROGRESS_AFTER = 2.0
"""Seconds until a person is told that it takes a moment."""

log = logging.getLogger(__name__)


class Messages:
    """What happens to a message."""

    def __init__(self, tools: Tools, prompts: SignInPrompts) -> None:
        self._tools = tools
        self._prompts = prompts

    async def answer(self, told: Inbound, speaker: Speaker, connector: Connector) -> None:
        """Answer in the conversation; a sign-in that is needed first is asked for instead."""
        if told.conversation.type is not ConversationType.PERSONAL and not told.value:
            reply = overheard(told.text, speaker, told.sender.mri, self._tools)
            await connector.send(told.conversation.id, message(reply.card))
            return
        typing = asyncio.create_task(show_typing(connector, told.conversation.id))
        try:
            await self._with_progress(self._reply(told, speaker), told, speaker, connector)
        except TokenProblem as problem:
            waiting = Waiting.for_problem(speaker.person, told, problem)
            await connector.send(told.conversation.id, await self._prompts.message(problem, waiting, speaker.voice))
        finally:
            await typing

    async def _reply(self, told: Inbound, speaker: Speaker) -> Reply:
        if pressed := json_object(told.value):  # a client too old for card actions sends the button as a message
            data = dict(pressed)
            return await press(str(data.pop("verb", "")), data, speaker, self._tools)
        return await hear(told.text, speaker, self._tools)

    async def _with_progress(
        self, replying: Awaitable[Reply], told: Inbound, speaker: Speaker, connector: Connector
    ) -> None:
        """Send the answer; when it takes long, a card that says so first, which the answer then replaces."""
        task = asyncio.ensure_future(replying)
        done, _ = await asyncio.wait({task}, timeout=PROGRESS_AFTER)
        if done:
            await connector.send(told.conversation.id, message(task.result().card))
            return
        shown = await connector.send(told.conversation.id, message(working(speaker.voice)))
        card: Card | None = None
        try:
            card = (await task).card
        finally:
            await replace(connector, told.conversation.id, shown, card)


async def replace(connector: Connector, conversation: str, activity: str, card: Card | None) -> None:
    """Put the answer where the progress was; take the progress away when there is none."""
    if card:
        await connector.update(conversation, activity, message(card))
    else:
        await connector.delete(conversation, activity)


async def show_typing(connector: Connector, conversation: str) -> None:
    """Best effort: an answer without an indicator is still an answer."""
    try:
        await connector.typing(conversation)
    except ConnectorError as failed:
        log.info("typing indicator not shown: %s", failed.status)
