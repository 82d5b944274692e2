"""One activity from Teams, from who sent it to what is sent back."""

import logging
from collections.abc import Callable

from botbuilder.core import InvokeResponse, TurnContext  # pyright: ignore[reportMissingTypeStubs]

from bot.conversation.speaker import Speaker, voice
from bot.teams.activities import message
from bot.teams.adapter import inbound_of
from bot.teams.background import Background
from bot.teams.card_actions import CardActions
from bot.teams.connector import Connector
from bot.teams.failures import apology
from bot.teams.gate import Waiting
from bot.teams.inbound import ConversationType, Inbound, Kind, json_object
from bot.teams.invoke_answers import plain, with_card
from bot.teams.languages import answered_in
from bot.teams.messages import Messages
from bot.teams.sign_in_invokes import SignInInvokes
from bot.teams.speakers import Speakers
from cards.talk.help import help_card

SIGN_IN = frozenset({"signin/tokenExchange", "signin/verifyState", "signin/failure"})
log = logging.getLogger(__name__)


class Turns:
    """What happens to each activity."""

    def __init__(
        self,
        *,
        connector: Callable[[str], Connector],
        speakers: Speakers,
        messages: Messages,
        card_actions: CardActions,
        sign_in: Callable[["Turns"], SignInInvokes],
        background: Background,
    ) -> None:
        self._connector = connector
        self._speakers = speakers
        self._messages = messages
        self._card_actions = card_actions
        self._sign_in = sign_in(self)
        self._background = background

    async def on_turn(self, context: TurnContext) -> InvokeResponse | None:
        """Answer one activity; the adapter has made sure that it comes from Teams and from our tenant."""
        told = inbound_of(context)
        connector = self._connector(told.service_url)
        speaker = await self._speakers.speaker(told, connector)
        if speaker is None:
            return plain(403) if told.kind is Kind.INVOKE else None
        match told.kind:
            case Kind.MESSAGE:
                await self._messages.answer(told, speaker, connector)
            case Kind.INVOKE:
                return await self._invoke(told, speaker, connector)
            case Kind.INSTALLATION_UPDATE if told.action == "add":
                await self._welcome(told, speaker, connector)
            case _:
                pass
        return None

    async def on_error(self, context: TurnContext, error: Exception) -> InvokeResponse | None:
        """Tell the person what failed and what to quote; never what the exception says."""
        told = inbound_of(context)
        card = apology(error, answered_in(told, voice(told.locale or "en-US", "UTC")))
        if told.kind is Kind.INVOKE:
            return with_card(card) if told.name == "adaptiveCard/action" else plain(200, {})
        await self._connector(told.service_url).send(told.conversation.id, message(card))
        return None

    async def resume(self, waiting: Waiting, speaker: Speaker, connector: Connector) -> None:
        """Answer what waited for this sign-in, without keeping Teams waiting for it."""
        again = Speaker(waiting.person, speaker.conversation, speaker.voice, speaker.this_group)
        self._background.start(self._resumed(waiting.told, again, connector))

    async def _resumed(self, told: Inbound, speaker: Speaker, connector: Connector) -> None:
        if told.kind is Kind.INVOKE:
            await self._card_actions.resume(told, speaker, connector)
            return
        try:
            await self._messages.answer(told, speaker, connector)
        except Exception as failure:
            card = apology(failure, answered_in(told, speaker.voice))
            await connector.send(told.conversation.id, message(card))

    async def _invoke(self, told: Inbound, speaker: Speaker, connector: Connector) -> InvokeResponse:
        value = json_object(told.value)
        if value is None:
            return plain(400)
        if told.name in SIGN_IN:
            return await self._sign_in.answer(told.name, value, told, speaker, connector)
        if told.name == "adaptiveCard/action":
            return await self._card_actions.answer(value, told, speaker, connector)
        log.info("invoke of a kind this bot doesn't offer")
        return plain(404)

    async def _welcome(self, told: Inbound, speaker: Speaker, connector: Connector) -> None:
        """Say once what the bot is good for, to whoever installed it for themselves."""
        if told.conversation.type is ConversationType.PERSONAL:
            await connector.send(told.conversation.id, message(help_card(speaker.voice)))
