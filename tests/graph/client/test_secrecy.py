"""Neither the token nor anybody's name gets into an exception, a log line or a representation."""

import asyncio
import logging
import traceback
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.graph.client import GraphClient
from bot.outgoing import outgoing
from bot.reading import GraphDown, Search
from bot.steps import Write

TOKEN = "eyJ.very-secret"
NAME = "Adele Vance"
ANSWERS = {
    "not a batch": b'{"responses": [{"id": "0", "status": "%s"}]}' % NAME.encode(),
    "not JSON": b'{"displayName": "%s' % NAME.encode(),
    "another error": b'{"error": {"code": 7, "message": "%s"}}' % NAME.encode(),
}


@asynccontextmanager
async def server(raw: bytes) -> AsyncGenerator[str]:
    """Answers every request with these very bytes and hangs up."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(raw)
        await writer.drain()
        writer.close()

    listening = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with listening:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"


def graph(http: aiohttp.ClientSession, root: str) -> GraphClient:
    async def token() -> str:
        return TOKEN

    return GraphClient(http, root, token)


@pytest.mark.parametrize("what", ANSWERS)
async def test_a_failed_read_says_nothing(what: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    body = ANSWERS[what]
    await _fails(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body), caplog)


async def test_an_answer_that_is_not_http_says_nothing(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await _fails(b"HTTP/1.1 abc\r\nBroken header %s\r\n\r\n" % NAME.encode(), caplog)


async def _fails(raw: bytes, caplog: pytest.LogCaptureFixture) -> None:
    async with server(raw) as root, outgoing() as http:
        client = graph(http, root)
        with pytest.raises(GraphDown) as down:
            await client.search([Search("/me")])
        shown = [*traceback.format_exception(down.value), repr(down.value), repr(down.value.__cause__), repr(client)]
        said = " ".join([*shown, caplog.text])
    assert TOKEN not in said
    assert NAME not in said


async def test_a_failed_change_says_nothing(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with server(b"HTTP/1.1 abc\r\n\r\n") as root, outgoing() as http:
        result = await graph(http, root).write(Write("PATCH", "/groups/x", {"displayName": NAME}))
    assert TOKEN not in repr(result) + caplog.text
    assert NAME not in repr(result) + caplog.text
