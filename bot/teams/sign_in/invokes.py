"""What Teams sends while a person signs in; every signed-in client sends its own copy.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-code
"""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from botbuilder.core import InvokeResponse  # pyright: ignore[reportMissingTypeStubs]

from bot.conversation.answers.looking_up import READING
from bot.conversation.speaker import Speaker
from bot.graph.entra_errors import EntraUnavailable, TokenProblem
from bot.graph.sso_assertion import AssertionRefused
from bot.teams.connector.client import Connector
from bot.teams.door.inbound import ConversationType, Inbound
from bot.teams.door.invoke_values import SignInFailure, TokenExchange, VerifyState, was_cancelled
from bot.teams.failure_language import answered_in
from bot.teams.failures import apology
from bot.teams.invoke_answers import plain
from bot.teams.invokes import Invoke
from bot.teams.outgoing_activities import CONNECTION, message
from bot.teams.sign_in.identity import Identity
from bot.teams.sign_in.prompts import SignInPrompts
from bot.teams.sign_in.waiting import Waiting
from cards.sign_in.cancelled import cancelled

FAILURES = frozenset(
    {
        "installappfailed",
        "authrequestfailed",
        "installedappnotfound",
        "invokeerror",
        "resourcematchfailed",
        "oauthcardnotvalid",
        "tokenmissing",
    }
)
"""What Teams says went wrong on its side."""

Resume = Callable[[Waiting, Speaker, Connector], Awaitable[None]]
log = logging.getLogger(__name__)


class SignInInvokes:
    """Takes tokens and codes, and lets the message that waited for them be answered: once, whoever brings them."""

    def __init__(self, identity: Identity, prompts: SignInPrompts, resume: Resume) -> None:
        self._identity = identity
        self._prompts = prompts
        self._resume = resume

    def invokes(self) -> Mapping[str, Invoke[Any]]:
        """The kinds of invokes that belong to a sign-in."""
        return {
            "signin/tokenExchange": Invoke(TokenExchange, self.exchange),
            "signin/verifyState": Invoke(VerifyState, self.verify),
            "signin/failure": Invoke(SignInFailure, self.failure),
        }

    async def exchange(
        self, value: TokenExchange, _told: Inbound, speaker: Speaker, connector: Connector
    ) -> InvokeResponse:
        """The SSO token Teams brings; 412 makes Teams show the button."""
        name = value.id
        waiting = self._prompts.room.look(name)
        try:
            await self._identity.accept(speaker.person, value.token)
        except AssertionRefused as refused:
            log.warning("SSO token refused: %s", refused.kind)
            return plain(403, failed(name, "token refused"))
        except EntraUnavailable as down:
            await self._tell_once(name, waiting, down, speaker, connector)
            return plain(412, failed(name, "unavailable"))
        except TokenProblem:
            return plain(412, failed(name, "interaction required"))
        if waiting is None or waiting.person.id != speaker.person.id:
            return plain(200, {})  # another client was first, or the card is old
        if await self._only_the_button_helps(name, waiting):
            return plain(412, failed(name, "interaction required"))
        if self._prompts.room.take(name):
            await self._resume(waiting, speaker, connector)
        return plain(200, {})

    async def _tell_once(
        self, name: str, waiting: Waiting | None, down: EntraUnavailable, speaker: Speaker, connector: Connector
    ) -> None:
        """Say that it is Microsoft's bad moment; the question waits on, behind the button Teams shows now."""
        if waiting is None or waiting.person.id != speaker.person.id or waiting.button_shown:
            return
        self._prompts.room.put(replace(waiting, button_shown=True), name)
        card = apology(down, answered_in(waiting.told, speaker.voice))
        await connector.send(waiting.told.conversation.id, message(card), only_for=only_for(waiting.told))

    async def _only_the_button_helps(self, name: str, waiting: Waiting) -> bool:
        """Whether the person has to sign in or consent; anything else, the answer to what waits will tell."""
        try:
            await self._identity.prove(waiting.person, waiting.scopes or READING)
        except TokenProblem as problem:
            return self._prompts.remember(name, problem)
        return False

    async def verify(
        self, value: VerifyState, _told: Inbound, speaker: Speaker, connector: Connector
    ) -> InvokeResponse:
        """The code our sign-in page handed out, or that there is none."""
        if was_cancelled(value.state):
            await self._tell_of_cancelling(speaker, connector)
            return plain(200, {})
        if not await self.redeemed(value.state, speaker, connector):
            return plain(412, failed("", "not this person's sign-in"))
        return plain(200, {})

    async def redeemed(self, code: str, speaker: Speaker, connector: Connector) -> bool:
        """Whether this is the code of this person's own sign-in; then what waited for it is answered."""
        if not self._identity.redeem(code, speaker.person):
            return False
        for name in self._waiting_for(speaker):
            if waiting := self._prompts.room.take(name):
                await self._resume(waiting, speaker, connector)
        return True

    async def _tell_of_cancelling(self, speaker: Speaker, connector: Connector) -> None:
        """Say that nothing came of it; what waits goes on waiting, behind the same button."""
        for name in self._waiting_for(speaker)[-1:]:
            if waiting := self._prompts.room.look(name):
                card = cancelled(answered_in(waiting.told, speaker.voice))
                await connector.send(waiting.told.conversation.id, message(card), only_for=only_for(waiting.told))

    async def failure(
        self, value: SignInFailure, told: Inbound, speaker: Speaker, connector: Connector
    ) -> InvokeResponse:
        """Most of these are silent for the person, so the button is shown without Teams' help: once for all clients.

        What waits goes on waiting: another of the person's clients may still succeed.
        """
        code = value.code.lower()
        log.warning("Teams could not sign in silently: %s", code if code in FAILURES else "unknown")
        for name in self._waiting_for(speaker)[-1:]:
            waiting = self._prompts.room.look(name)
            if waiting and not waiting.button_shown:
                voice = answered_in(waiting.told, speaker.voice)
                await connector.send(told.conversation.id, self._prompts.button_only(name, waiting, voice))
        return plain(200, {})

    def _waiting_for(self, speaker: Speaker) -> Sequence[str]:
        """The names of what waits for this person's sign-in in this conversation."""
        return self._prompts.room.of(speaker.person, speaker.conversation)


def only_for(told: Inbound) -> str | None:
    """Who alone shall read what belongs to it; `None` where nobody else reads anyway."""
    return None if told.conversation.type is ConversationType.PERSONAL else told.sender.mri


def failed(name: str, detail: str) -> dict[str, str]:
    """The body of a refused exchange; Microsoft's models take no empty id."""
    named = {"id": name} if name else {}
    return {**named, "connectionName": CONNECTION, "failureDetail": detail}
