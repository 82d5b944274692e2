"""The Bot Connector: how the bot writes to Teams conversations, and asks about them.

Learn: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import quote

from bot.teams.connector.errors import ConnectorError, MessageTooBig
from bot.teams.connector.http import ConnectorHttp
from bot.teams.door.botbuilder_json import encode

# Teams takes about 100 KB, counted in UTF-16, and asks bots to stay below 80 KB.
# https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
MESSAGE_BYTES_UTF16 = 80 * 1024
PAGE_SIZE = 200

_TARGETED = "?isTargetedActivity=true"


@dataclass(frozen=True, slots=True)
class CreatedConversation:
    """A conversation the connector made or found: its id, and the id of the first activity if one was sent."""

    id: str
    activity_id: str | None


class Connector:
    """The operations of one service URL. Activities are wire JSON: dictionaries as Teams spells them.

    Every method raises `ConnectorError`, or `TokenUnavailable` when the bot can't authenticate itself.
    """

    def __init__(self, http: ConnectorHttp, service_url: str) -> None:
        self._http = http
        self._base = service_url.removesuffix("/") + "/v3"

    async def send(self, conversation_id: str, activity: Mapping[str, Any], *, only_for: str | None = None) -> str:
        """Post a new message; the id it got. `only_for` is the Teams id ("29:…") of the one member who shall see it.

        https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/targeted-messages
        """
        url = self._activities(conversation_id) + _query(targeted=only_for is not None)
        return _id(await self._http.call("POST", url, _message(_addressed(activity, only_for))))

    async def reply(self, conversation_id: str, activity_id: str, activity: Mapping[str, Any]) -> str:
        """Post a message that answers another one, in its thread; the id it got."""
        return _id(await self._http.call("POST", self._activity(conversation_id, activity_id), _message(activity)))

    async def update(
        self, conversation_id: str, activity_id: str, activity: Mapping[str, Any], *, only_for: str | None = None
    ) -> str:
        """Replace a message the bot sent earlier; its id. `only_for` as it was when sent."""
        url = self._activity(conversation_id, activity_id) + _query(targeted=only_for is not None)
        return _id(await self._http.call("PUT", url, _message(_addressed(activity, only_for))))

    async def delete(self, conversation_id: str, activity_id: str, *, targeted: bool = False) -> None:
        """Take back a message the bot sent earlier; `targeted` if it was sent with `only_for`."""
        await self._http.call("DELETE", self._activity(conversation_id, activity_id) + _query(targeted=targeted))

    async def typing(self, conversation_id: str) -> None:
        """Show that the bot is at work; it fades after a few seconds."""
        await self._http.call("POST", self._activities(conversation_id), encode({"type": "typing"}))

    async def create_conversation(
        self, *, bot_id: str, user_id: str, tenant_id: str, activity: Mapping[str, Any] | None = None
    ) -> CreatedConversation:
        """The 1:1 chat with a person, by Microsoft Entra object id or by Teams id ("29:…"), with a first message.

        The bot must be installed for that person, else 403.
        https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
        """
        parameters: dict[str, Any] = {
            "isGroup": False,
            "bot": {"id": bot_id},
            "members": [{"id": user_id}],
            "tenantId": tenant_id,
            "channelData": {"tenant": {"id": tenant_id}},
        }
        if activity is not None:
            parameters["activity"] = activity
        return await self.create_conversation_from(parameters)

    async def create_conversation_from(self, parameters: Mapping[str, Any]) -> CreatedConversation:
        """The conversation asked for by a request body as the connector spells it, made or found."""
        created = await self._http.call("POST", f"{self._base}/conversations", _message(parameters))
        if not _id(created):
            raise ConnectorError(200, "UnreadableAnswer")
        return CreatedConversation(_id(created), cast("str | None", created.get("activityId")))

    async def member(self, conversation_id: str, member_id: str) -> Mapping[str, Any]:
        """One member, by Teams id or Microsoft Entra object id."""
        return await self._http.call("GET", f"{self._conversation(conversation_id)}/members/{_segment(member_id)}")

    async def members(self, conversation_id: str) -> AsyncIterator[Mapping[str, Any]]:
        """Everyone in the conversation, read page by page.

        https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
        """
        pages = f"{self._conversation(conversation_id)}/pagedmembers?pageSize={PAGE_SIZE}"
        url = pages
        while True:
            page = await self._http.call("GET", url)
            for member in cast("list[Mapping[str, Any]]", page.get("members") or []):
                yield member
            token = page.get("continuationToken")
            if not isinstance(token, str) or not token:
                return
            url = f"{pages}&continuationToken={quote(token, safe='')}"

    async def team(self, team_id: str) -> Mapping[str, Any]:
        """The team, with the id of its Microsoft 365 group in `aadGroupId`.

        https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
        """
        return await self._http.call("GET", f"{self._base}/teams/{_segment(team_id)}")

    def _conversation(self, conversation_id: str) -> str:
        return f"{self._base}/conversations/{_segment(conversation_id)}"

    def _activities(self, conversation_id: str) -> str:
        return f"{self._conversation(conversation_id)}/activities"

    def _activity(self, conversation_id: str, activity_id: str) -> str:
        return f"{self._activities(conversation_id)}/{_segment(activity_id)}"


def _segment(identifier: str) -> str:
    """An id as one part of a path; raises `ValueError` for one that would climb out of its place."""
    if not identifier.strip("."):
        raise ValueError("an id can't be empty or consist of dots")
    return quote(identifier, safe="")


def _query(*, targeted: bool) -> str:
    return _TARGETED if targeted else ""


def _addressed(activity: Mapping[str, Any], only_for: str | None) -> Mapping[str, Any]:
    """The activity as it is, or with one member marked as its only reader."""
    return activity if only_for is None else {**activity, "recipient": {"id": only_for, "isTargeted": True}}


def _message(activity: Mapping[str, Any]) -> bytes:
    """The body to send; raises `MessageTooBig` before anything is sent."""
    body = encode(activity)
    # In UTF-16 it is at most twice as long as in UTF-8, so most messages need not be counted.
    if len(body) * 2 > MESSAGE_BYTES_UTF16 and len(body.decode().encode("utf-16-le")) > MESSAGE_BYTES_UTF16:
        raise MessageTooBig(413, "MessageSizeTooBig")
    return body


def _id(answer: Mapping[str, Any]) -> str:
    """The id in an answer. Teams gives none for some activities; then it is empty."""
    identifier = answer.get("id")
    return identifier if isinstance(identifier, str) else ""
