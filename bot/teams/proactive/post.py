"""Cards to people the bot isn't talking with: owners who are asked, askers who are answered."""

import logging
from collections.abc import Callable

from bot.conversation.owners.proactive_cards import Posted
from bot.conversation.speaker import voice
from bot.ports import Person
from bot.store.references import ConversationReference, References
from bot.teams.connector.client import Connector
from bot.teams.connector.errors import ConnectorError
from bot.teams.outgoing_activities import message
from bot.texts import Voice
from cards.kit import Card

log = logging.getLogger(__name__)


class TeamsPost:
    """A `bot.conversation.owners.proactive_cards.Post` through the Bot Connector."""

    def __init__(self, connector: Callable[[str], Connector], references: References, bot_id: str) -> None:
        self._connector = connector
        self._references = references
        self._bot_id = f"28:{bot_id}"
        self._service_url: str | None = None

    def seen(self, service_url: str) -> None:
        """Remember where this tenant is served, for people who never wrote to the bot."""
        self._service_url = service_url

    async def to_person(self, person: Person, card: Callable[[Voice], Card]) -> Posted | None:
        """Send it in their 1:1 chat; `None` when the bot isn't installed for them."""
        try:
            return await self.deliver(person, card)
        except ConnectorError as refused:
            log.info("a card could not be delivered: %s %s", refused.status, refused.code)
            return None

    async def deliver(self, person: Person, card: Callable[[Voice], Card]) -> Posted | None:
        """Send it in their 1:1 chat; `None` when nobody knows where that is. Raises `ConnectorError`."""
        known = await self._references.get(person.tenant, person.id)
        wire = message(card(spoken_by(known)))
        where = known or await self._found(person)
        if where is None:
            return None
        return Posted(where.conversation, await self._connector(where.service_url).send(where.conversation, wire))

    async def replace(self, person: Person, where: Posted, card: Callable[[Voice], Card]) -> None:
        """Show another card in the place of one sent to them earlier."""
        known = await self._references.get(person.tenant, person.id)
        service_url = known.service_url if known else self._service_url
        if service_url is None:
            return
        wire = message(card(spoken_by(known)))
        try:
            await self._connector(service_url).update(where.conversation, where.activity, wire)
        except ConnectorError as refused:
            log.info("a card could not be replaced: %s %s", refused.status, refused.code)

    async def _found(self, person: Person) -> ConversationReference | None:
        if self._service_url is None:
            return None
        created = await self._connector(self._service_url).create_conversation(
            bot_id=self._bot_id, user_id=person.id, tenant_id=person.tenant
        )
        return ConversationReference(person.tenant, person.id, self._service_url, created.id, person.id, None)


def spoken_by(known: ConversationReference | None) -> Voice:
    """Their own language, as far as their Teams client told it."""
    return voice((known and known.locale) or "en-US", "UTC")
