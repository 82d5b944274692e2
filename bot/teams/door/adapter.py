"""Teams' requests in, turns run, answers out: botbuilder's adapter with the web part done right.

The SDK's own `CloudAdapter.process` answers 500 to every invoke with a body and to most bad tokens, and builds two HTTP
clients per turn. Here a message is acknowledged at once and its turn runs on beside it, as Teams gives up on slow bots.
Learn: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from time import monotonic
from typing import Any, cast

from aiohttp import web
from botbuilder.core import CloudAdapterBase, InvokeResponse, TurnContext  # pyright: ignore[reportMissingTypeStubs]
from botbuilder.schema import Activity, ActivityTypes  # pyright: ignore[reportMissingTypeStubs]
from botframework.connector.auth import AuthenticateRequestResult  # pyright: ignore[reportMissingTypeStubs]
from cachetools import TTLCache

from bot.teams.door import botbuilder_json, inbound
from bot.teams.door.auth import InboundAuth, Unauthorized
from bot.teams.door.inbound import Inbound, Kind
from bot.teams.door.refusal_log import RefusalLog
from bot.teams.door.request_checks import Refused, check, json_object
from bot.teams.running_tasks import RunningTasks

MAX_TURNS = 1000
RETRY_AFTER_SECONDS = 2
DELIVERY_SECONDS = 10 * 60
"""How long a message is known again: Teams delivers one twice when it thinks that the first attempt failed."""
DELIVERIES_KEPT = 20_000

# A turn may return the answer to an invoke, or send an "invokeResponse" activity as botbuilder's own bots do.
TurnHandler = Callable[[TurnContext], Awaitable[InvokeResponse | None]]
ErrorHandler = Callable[[TurnContext, Exception], Awaitable[InvokeResponse | None]]

_INBOUND_KEY = "bot.teams.door.inbound"

_log = logging.getLogger(__name__)


def inbound_of(context: TurnContext) -> Inbound:
    """What Teams told us, on a turn that `TeamsAdapter.process` started."""
    return cast("Inbound", context.turn_state[_INBOUND_KEY])


class TeamsAdapter(CloudAdapterBase):
    """The way in for Teams. `on_error` tells the person that a turn failed, and answers an invoke."""

    def __init__(
        self,
        auth: InboundAuth,
        on_error: ErrorHandler,
        *,
        max_turns: int = MAX_TURNS,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(auth)
        self._auth = auth
        self._on_error = on_error
        self._turns = RunningTasks("turn", max_turns)
        self._delivered: TTLCache[tuple[str, str], None] = TTLCache(DELIVERIES_KEPT, DELIVERY_SECONDS, clock)
        self._refusals = RefusalLog(clock)
        self.on_turn_error = self._answer_error

    async def process(self, request: web.Request, on_turn: TurnHandler) -> web.Response:
        """The answer to one request: 202 for a message whose turn now runs, an invoke's own answer, else 4xx or 503."""
        try:
            auth_header = check(request)
            token = await self._auth.verify(auth_header)
            wire = await json_object(request)
            activity, told = _parsed(wire)
            return await self._run(self._auth.admit(token, activity, told.tenant), activity, told, on_turn)
        except Unauthorized as refusal:
            self._refusals.refused(refusal.reason)
            return _turned_away(request, HTTPStatus.UNAUTHORIZED, {"WWW-Authenticate": "Bearer"})
        except Refused as refusal:
            return _turned_away(request, refusal.status, refusal.headers)

    async def idle(self) -> None:
        """Wait until no turn is under way."""
        await self._turns.idle()

    async def drain(self, seconds: float) -> None:
        """Take no more requests and let the turns under way finish; after `seconds` they are cancelled."""
        cancelled = await self._turns.drain(seconds)
        if cancelled:
            _log.warning("%d turns were cut off at shutdown", cancelled)

    async def _run(
        self, admitted: AuthenticateRequestResult, activity: Activity, told: Inbound, on_turn: TurnHandler
    ) -> web.Response:
        delivery = (told.conversation.id, told.id) if told.kind is Kind.MESSAGE and told.id else None
        if delivery is not None and delivery in self._delivered:
            return web.Response(status=HTTPStatus.ACCEPTED)
        if not self._turns.has_room():
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, {"Retry-After": str(RETRY_AFTER_SECONDS)})
        if delivery is not None:
            self._delivered[delivery] = None
        turn = self._turns.start(self._turn(admitted, activity, told, on_turn))
        if told.kind is not Kind.INVOKE:
            return web.Response(status=HTTPStatus.ACCEPTED)
        # Shielded: a write that was begun is not abandoned because the connection is.
        return await asyncio.shield(turn)

    async def _turn(
        self, admitted: AuthenticateRequestResult, activity: Activity, told: Inbound, on_turn: TurnHandler
    ) -> web.Response:
        """Run the turn; never raises, whatever the bot does: a `PermissionError` of ours is no 401 to Teams."""

        async def logic(context: TurnContext) -> None:
            context.turn_state[_INBOUND_KEY] = told
            self._keep_answer(context, await on_turn(context))

        try:
            answer: object = await self.process_activity(admitted, activity, logic)  # pyright: ignore[reportUnknownMemberType]
            return _invoke_answer(answer)
        except Exception as error:
            _log.error("turn could not be run: %s", type(error).__name__)
            return web.Response(status=HTTPStatus.OK)

    async def _answer_error(self, context: TurnContext, error: Exception) -> None:
        # Only the type: the message of an exception may quote what a person wrote.
        _log.error("turn failed: %s", type(error).__name__)
        try:
            self._keep_answer(context, await self._on_error(context, error))
        except Exception as second:
            _log.error("telling of the failure failed too: %s", type(second).__name__)

    def _keep_answer(self, context: TurnContext, answer: InvokeResponse | None) -> None:
        if answer is not None:
            kept = Activity(type=ActivityTypes.invoke_response, value=answer)
            context.turn_state[self._INVOKE_RESPONSE_KEY] = kept

    def _process_turn_results(self, context: TurnContext) -> Any:
        """The invoke's answer. Without one botbuilder says 501, which Teams shows as "Unable to reach app"."""
        kept = cast("Any", context.turn_state.get(self._INVOKE_RESPONSE_KEY))
        return None if kept is None else kept.value


def _turned_away(request: web.Request, status: HTTPStatus, headers: Mapping[str, str] | None) -> web.Response:
    """The refusal; the caller hears that the connection ends when the body isn't read to its end."""
    answer = web.Response(status=status, headers=headers)
    if request.body_exists and not request.content.is_eof():
        answer.force_close()
    return answer


def _parsed(wire: Mapping[str, Any]) -> tuple[Activity, Inbound]:
    """The activity for botbuilder and for us; raises `Refused` (400) when it is no activity."""
    try:
        told = inbound.read(wire)
        activity = botbuilder_json.read(Activity, wire)
    except ValueError:
        raise Refused(HTTPStatus.BAD_REQUEST) from None
    # Teams asks for no buffered replies; with "expectReplies" botbuilder would hold back every message of the turn.
    activity.delivery_mode = None
    return activity, told


def _invoke_answer(answer: object) -> web.Response:
    """The HTTP answer to an invoke. Botbuilder has two classes of that name; both have a status and a body."""
    status = getattr(answer, "status", None) or HTTPStatus.OK
    body: object = getattr(answer, "body", None)
    if body is None:
        return web.Response(status=status)
    return web.Response(status=status, body=botbuilder_json.encode(body), content_type="application/json")
