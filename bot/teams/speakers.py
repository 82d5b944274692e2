"""From what Teams told us to who is speaking, and what "this group" is where they speak."""

from cachetools import LRUCache

from bot.conversation.speaker import Speaker, voice
from bot.model import Subject, SubjectKind
from bot.ports import Person
from bot.store.references import ConversationReference, References
from bot.teams.connector.client import Connector
from bot.teams.connector.errors import ConnectorError
from bot.teams.door.inbound import ConversationType, Inbound, Kind
from bot.teams.proactive.post import TeamsPost

CAPACITY = 2_000


class Speakers:
    """Knows people's time zones and teams' groups from earlier activities: not every activity brings them."""

    def __init__(self, references: References, post: TeamsPost) -> None:
        self._references = references
        self._post = post
        self._timezones: LRUCache[str, str] = LRUCache(CAPACITY)
        self._groups: LRUCache[str, str] = LRUCache(CAPACITY)

    async def speaker(self, told: Inbound, connector: Connector) -> Speaker | None:
        """Who sent this; `None` for somebody without an account in a tenant, who can't be acted for."""
        if not told.tenant or not told.sender.aad_object_id:
            return None
        person = Person(told.tenant.lower(), told.sender.aad_object_id.lower(), told.sender.name or "")
        self._post.seen(told.service_url)
        self._remember(person, told)
        timezone = self._timezones.get(person.id, "UTC")
        this = await self._this_group(told, connector)
        return Speaker(person, told.conversation.id, voice(told.locale or "en-US", timezone), this)

    def _remember(self, person: Person, told: Inbound) -> None:
        if told.timezone:
            self._timezones[person.id] = told.timezone
        leaving = told.kind is Kind.CONVERSATION_UPDATE or told.action == "remove"
        if told.conversation.type is ConversationType.PERSONAL and not leaving:
            self._references.remember(
                ConversationReference(
                    tenant=person.tenant,
                    person=person.id,
                    service_url=told.service_url,
                    conversation=told.conversation.id,
                    mri=told.sender.mri,
                    locale=told.locale,
                )
            )

    async def _this_group(self, told: Inbound, connector: Connector) -> Subject | None:
        team = told.conversation.team_id
        if team is None:
            return None
        known = told.conversation.team_aad_group_id or self._groups.get(team)
        if known is None:
            known = await aad_group(team, connector)
        if known is None:
            return None
        self._groups[team] = known
        return Subject(SubjectKind.GROUP, known.lower(), "")


async def aad_group(team: str, connector: Connector) -> str | None:
    """The Microsoft 365 group of a team; `None` when Teams won't say."""
    try:
        found = (await connector.team(team)).get("aadGroupId")
    except ConnectorError:
        return None
    return found if isinstance(found, str) else None
