"""The Teams client of one signed-in person."""

import asyncio
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from typing import Any

from bot.sandbox.connector.connector import Connector
from bot.sandbox.connector.conversations import Conversation
from bot.sandbox.connector.postman import Delivery
from bot.sandbox.entra import Entra
from bot.sandbox.teams_client.browser import Browser, Page
from bot.sandbox.teams_client.card_actions import UNREACHABLE, CardActions
from bot.sandbox.teams_client.cards import find_action, missing_input, with_inputs
from bot.sandbox.teams_client.incoming import Incoming
from bot.sandbox.teams_client.seat import Seat
from bot.sandbox.teams_client.sign_in import SingleSignOn
from bot.sandbox.teams_client.view import Change, Item, Notice, View
from bot.sandbox.world import Wire


class TeamsClient:
    """Sends what the person says and presses, and keeps what the person sees.

    `user` is a user id, `locale` the client's language ("da-DK"), `base` the sandbox's address for the sign-in window,
    `clients` how many devices the person is signed in on: each answers an OAuth card.
    """

    def __init__(
        self, user: str, locale: str, connector: Connector, entra: Entra, base: str, *, clients: int = 1
    ) -> None:
        self.view = View()
        self._seat = Seat(user, locale, connector, self.view)
        self._connector, self._world = connector, entra.world
        self._browser = Browser(base, str(entra.world.users[user]["userPrincipalName"]))
        self._tasks: set[asyncio.Task[None]] = set()
        sso = SingleSignOn(entra, connector, user)
        self._card_actions = CardActions(self._seat, sso)
        self._incoming = Incoming(self._seat, sso, self._card_actions, self._spawn, clients)
        for place in self.places():
            for event in connector.board.history(place):
                self._incoming.recall(event)
        self._unwatch = connector.watch(self._incoming.handle)

    @property
    def user(self) -> str:
        """The person's user id."""
        return self._seat.user

    @property
    def locale(self) -> str:
        """The client's language; may be switched at any time, as in Teams' settings."""
        return self._seat.locale

    @locale.setter
    def locale(self, locale: str) -> None:
        self._seat.locale = locale

    def places(self) -> list[Conversation]:
        """The conversations with the bot this person may open, the personal one first."""
        personal = self._connector.conversations.personal(self.user)
        return [personal, *(p for p in self._connector.conversations.of(self.user) if p.kind != "personal")]

    def items(self, conversation: str | None = None) -> list[Item]:
        """What is on the screen in a conversation (the personal one by default), oldest first."""
        return self.view.items(self._seat.place(conversation).id)

    def subscribe(self) -> asyncio.Queue[Change]:
        """A queue of everything that changes on the screen from now on; end it with `view.unsubscribe`."""
        return self.view.subscribe()

    async def send(
        self, text: str, conversation: str | None = None, *, mention: bool = False, thread: str | None = None
    ) -> Delivery | None:
        """Say `text`; `None` when the bot doesn't get to hear it: outside a personal chat it must be mentioned.

        Writing to the bot for the first time installs it, as opening it from the store does. `thread` is the id of a
        message in a channel to reply to. Raises `LookupError` for a conversation that isn't this person's.
        """
        place = self._seat.place(conversation)
        if place.kind == "personal" and self.user not in self._world.installed_for:
            await self._connector.install(self.user, self.locale)
        message = self._connector.writer.message(self._seat.sender, place, text, mention=mention, thread=thread)
        sent = self._connector.board.post(place, message)
        posted = self._connector.board.find(place, sent)
        if posted is None or (place.kind != "personal" and not mention):
            return None
        return await self._report(sent, await self._connector.deliver(posted.activity))

    async def press(
        self, activity_id: str, action: int | str = 0, inputs: Mapping[str, str] | None = None
    ) -> Delivery | None:
        """Press a card's button, by title or position; `None` when nothing is sent.

        Raises `LookupError` when there is no such message, card or button.
        """
        item = self.view.item(activity_id)
        if item.card is None:
            raise LookupError("the message has no card")
        return await self.perform(activity_id, find_action(item.card, action), inputs or {})

    async def perform(self, activity_id: str, action: Wire, inputs: Mapping[str, str]) -> Delivery | None:
        """Do what `action` of the card of that message says; `None` when nothing is sent."""
        item = self.view.item(activity_id)
        card = item.card or {}
        if complaint := missing_input(action, card, inputs):
            self.view.notice(activity_id, Notice(complaint, error=True))
            return None
        data = with_inputs(action, card, inputs)
        if action["type"] == "Action.Execute":
            return await self._card_actions.execute(item, action, data)
        if action["type"] == "Action.Submit":
            place = self._seat.place(item.conversation)
            submit = self._connector.writer.submit(self._seat.sender, place, data, item.id, item.thread)
            return await self._report(item.id, await self._connector.deliver(submit))
        return None

    async def sign_in(self, activity_id: str, decision: str = "accept") -> Page:
        """Press a sign-in button and walk the pages behind it, answering `decision` (accept or cancel).

        Returns the last page. If it hands over a state, the bot is told as Teams tells it. Raises `LookupError` when
        the message has no sign-in button.
        """
        button = self.view.item(activity_id).sign_in
        if button is None:
            raise LookupError("the message has no sign-in button")
        page = await self._browser.open(button.url, decision)
        if page.state is not None:
            await self.verify(activity_id, page.state)
        return page

    async def verify(self, activity_id: str, state: str) -> Delivery:
        """Hand the bot the `state` a sign-in page gave: the waiting card action again, or `signin/verifyState`."""
        item = self.view.item(activity_id)
        if self._card_actions.waits_for(item):
            return await self._card_actions.resume(item, state)
        answer = await self._seat.tell(item, "signin/verifyState", {"state": state})
        if answer.status == 200:
            self.view.change(activity_id, lambda shown: replace(shown, sign_in=None))
        return answer

    async def settled(self) -> None:
        """Wait until everything the client does by itself (silent sign-in, refresh) has been done."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def close(self) -> None:
        """Close the client; what is under way is broken off."""
        self._unwatch()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _report(self, activity_id: str, answer: Delivery) -> Delivery:
        if answer.status >= 400:
            self.view.notice(activity_id, Notice(UNREACHABLE, error=True))
        return answer

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
