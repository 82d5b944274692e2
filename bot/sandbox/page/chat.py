"""The chat page's addresses: who is there, what they see, what they say and press."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import orjson
from aiohttp import web

from bot.sandbox.page import files
from bot.sandbox.page.suggestions import suggestions
from bot.sandbox.page.wire import (
    Forward,
    Press,
    Say,
    Speak,
    Verify,
    change_json,
    item_json,
    place_json,
    read,
)
from bot.sandbox.teams_client import Change, TeamsClient
from bot.sandbox.teams_client.cards import actions
from bot.sandbox.world import Wire, World

KEEP_ALIVE = 15.0
"""Seconds of silence after which the event stream says something, so that nobody thinks it dead."""


class ChatPage:
    """One page for everybody in the company; each person's client lives as long as the sandbox."""

    def __init__(self, world: World, open_client: Callable[[str], TeamsClient]) -> None:
        self._world, self._open_client = world, open_client
        self._clients: dict[str, TeamsClient] = {}
        self._streams: set[asyncio.Task[None]] = set()

    def add_to(self, app: web.Application) -> None:
        """Serve the page from `app`."""
        app.router.add_routes(files.routes())
        app.router.add_routes(
            [
                web.get("/sandbox/company", self._company),
                web.post("/sandbox/clock", self._forward),
                web.get("/sandbox/people/{user}", self._person),
                web.get("/sandbox/people/{user}/events", self._events),
                web.post("/sandbox/people/{user}/locale", self._speak),
                web.post("/sandbox/people/{user}/messages", self._say),
                web.post("/sandbox/people/{user}/actions", self._press),
                web.post("/sandbox/people/{user}/verify", self._verify),
            ]
        )
        app.on_shutdown.append(self._hang_up)

    async def _company(self, _: web.Request) -> web.Response:
        people = [self._persona(p.user, p.note, p.locale) for p in self._world.company.personas]
        body = {
            "name": self._world.organization["displayName"],
            "now": self._now(),
            "people": people,
            "renderer": files.renderer_installed(),
        }
        return web.json_response(body)

    def _persona(self, user: str, note: str, locale: str) -> Wire:
        person = self._world.users[user]
        title, guest = person.get("jobTitle"), person.get("userType") == "Guest"
        return {
            "id": user,
            "name": person["displayName"],
            "title": title,
            "guest": guest,
            "note": note,
            "locale": locale,
        }

    async def _forward(self, request: web.Request) -> web.Response:
        self._world.clock.forward(timedelta(minutes=(await read(request, Forward)).minutes))
        return web.json_response({"now": self._now()})

    async def _person(self, request: web.Request) -> web.Response:
        client = self._client(request)
        places = client.places()
        body = {
            "id": client.user,
            "name": self._world.users[client.user]["displayName"],
            "locale": client.locale,
            "now": self._now(),
            "suggestions": suggestions(self._world, client.user, client.locale),
            "places": [place_json(place) for place in places],
            "items": [item_json(item) for place in places for item in client.items(place.id)],
        }
        return web.json_response(body)

    async def _speak(self, request: web.Request) -> web.Response:
        client = self._client(request)
        client.locale = (await read(request, Speak)).locale
        return web.json_response({"suggestions": suggestions(self._world, client.user, client.locale)})

    async def _say(self, request: web.Request) -> web.Response:
        client, said = self._client(request), await read(request, Say)
        try:
            await client.send(said.text, said.conversation, mention=said.mention, thread=said.thread)
        except LookupError as fault:
            raise web.HTTPNotFound(text="No such conversation.") from fault
        return web.Response(status=204)

    async def _press(self, request: web.Request) -> web.Response:
        client, pressed = self._client(request), await read(request, Press)
        try:
            card = client.view.item(pressed.activity).card or {}
        except KeyError as fault:
            raise web.HTTPNotFound(text="No such message.") from fault
        if pressed.action not in actions(card):
            raise web.HTTPConflict(text="The card has changed: that button is no longer on it.")
        await client.perform(pressed.activity, pressed.action, pressed.inputs)
        return web.Response(status=204)

    async def _verify(self, request: web.Request) -> web.Response:
        client, proof = self._client(request), await read(request, Verify)
        try:
            await client.verify(proof.activity, proof.state)
        except KeyError as fault:
            raise web.HTTPNotFound(text="No such message.") from fault
        return web.Response(status=204)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: every change on this person's screen as a line of JSON."""
        client = self._client(request)
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await stream.prepare(request)
        queue = client.subscribe()
        pouring = asyncio.create_task(_pour(queue, stream))
        self._streams.add(pouring)
        try:
            await asyncio.wait([pouring])
        finally:
            pouring.cancel()
            self._streams.discard(pouring)
            client.view.unsubscribe(queue)
        return stream

    async def _hang_up(self, _: web.Application) -> None:
        for task in self._streams:
            task.cancel()

    def _client(self, request: web.Request) -> TeamsClient:
        user = request.match_info["user"]
        if user not in self._world.users:
            raise web.HTTPNotFound(text="No such person.")
        if user not in self._clients:
            self._clients[user] = self._open_client(user)
        return self._clients[user]

    def _now(self) -> str:
        return self._world.clock.now().isoformat(timespec="seconds")


async def _pour(queue: asyncio.Queue[Change], stream: web.StreamResponse) -> None:
    """Write changes until the page is closed or the sandbox stops."""
    with suppress(ConnectionResetError):
        await stream.write(b": listening\n\n")
        while True:
            try:
                change = await asyncio.wait_for(queue.get(), KEEP_ALIVE)
            except TimeoutError:
                await stream.write(b": still here\n\n")
            else:
                await stream.write(b"data: " + orjson.dumps(change_json(change)) + b"\n\n")
