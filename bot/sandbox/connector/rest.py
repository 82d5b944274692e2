"""The Bot Connector's REST interface: what the bot may do in conversations.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
"""

from aiohttp import web

from bot.sandbox.connector import errors
from bot.sandbox.connector.activities import ActivityWriter
from bot.sandbox.connector.board import Board, Event
from bot.sandbox.connector.conversations import THREAD, Conversation, Conversations
from bot.sandbox.connector.payload import (
    NewConversation,
    check_activity,
    read_activity,
    read_conversation,
    recipient_of,
)
from bot.sandbox.world import Wire, World


class ActivityRoutes:
    """Creates conversations; sends, updates and deletes activities."""

    def __init__(self, world: World, conversations: Conversations, board: Board, writer: ActivityWriter) -> None:
        self._world, self._conversations, self._board, self._writer = world, conversations, board, writer

    def routes(self) -> list[web.RouteDef]:
        """Where it is served, below the service URL."""
        one = "/v3/conversations/{conversation}/activities/{activity}"
        return [
            web.post("/v3/conversations", self._create),
            web.post("/v3/conversations/{conversation}/activities", self._send),
            web.post(one, self._send),
            web.put(one, self._update),
            web.delete(one, self._delete),
        ]

    async def _create(self, request: web.Request) -> web.Response:
        wanted = await read_conversation(request)
        place = self._place(wanted)
        if not self._conversations.bot_is_in(place):
            raise errors.not_in_roster()
        if wanted.activity is None:
            return web.json_response({"id": place.id}, status=201)
        sent = self._post(place, check_activity(wanted.activity), None, None)
        thread = f"{THREAD}{sent}" if place.kind == "channel" else ""
        return web.json_response({"id": place.id + thread, "activityId": sent}, status=201)

    def _place(self, wanted: NewConversation) -> Conversation:
        if channel := wanted.channel_data.channel.id:
            return known(self._conversations, channel)
        if (wanted.tenant_id or wanted.channel_data.tenant.id) != self._world.tenant:
            raise errors.bad_argument("The tenant id is missing or is not the person's.")
        if wanted.is_group or len(wanted.members) != 1:
            raise errors.bad_syntax("A one-to-one conversation has exactly one member.")
        user = self._conversations.user_of(wanted.members[0].id or "")
        if user is None:
            raise errors.bad_argument("Failed to decrypt pairwise id")
        return self._conversations.personal(user)

    async def _send(self, request: web.Request) -> web.Response:
        activity = await read_activity(request)
        place = known(self._conversations, request.match_info["conversation"])
        only_for = self._reader(place, activity) if _targeted(request) else None
        thread = request.match_info["conversation"].partition(THREAD)[2] or None
        sent = self._post(place, activity, thread, only_for)
        return web.json_response({"id": sent}, status=201)

    def _post(self, place: Conversation, activity: Wire, thread: str | None, only_for: str | None) -> str:
        where = self._writer.conversation(place, thread)
        stamped = {"replyToId": None, **activity, "from": self._conversations.bot, "conversation": where}
        if activity["type"] == "typing":
            return self._board.typing(place, stamped)
        return self._board.post(place, stamped, only_for)

    def _reader(self, place: Conversation, activity: Wire) -> str:
        recipient = recipient_of(activity)
        if not recipient:
            raise errors.bad_argument("Missing recipient when creating targeted message.")
        user = self._conversations.user_of(recipient)
        if user is None or user not in place.members:
            # Unverified: Microsoft says sending "might fail" for somebody outside the conversation, not how.
            raise errors.bad_argument("The recipient is not a member of the conversation.")
        return user

    async def _update(self, request: web.Request) -> web.Response:
        activity = await read_activity(request)
        event = self._own(request)
        if _targeted(request) and activity.get("recipient"):
            raise errors.bad_argument("Recipient passed on update or delete.")
        if _targeted(request) != (event.only_for is not None):
            raise errors.no_activity()
        self._board.update(event.place, event.activity["id"], activity)
        return web.json_response({"id": event.activity["id"]})

    async def _delete(self, request: web.Request) -> web.Response:
        event = self._own(request)
        self._board.delete(event.place, event.activity["id"])
        return web.Response(status=200)

    def _own(self, request: web.Request) -> Event:
        place = known(self._conversations, request.match_info["conversation"])
        event = self._board.find(place, request.match_info["activity"])
        if event is None or event.activity["from"] != self._conversations.bot:
            raise errors.no_activity()
        return event


def known(conversations: Conversations, conversation_id: str) -> Conversation:
    """The conversation, when it exists and the bot is in it; raises `ConnectorError` 404 or 403."""
    place = conversations.find(conversation_id)
    if place is None:
        raise errors.no_conversation()
    if not conversations.bot_is_in(place):
        raise errors.not_in_roster()
    return place


def _targeted(request: web.Request) -> bool:
    return request.query.get("isTargetedActivity", "").casefold() == "true"
