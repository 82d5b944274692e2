"""A stub endpoint on loopback that answers as told and remembers what it was asked."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.second_opinion import SecondOpinion

KEY = "sk-very-secret-key"
SAID = {
    "symptom": "group.edit",
    "entity": "Marketing DK",
    "entity_kind": "group",
    "about": None,
    "confidence": 0.8,
}
Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


def completion(content: object) -> dict[str, Any]:
    """What Azure OpenAI wraps an answer in."""
    message = {"role": "assistant", "content": content, "refusal": None}
    choice = {"index": 0, "finish_reason": "stop", "message": message, "content_filter_results": {}}
    return {"id": "chatcmpl-1", "object": "chat.completion", "choices": [choice], "usage": {"total_tokens": 900}}


def saying(content: object, status: int = 200) -> Answering:
    """The endpoint answers this; anything but a string is first made JSON."""
    text = content if isinstance(content, str) else json.dumps(content)

    async def answer(_: web.Request) -> web.Response:
        return web.json_response(completion(text), status=status)

    return answer


@dataclass
class Endpoint:
    """The stub: `asked` holds headers, query and body of each request."""

    address: str = ""
    answering: Answering = field(default_factory=lambda: saying(SAID))
    asked: list[tuple[dict[str, str], dict[str, str], dict[str, Any]]] = field(default_factory=list[Any])

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append((dict(request.headers), dict(request.query), await request.json()))
        return await self.answering(request)


@dataclass
class Seconds:
    """A clock that moves when told."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def endpoint() -> AsyncIterator[Endpoint]:
    stub = Endpoint()
    app = web.Application()
    app.router.add_post("/openai/deployments/reader/chat/completions", stub.handle)
    app.router.add_post("/v1/chat/completions", stub.handle)
    server = TestServer(app)
    await server.start_server()
    stub.address = str(server.make_url("")).rstrip("/")
    yield stub
    await server.close()


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def azure(endpoint: Endpoint, http: aiohttp.ClientSession, clock: Seconds) -> SecondOpinion:
    url = f"{endpoint.address}/openai/deployments/reader/chat/completions?api-version=2024-10-21"
    return SecondOpinion(http, url=url, key=lambda: KEY, model="", clock=clock)


@pytest.fixture
def plain(endpoint: Endpoint, http: aiohttp.ClientSession, clock: Seconds) -> SecondOpinion:
    return SecondOpinion(
        http, url=f"{endpoint.address}/v1/chat/completions", key=lambda: KEY, model="small-4", clock=clock
    )
