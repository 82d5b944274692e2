"""Answering what waited for a sign-in, once it is there."""

from collections.abc import Callable
from dataclasses import replace

from bot.conversation.speaker import Speaker
from bot.graph.changes_sent import turn_begins
from bot.ports import Person
from bot.teams.card_actions import CardActions
from bot.teams.connector.client import Connector
from bot.teams.door.inbound import Inbound, Kind
from bot.teams.failure_language import answered_in
from bot.teams.failures import apology
from bot.teams.messages import Messages
from bot.teams.outgoing_activities import message
from bot.teams.running_tasks import RunningTasks
from bot.teams.sign_in.waiting import Waiting, WaitingRoom
from bot.teams.speakers import Speakers


class Resuming:
    """Takes up messages and pressed buttons where they were left."""

    def __init__(self, messages: Messages, card_actions: CardActions, background: RunningTasks) -> None:
        self._messages = messages
        self._card_actions = card_actions
        self._background = background

    async def resume(self, waiting: Waiting, speaker: Speaker, connector: Connector) -> None:
        """Answer what waited, without keeping Teams waiting for it."""
        again = replace(speaker, person=waiting.person)
        self._background.start(self._answered(waiting.told, again, connector))

    async def _answered(self, told: Inbound, speaker: Speaker, connector: Connector) -> None:
        turn_begins()
        if told.kind is Kind.INVOKE:
            await self._card_actions.resume(told, speaker, connector)
            return
        try:
            await self._messages.answer(told, speaker, connector)
        except Exception as failure:
            card = apology(failure, answered_in(told, speaker.voice))
            await connector.send(told.conversation.id, message(card))


class SignedInOutside:
    """Takes up all that waits for a person whose sign-in ended in a browser, whether or not Teams hears of it."""

    def __init__(
        self, room: WaitingRoom, resuming: Resuming, speakers: Speakers, connector: Callable[[str], Connector]
    ) -> None:
        self._room = room
        self._resuming = resuming
        self._speakers = speakers
        self._connector = connector

    async def resume(self, person: Person) -> None:
        """Answer it; a pressed button that Teams will send once more is left to Teams."""
        for name in self._room.of(person):
            if waiting := self._room.take(name):
                connector = self._connector(waiting.told.service_url)
                if speaker := await self._speakers.speaker(waiting.told, connector):
                    await self._resuming.resume(waiting, speaker, connector)
