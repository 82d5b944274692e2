"""What happens when something appears in a conversation: it is drawn, signed in for, refreshed."""

import re
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

from bot.sandbox.connector.board import Event
from bot.sandbox.connector.conversations import THREAD
from bot.sandbox.teams_client.card_actions import CardActions
from bot.sandbox.teams_client.cards import ADAPTIVE_CARD, OAUTH_CARD, automatic_refresh, content
from bot.sandbox.teams_client.seat import Seat
from bot.sandbox.teams_client.sign_in import SignInCard, SingleSignOn, read_card
from bot.sandbox.teams_client.view import Item
from bot.sandbox.world import Wire

Spawn = Callable[[Coroutine[Any, Any, None]], None]


class Incoming:
    """Watches the board for one person; what takes requests is handed to `spawn`."""

    def __init__(self, seat: Seat, sso: SingleSignOn, card_actions: CardActions, spawn: Spawn, clients: int) -> None:
        self._seat, self._sso, self._card_actions, self._spawn, self._clients = seat, sso, card_actions, spawn, clients

    def handle(self, event: Event) -> None:
        """Take in one event; those of other people's conversations pass by."""
        if self._seat.user not in event.place.members or event.only_for not in {None, self._seat.user}:
            return
        if event.kind == "typing":
            self._seat.view.typing(event.place.id)
        elif event.kind == "deleted":
            self._seat.view.remove(event.activity["id"])
        else:
            item = self._draw(event)
            if item.role == "bot" and (card := content(event.activity, OAUTH_CARD)):
                self._offer_sign_in(event, item, read_card(card))

    def recall(self, event: Event) -> None:
        """Draw a message that was there before the client was opened; an old sign-in card stays silent."""
        if event.only_for in {None, self._seat.user}:
            self._draw(event)

    def _draw(self, event: Event) -> Item:
        item = self._describe(event)
        self._seat.view.show(item)
        members = len(event.place.members)
        if item.role == "bot" and item.card and (action := automatic_refresh(item.card, self._seat.mri, members)):
            self._spawn(self._card_actions.refresh(item, action))
        return item

    def _describe(self, event: Event) -> Item:
        """A message as this person sees it."""
        activity = event.activity
        author: Wire = activity["from"]
        thread = str(activity["conversation"]["id"]).partition(THREAD)[2] or None
        return Item(
            id=activity["id"],
            conversation=event.place.id,
            author=author["name"],
            role=self._role(author["id"]),
            time=activity["timestamp"],
            thread=thread,
            # Unverified: words beside an OAuth card aren't drawn, whether or not its button is.
            text=None if content(activity, OAUTH_CARD) else _plain(activity.get("text")),
            card=content(activity, ADAPTIVE_CARD),
            suggestions=_suggestions(activity),
            targeted=event.only_for is not None,
            edited=event.kind == "updated",
        )

    def _role(self, author: str) -> Any:
        if author == self._seat.mri:
            return "me"
        return "bot" if author == self._seat.connector.conversations.bot["id"] else "person"

    def _offer_sign_in(self, event: Event, item: Item, card: SignInCard) -> None:
        # Channels have no silent exchange; without an exchange resource there is nothing to exchange.
        if event.place.kind == "channel" or card.id is None:
            self._seat.view.show(replace(item, sign_in=card.button))
        else:
            self._spawn(self._sign_in_silently(item, card))

    async def _sign_in_silently(self, item: Item, card: SignInCard) -> None:
        """Every client the person has open answers the same card; the button appears when none succeeds."""
        if code := self._sso.failure(card):
            await self._seat.tell(item, "signin/failure", {"code": code, "message": "Silent sign-in failed."})
            self._seat.view.show(replace(item, sign_in=card.button))
            return
        invoke = self._seat.invoke(item, "signin/tokenExchange", self._sso.exchange(card))
        answers = await self._sso.tell(invoke, self._clients)
        if all(answer.status != 200 for answer in answers):
            self._seat.view.change(item.id, lambda shown: replace(shown, sign_in=card.button))


def _plain(text: Any) -> str | None:
    return re.sub(r"</?at[^>]*>", "", text) if isinstance(text, str) and text else None


def _suggestions(activity: Wire) -> tuple[str, ...]:
    suggested: Wire = activity.get("suggestedActions") or {}
    offered: list[Wire] = suggested.get("actions") or []
    return tuple(str(action.get("value") or action.get("title")) for action in offered)
