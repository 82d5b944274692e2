"""Pressed buttons: Universal Actions, answered with the card that takes the pressed one's place."""

import asyncio
import logging
from collections.abc import Awaitable, Mapping
from dataclasses import replace
from typing import Any

from botbuilder.core import InvokeResponse  # pyright: ignore[reportMissingTypeStubs]

from bot.conversation.press import press
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.graph.entra_errors import TokenProblem
from bot.graph.sso_assertion import AssertionRefused
from bot.teams.activities import Wire, message
from bot.teams.background import Background
from bot.teams.connector import Connector
from bot.teams.failures import apology
from bot.teams.gate import Waiting
from bot.teams.identity import Identity
from bot.teams.inbound import ConversationType, Inbound, json_object
from bot.teams.invoke_answers import consent_first, login_first, not_understood, with_card, wrong_code
from bot.teams.languages import answered_in
from bot.teams.messages import put
from bot.teams.sign_in_prompts import SignInPrompts
from cards.working import working

IN_TIME = 3.0
"""Seconds an invoke may take before a card says that it goes on; Teams gives up after five.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages
"""

log = logging.getLogger(__name__)


class CardActions:
    """What happens to a pressed button."""

    def __init__(self, tools: Tools, identity: Identity, prompts: SignInPrompts, background: Background) -> None:
        self._tools = tools
        self._identity = identity
        self._prompts = prompts
        self._background = background

    async def answer(
        self, value: Mapping[str, Any], told: Inbound, speaker: Speaker, connector: Connector
    ) -> InvokeResponse:
        """The answer to `adaptiveCard/action`."""
        action = json_object(value.get("action")) or {}
        verb, data = action.get("verb"), json_object(action.get("data"))
        if not isinstance(verb, str) or data is None:
            return not_understood()
        speaker = replace(speaker, voice=answered_in(told, speaker.voice))
        name, refusal = await self._signed_in(value, speaker)
        if refusal:
            return refusal
        try:
            return await self._soon(press(verb, data, speaker, self._tools), told, speaker, connector)
        except TokenProblem as problem:
            return self._prompt(problem, name, told, speaker)

    async def resume(self, told: Inbound, speaker: Speaker, connector: Connector) -> None:
        """Do what was pressed, once the sign-in is there that turned out too late to be missing."""
        action = json_object((json_object(told.value) or {}).get("action")) or {}
        data = json_object(action.get("data")) or {}
        await self._later(press(str(action.get("verb")), data, speaker, self._tools), told, speaker, connector)

    async def _signed_in(self, value: Mapping[str, Any], speaker: Speaker) -> tuple[str | None, InvokeResponse | None]:
        """Take what a sign-in brought along: the prompt it answers, and the refusal if it isn't good."""
        if authentication := json_object(value.get("authentication")):
            try:
                await self._identity.accept(speaker.person, authentication.get("token"))
            except (AssertionRefused, TokenProblem) as refused:
                log.warning("SSO token refused: %s", type(refused).__name__)
                return None, consent_first()
            return str(authentication.get("id")), None
        if value.get("state") is not None and not self._identity.redeem(value["state"], speaker.person):
            return None, wrong_code()
        return None, None

    def _prompt(self, problem: TokenProblem, name: str | None, told: Inbound, speaker: Speaker) -> InvokeResponse:
        """What stands between the press and its effect, as Teams wants to hear it."""
        if card := self._prompts.for_administrator(problem, speaker.person, speaker.voice):
            return with_card(card)
        if name and self._prompts.remember(name, problem):
            return consent_first()
        waiting = Waiting(speaker.person, told, comes_again=True).after(problem)
        return login_first(self._prompts.request(problem, waiting, speaker.voice))

    async def _soon(
        self, pressing: Awaitable[Reply], told: Inbound, speaker: Speaker, connector: Connector
    ) -> InvokeResponse:
        """The new card; what takes longer than Teams waits comes later."""
        task = asyncio.ensure_future(pressing)
        done, _ = await asyncio.wait({task}, timeout=IN_TIME)
        if not done:
            self._background.start(self._later(task, told, speaker, connector))
            return with_card(working(speaker.voice))
        reply = task.result()
        # A card that is only the answer to an invoke is gone when the chat is opened again: the message is changed too.
        if reply.outcome == "acted" and told.reply_to_id and told.conversation.type is ConversationType.PERSONAL:
            self._background.start(put(connector, told.conversation.id, told.reply_to_id, message(reply.card)))
        return with_card(reply.card)

    async def _later(self, pressing: Awaitable[Reply], told: Inbound, speaker: Speaker, connector: Connector) -> None:
        """The card in place of the pressed one; where others read along, a message that only the presser sees."""
        place = told.reply_to_id
        try:
            wire = message((await pressing).card)
        except TokenProblem as problem:
            place, wire = None, await self._ask(problem, told, speaker)
        except Exception as failure:  # the person is looking at "working": they have to hear something
            wire = message(apology(failure, speaker.voice))
        if told.conversation.type is ConversationType.PERSONAL:
            await put(connector, told.conversation.id, place, wire)
        else:
            await connector.send(told.conversation.id, wire, only_for=told.sender.mri)

    async def _ask(self, problem: TokenProblem, told: Inbound, speaker: Speaker) -> Wire:
        """A sign-in, too late to be the answer to the press."""
        try:
            return await self._prompts.message(problem, Waiting(speaker.person, told).after(problem), speaker.voice)
        except TokenProblem as hopeless:
            return message(apology(hopeless, speaker.voice))
