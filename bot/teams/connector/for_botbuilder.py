"""Our connector in the shape botbuilder's adapters and TurnContext expect, with its models instead of wire JSON."""

from typing import Any

from botbuilder.schema import (  # pyright: ignore[reportMissingTypeStubs]
    Activity,
    ConversationParameters,
    ConversationResourceResponse,
    ResourceResponse,
)
from botframework.connector.auth import ConnectorFactory  # pyright: ignore[reportMissingTypeStubs]

from bot.teams.connector.client import Connector
from bot.teams.connector.http import ConnectorHttp
from bot.teams.door.botbuilder_json import write


class Conversations:
    """The operations `CloudAdapterBase` calls; what else the bot needs is on `Connector`. Raises as that does."""

    def __init__(self, connector: Connector, service_url: str) -> None:
        self._connector = connector
        self._service_url = service_url

    async def send_to_conversation(self, conversation_id: str, activity: Activity) -> ResourceResponse:
        """Post a new message."""
        return ResourceResponse(id=await self._connector.send(conversation_id, write(activity)))

    async def reply_to_activity(self, conversation_id: str, activity_id: str, activity: Activity) -> ResourceResponse:
        """Post a message that answers another one."""
        return ResourceResponse(id=await self._connector.reply(conversation_id, activity_id, write(activity)))

    async def update_activity(self, conversation_id: str, activity_id: str, activity: Activity) -> ResourceResponse:
        """Replace a message the bot sent earlier."""
        return ResourceResponse(id=await self._connector.update(conversation_id, activity_id, write(activity)))

    async def delete_activity(self, conversation_id: str, activity_id: str) -> None:
        """Take back a message the bot sent earlier."""
        await self._connector.delete(conversation_id, activity_id)

    async def create_conversation(self, parameters: ConversationParameters) -> ConversationResourceResponse:
        """Make or find a conversation."""
        created = await self._connector.create_conversation_from(_as_the_connector_spells_it(parameters))
        return ConversationResourceResponse(
            id=created.id, activity_id=created.activity_id or "", service_url=self._service_url
        )


class ConnectorClient:
    """What `CloudAdapterBase` puts on a turn as its connector client; `connector` takes wire JSON."""

    def __init__(self, http: ConnectorHttp, service_url: str) -> None:
        self.connector = Connector(http, service_url)
        self.conversations = Conversations(self.connector, service_url)


class ConnectorClients(ConnectorFactory):
    """Makes the client for a service URL. All share one session and one token, so making one costs nothing."""

    def __init__(self, http: ConnectorHttp) -> None:
        self._http = http

    async def create(self, service_url: str, audience: str | None = None) -> ConnectorClient:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The client for `service_url`. `audience` is ignored: the bot speaks to the connector only."""
        return ConnectorClient(self._http, service_url)


def _as_the_connector_spells_it(parameters: ConversationParameters) -> dict[str, Any]:
    """Botbuilder's schema misspells `tenantId`, and the connector then doesn't know whose conversation it is."""
    wire = write(parameters)
    tenant_id = wire.pop("tenantID", None)
    return wire if tenant_id is None else {**wire, "tenantId": tenant_id}
