"""One activity from Teams, from who sent it to what is sent back."""

from collections.abc import Awaitable, Callable

from botbuilder.core import InvokeResponse, TurnContext  # pyright: ignore[reportMissingTypeStubs]

from bot.conversation.speaker import Speaker, voice
from bot.graph.changes_sent import turn_begins
from bot.graph.sign_in import CODE
from bot.ports import Person
from bot.teams.card_actions import PRESSED
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
from cards.sign_in.signed_in import signed_in
from cards.talk.added import added
from cards.talk.help import help_card
from cards.talk.no_account import no_account


class Turns:
    """What happens to each activity."""

    def __init__(
        self,
        *,
        connector: Callable[[str], Connector],
        speakers: Speakers,
        messages: Messages,
        invokes: Invokes,
        redeemed: Callable[[str, Speaker, Connector], Awaitable[bool]],
        uninstalled: Callable[[Person], Awaitable[None]],
    ) -> None:
        self._connector = connector
        self._speakers = speakers
        self._messages = messages
        self._invokes = invokes
        self._redeemed = redeemed
        self._uninstalled = uninstalled

    async def on_turn(self, context: TurnContext) -> InvokeResponse | None:
        """Answer one activity; the adapter has made sure that it comes from Teams and from our tenant."""
        turn_begins()
        told = inbound_of(context)
        connector = self._connector(told.service_url)
        speaker = await self._speakers.speaker(told, connector)
        if speaker is None:
            return await self._nobody(told, connector)
        match told.kind:
            case Kind.MESSAGE:
                if not await self._typed_code(told, speaker, connector):
                    await self._messages.answer(told, speaker, connector)
            case Kind.INVOKE:
                return await self._invokes.answer(told, speaker, connector)
            case Kind.INSTALLATION_UPDATE if told.action == "add":
                await self._welcome(told, speaker, connector)
            case Kind.INSTALLATION_UPDATE if told.action == "remove":
                await self._farewell(told, speaker)
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

    async def _typed_code(self, told: Inbound, speaker: Speaker, connector: Connector) -> bool:
        """Whether it was the code of the sender's own sign-in page, typed instead of brought by Teams."""
        alone = told.conversation.type is ConversationType.PERSONAL
        if not (alone and CODE.fullmatch(told.text) and await self._redeemed(told.text, speaker, connector)):
            return False
        await connector.send(told.conversation.id, message(signed_in(speaker.voice)))
        return True

    async def _nobody(self, told: Inbound, connector: Connector) -> InvokeResponse | None:
        """Nobody can be acted for, but whoever wrote or pressed hears so."""
        card = no_account(answered_in(told, voice(told.locale or "en-US", "UTC")))
        if told.kind is Kind.INVOKE:
            return self._invokes.failed(told, card) if told.name == PRESSED else plain(403)
        if told.kind is Kind.MESSAGE:
            await connector.send(told.conversation.id, message(card))
        return None

    async def _welcome(self, told: Inbound, speaker: Speaker, connector: Connector) -> None:
        """Say once what the bot is good for, to whoever installed it; where others read along, in one line."""
        here = help_card if told.conversation.type is ConversationType.PERSONAL else added
        await connector.send(told.conversation.id, message(here(speaker.voice)))

    async def _farewell(self, told: Inbound, speaker: Speaker) -> None:
        """Whoever removes the bot from their own chat is signed out, and where to reach them is forgotten."""
        if told.conversation.type is ConversationType.PERSONAL:
            await self._uninstalled(speaker.person)
