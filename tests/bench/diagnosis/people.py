"""People in their own chats with a bot: each asks, waits for the answer, and asks again."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from random import Random
from time import perf_counter
from typing import Any

import aiohttp

from tests.bench.diagnosis.identities import (
    ABOUT_A_PHOTO,
    ABOUT_ANOTHER,
    ABOUT_THE_TENANT,
    APP_ID,
    OTHER_NAME,
    PICKED,
    QUESTION,
    TENANT,
    person,
)
from tests.bench.diagnosis.services import Activity, Services

OAUTH = "application/vnd.microsoft.card.oauth"
PATIENCE = 10.0
ASKED: dict[str, dict[str, Any]] = {
    "named": {"text": QUESTION},
    "known": {"value": PICKED},
    "another": {"text": ABOUT_ANOTHER},
    "photo": {"text": ABOUT_A_PHOTO},
    "tenant": {"text": ABOUT_THE_TENANT},
    "echo": {"text": QUESTION},
}
"""Ways to ask: the part of an activity that differs."""
VERDICTS = {
    "named": "is managed in Active Directory",
    "known": "is managed in Active Directory",
    "another": "is managed in Active Directory",
    "photo": f"{OTHER_NAME} has no profile photo.",
    "tenant": "it last ran at",
}
"""What the answers say, or there is nothing to measure."""


@dataclass(frozen=True)
class Chat:
    """One person's chat with the bot that listens on `port`."""

    number: int
    port: int

    @property
    def conversation(self) -> str:
        """Its id."""
        return f"chat-{self.port}-{self.number}"


class People:
    """Sends what people say, and waits for what the bot answers."""

    def __init__(self) -> None:
        self.services = Services(self._shown)
        self._waiting: dict[str, asyncio.Future[Activity]] = {}
        self._ids = count(1)

    async def turn(self, http: aiohttp.ClientSession, chat: Chat, how: str) -> tuple[float, Activity]:
        """Seconds from asking until the connector has taken the answer, and the answer."""
        waiting = self._waiting[chat.conversation] = asyncio.get_running_loop().create_future()
        began = perf_counter()
        await self._post(http, chat, {"type": "message", **ASKED[how]})
        shown = await asyncio.wait_for(waiting, PATIENCE)
        return perf_counter() - began, shown

    async def sign_in(self, http: aiohttp.ClientSession, chat: Chat) -> None:
        """Ask once; bring the token the bot asks for; wait for the answer. Only asks when it is done already.

        Raises `RuntimeError` when the answer is not the diagnosis: then there is nothing to measure.
        """
        _, shown = await self.turn(http, chat, "named")
        attachment = shown["attachments"][0]
        if attachment["contentType"] == OAUTH:
            shown = await self._exchange(http, chat, attachment)
        if VERDICTS["named"] not in str(shown):
            raise RuntimeError("not the diagnosis")

    async def check(self, chat: Chat) -> None:
        """Ask in every way. Raises `RuntimeError` when an answer is not the diagnosis."""
        async with aiohttp.ClientSession() as http:
            for how, verdict in VERDICTS.items():
                _, shown = await self.turn(http, chat, how)
                if verdict not in str(shown):
                    raise RuntimeError(f"not the diagnosis: {how}")

    async def _exchange(self, http: aiohttp.ClientSession, chat: Chat, attachment: Activity) -> Activity:
        waiting = self._waiting[chat.conversation] = asyncio.get_running_loop().create_future()
        token = self.services.sso_token(person(chat.number))
        exchange = {"id": attachment["content"]["tokenExchangeResource"]["id"], "connectionName": "", "token": token}
        await self._post(http, chat, {"type": "invoke", "name": "signin/tokenExchange", "value": exchange})
        return await asyncio.wait_for(waiting, PATIENCE)

    async def turns(self, chats: list[Chat], how: str, turns: int, pause: float = 0.0) -> list[float]:
        """`turns` turns by all of them together; how long each took, in seconds.

        Each thinks for up to `pause` seconds before each question, so that they don't all ask at the same moment.
        """
        left, rng = iter(range(turns)), Random(0)  # noqa: S311

        async def keep_asking(chat: Chat) -> list[float]:
            times: list[float] = []
            for _ in left:
                await asyncio.sleep(rng.uniform(0, pause))
                times.append((await self.turn(http, chat, how))[0])
            return times

        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
            times = await asyncio.gather(*(keep_asking(chat) for chat in chats))
        return [seconds for each in times for seconds in each]

    async def _post(self, http: aiohttp.ClientSession, chat: Chat, part: Activity) -> None:
        url = f"http://127.0.0.1:{chat.port}/api/messages"
        headers = {"Authorization": f"Bearer {self._token()}"}
        async with http.post(url, json=self._activity(chat, part), headers=headers) as answer:
            if answer.status >= 300:
                raise RuntimeError(f"the bot answered {answer.status}")
            await answer.read()

    def _token(self) -> str:
        """Teams keeps a token for a while, and so does this."""
        if not hasattr(self, "_kept"):
            self._kept = self.services.channel_token()
        return self._kept

    def _activity(self, chat: Chat, part: Activity) -> Activity:
        return {
            "id": f"{1700000000000 + next(self._ids)}",
            "timestamp": "2026-11-20T10:00:00.1234567Z",
            "serviceUrl": self.services.service_url,
            "channelId": "msteams",
            "from": {"id": f"29:{chat.number}", "name": "Ann", "aadObjectId": person(chat.number)},
            "conversation": {"conversationType": "personal", "tenantId": TENANT, "id": chat.conversation},
            "recipient": {"id": f"28:{APP_ID}", "name": "Sync Doctor"},
            "entities": [{"type": "clientInfo", "locale": "en-US", "country": "US", "timezone": "Europe/Copenhagen"}],
            "locale": "en-US",
            "channelData": {"tenant": {"id": TENANT}},
            **part,
        }

    def _shown(self, conversation: str, activity: Activity) -> None:
        if activity.get("type") != "message":
            return  # a typing indicator
        waiting = self._waiting.pop(conversation, None)
        with suppress(asyncio.InvalidStateError):
            if waiting:
                waiting.set_result(activity)
