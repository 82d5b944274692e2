"""Pressed buttons: Universal Actions, answered with the card that takes the pressed one's place."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from botbuilder.core import InvokeResponse  # pyright: ignore[reportMissingTypeStubs]

from bot.conversation.press import press
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.graph.entra_errors import TokenProblem
from bot.graph.sso_assertion import AssertionRefused
from bot.teams.background import Background
from bot.teams.connector import Connector
from bot.teams.failures import told_of
from bot.teams.gate import Waiting
from bot.teams.identity import Identity
from bot.teams.inbound import ConversationType, Inbound, json_object
from bot.teams.invoke_answers import consent_first, login_first, not_understood, with_card, wrong_code
from bot.teams.messages import replace
from bot.teams.sign_in_prompts import SignInPrompts
from cards.failed import failed
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
        name, refusal = await self._signed_in(value, speaker)
        if refusal:
            return refusal
        try:
            pressing = press(verb, data, speaker, self._tools)
            return await self._in_time(pressing, told, speaker, connector)
        except TokenProblem as problem:
            return self._prompt(problem, name, told, speaker)

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
        waiting = Waiting.for_problem(speaker.person, told, problem)
        return login_first(self._prompts.request(problem, waiting, speaker.voice))

    async def _in_time(self, pressing: Any, told: Inbound, speaker: Speaker, connector: Connector) -> InvokeResponse:
        """The new card. In a personal chat a slow one comes later, in place of the pressed one."""
        task: asyncio.Task[Reply] = asyncio.ensure_future(pressing)
        personal = told.conversation.type is ConversationType.PERSONAL and told.reply_to_id is not None
        if not personal:
            return with_card((await task).card)
        done, _ = await asyncio.wait({task}, timeout=IN_TIME)
        # A card that is only the answer to an invoke is gone when the chat is opened again: the message is changed too.
        if not done or task.result().outcome == "acted":
            self._background.start(self._keep(task, told, speaker, connector))
        return with_card(task.result().card if done else working(speaker.voice))

    async def _keep(self, task: "asyncio.Task[Reply]", told: Inbound, speaker: Speaker, connector: Connector) -> None:
        try:
            card = (await task).card
        except Exception as failure:  # the person is looking at "working": they have to hear something
            card = failed(told_of(failure), retry=True, voice=speaker.voice)
        await replace(connector, told.conversation.id, str(told.reply_to_id), card)
