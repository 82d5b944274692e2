"""One activity from Teams, from who sent it to what is sent back."""

from collections.abc import Callable

from botbuilder.core import InvokeResponse, TurnContext  # pyright: ignore[reportMissingTypeStubs]

from bot.conversation.speaker import Speaker, voice
from bot.teams.connector.client import Connector
from bot.teams.door.adapter import inbound_of
from bot.teams.door.inbound import ConversationType, Inbound, Kind
from bot.teams.failure_language import answered_in
from bot.teams.failures import apology
from bot.teams.invoke_answers import plain
from bot.teams.invokes import Invokes
from bot.teams.messages import Messages
from bot.teams.outgoing_activities import message
from bot.teams.speakers import Speakers
from cards.talk.help import help_card


class Turns:
    """What happens to each activity."""

    def __init__(
        self, *, connector: Callable[[str], Connector], speakers: Speakers, messages: Messages, invokes: Invokes
    ) -> None:
        self._connector = connector
        self._speakers = speakers
        self._messages = messages
        self._invokes = invokes

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
                return await self._invokes.answer(told, speaker, connector)
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
            return self._invokes.failed(told, card)
        await self._connector(told.service_url).send(told.conversation.id, message(card))
        return None

    async def _welcome(self, told: Inbound, speaker: Speaker, connector: Connector) -> None:
        """Say once what the bot is good for, to whoever installed it for themselves."""
        if told.conversation.type is ConversationType.PERSONAL:
            await connector.send(told.conversation.id, message(help_card(speaker.voice)))
