"""Universal actions: Action.Execute from press (or automatic refresh) to the card that takes the old one's place.

https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/enable-sso-for-your-adaptive-cards-universal-action
"""

from dataclasses import replace
from typing import Any, cast

from bot.sandbox.connector.postman import Delivery
from bot.sandbox.teams_client.cards import ADAPTIVE_CARD
from bot.sandbox.teams_client.seat import Seat
from bot.sandbox.teams_client.sign_in import SignInCard, SingleSignOn, read_card
from bot.sandbox.teams_client.view import Item, Notice
from bot.sandbox.world import Wire

LOGIN_REQUEST = "application/vnd.microsoft.activity.loginRequest"
MESSAGE = "application/vnd.microsoft.activity.message"

UNREACHABLE = "Unable to reach app. Please try again."
FAILED = "Something went wrong. Please try again."


class CardActions:
    """Sends `adaptiveCard/action` and does what the answer says, for this person only."""

    def __init__(self, seat: Seat, sso: SingleSignOn) -> None:
        self._seat, self._sso = seat, sso
        self._waiting: dict[str, Wire] = {}

    async def execute(self, item: Item, action: Wire, data: Wire) -> Delivery:
        """Press an Action.Execute whose data and inputs are `data`."""
        self._seat.view.notice(item.id, None)
        value = {"action": _executed(action, data), "trigger": "manual"}
        answer = await self._send(item, value)
        await self._take(item, value, answer)
        return answer

    async def refresh(self, item: Item, action: Wire) -> None:
        """Run a card's `refresh.action`; a refresh that fails leaves the card as it is and says nothing."""
        value = {"action": _executed(action, action.get("data") or {}), "trigger": "automatic"}
        answer = await self._send(item, value)
        login = _login_request(answer)
        if login and self._sso.failure(login) is None:
            answer = await self._send(item, value | {"authentication": self._sso.exchange(login)})
        if card := _card_in(answer):
            self._replace(item, card)

    def waits_for(self, item: Item) -> bool:
        """Whether an action on `item` waits for the person to sign in."""
        return item.id in self._waiting

    async def resume(self, item: Item, state: str) -> Delivery:
        """Repeat the action that asked for sign-in, with the `state` its page handed over."""
        value = self._waiting[item.id]
        answer = await self._send(item, value | {"state": state})
        await self._take(item, value, answer, signed_in=True)
        return answer

    async def _take(self, item: Item, value: Wire, answer: Delivery, *, signed_in: bool = False) -> None:
        if card := _card_in(answer):
            self._replace(item, card)
        elif (login := _login_request(answer)) and not signed_in:
            await self._sign_in(item, value, login)
        else:
            self._seat.view.notice(item.id, _notice(answer))

    async def _sign_in(self, item: Item, value: Wire, login: SignInCard) -> None:
        """Exchange silently and send the action again; a button if that isn't possible or isn't enough."""
        if self._sso.failure(login) is None:
            again = await self._send(item, value | {"authentication": self._sso.exchange(login)})
            if not _wants_button(again):
                await self._take(item, value, again, signed_in=True)
                return
        self._waiting[item.id] = value
        self._seat.view.change(item.id, lambda shown: replace(shown, sign_in=login.button))

    async def _send(self, item: Item, value: Wire) -> Delivery:
        return await self._seat.tell(item, "adaptiveCard/action", value)

    def _replace(self, item: Item, card: Wire) -> None:
        self._waiting.pop(item.id, None)
        self._seat.view.change(item.id, lambda shown: replace(shown, card=card, sign_in=None, notice=None))


def _executed(action: Wire, data: Wire) -> Wire:
    kept = {key: action[key] for key in ("id", "title", "verb") if key in action}
    return {"type": "Action.Execute", **kept, "data": data}


def _body(answer: Delivery) -> Wire:
    """The outcome in the body; the HTTP status of a universal action is always 200."""
    body: Any = answer.body
    return cast("Wire", body) if answer.status == 200 and isinstance(body, dict) else {}


def _card_in(answer: Delivery) -> Wire | None:
    body = _body(answer)
    fits = body.get("statusCode") == 200 and body.get("type") == ADAPTIVE_CARD
    return body.get("value") if fits else None


def _login_request(answer: Delivery) -> SignInCard | None:
    body = _body(answer)
    value: Any = body.get("value")
    if body.get("statusCode") != 401 or body.get("type") != LOGIN_REQUEST or not isinstance(value, dict):
        return None
    return read_card(cast("Wire", value))


def _wants_button(answer: Delivery) -> bool:
    return _body(answer).get("statusCode") in {401, 412}


def _notice(answer: Delivery) -> Notice:
    body = _body(answer)
    value: Any = body.get("value")
    if not body:
        return Notice(UNREACHABLE, error=True)
    if body.get("statusCode") == 200 and body.get("type") == MESSAGE:
        return Notice(str(value))
    message = cast("Wire", value).get("message") if isinstance(value, dict) else None
    return Notice(str(message or FAILED), error=True)
