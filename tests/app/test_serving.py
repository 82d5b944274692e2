"""The server in front of the application: what it takes from browsers, and for how long it waits for them."""

import asyncio
import logging
from contextlib import suppress

import aiohttp
import pytest
from aiohttp import web

from bot.app import connections
from bot.app import web as app_web
from bot.app.web import served
from tests.company import contoso


async def test_a_page_is_shown_to_a_browser_with_many_cookies() -> None:
    async with contoso() as running, aiohttp.ClientSession() as http:
        for size, status in ((12_000, 200), (30_000, 200), (40_000, 400)):
            async with http.get(f"{running.url}/privacy", headers={"Cookie": f"other={'x' * size}"}) as answer:
                assert (size, answer.status) == (size, status)


async def test_a_connection_that_stays_idle_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_web, "KEEPALIVE_SECONDS", 0.1)

    async def well(_: web.Request) -> web.Response:
        return web.Response(text="well")

    app = web.Application()
    app.router.add_get("/", well)
    runner = served(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        reader, writer = await asyncio.open_connection(*runner.addresses[0])
        writer.write(b"GET / HTTP/1.1\r\nHost: bot\r\n\r\n")
        answer = await asyncio.wait_for(reader.read(), 3)  # until it is closed from there
        assert answer.endswith(b"well")
        writer.close()
    finally:
        await runner.cleanup()


HALF = b"GET /healthz HTTP/1.1\r\nHost: bot\r\nX-Slow: "


@pytest.mark.parametrize("said", [b"", HALF])
async def test_who_asks_nothing_or_never_ends_is_hung_up_on_in_seconds(
    said: bytes, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(connections, "SILENT_SECONDS", 0.3)
    monkeypatch.setattr(connections, "SWEEP_SECONDS", 0.05)
    async with contoso() as running, aiohttp.ClientSession() as http:
        async with http.get(f"{running.url}/healthz") as answer:
            assert answer.status == 200
        silent = [await asyncio.open_connection("127.0.0.1", int(running.url.rpartition(":")[2])) for _ in range(200)]
        for _, writer in silent:
            writer.write(said)
        drips = asyncio.create_task(dripping(silent)) if said else None
        ends = asyncio.gather(*(reader.read() for reader, _ in silent), return_exceptions=True)
        assert {each for each in await asyncio.wait_for(ends, 10) if not isinstance(each, ConnectionError)} <= {b""}
        for _, writer in silent:
            writer.close()
        if drips:
            drips.cancel()
        await asyncio.sleep(0.4)
        async with http.get(f"{running.url}/healthz") as answer:  # on the connection that was kept
            assert answer.status == 200
    assert "connections that asked nothing" in caplog.text


async def dripping(to: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]]) -> None:
    """A byte now and then, for ever."""
    while True:
        for _, writer in to:
            writer.write(b"x")
        await asyncio.sleep(0.02)


NONSENSE = (
    b"GET / HTTP/1.1\r\nHost: bot\r\nX-Canary: kanariefugl\x00\r\n\r\n",
    b"GET / HTTP/1.1\r\nkanariefugl\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: bot\r\nX-Canary: kanariefugl" + b"x" * 40_000 + b"\r\n\r\n",
    b"kanariefugl\r\n\r\n",
    b"POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Length: kanariefugl\r\n\r\n",
    b"POST /api/messages HTTP/1.1\r\nHost: bot\r\nTransfer-Encoding: chunked\r\n\r\nkanariefugl\r\n",
    b"POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nkanariefugl",
    b"GET /%zz?kanariefugl HTTP/1.1\r\nHost: \xff\r\n\r\n",
    b"GET /auth/start?tx=%00kanariefugl HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n\r\n",
    b"GET /auth/callback?state=kanariefugl&code=kanariefugl HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n\r\n",
    b"GET /privacy HTTP/1.1\r\nHost: bot\r\nAccept-Language: kanariefugl-\xf0\x9f\r\nConnection: close\r\n\r\n",
    b"POST /api/messages HTTP/1.1\r\nHost: bot\r\nAuthorization: Bearer kanariefugl.x.y\r\nConnection: close\r\n\r\n",
)


@pytest.mark.parametrize("said", NONSENSE)
async def test_a_stranger_reads_no_traceback_and_the_log_quotes_nobody(
    said: bytes, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    async with contoso() as running:
        with caplog.at_level(logging.DEBUG):
            reader, writer = await asyncio.open_connection("127.0.0.1", int(running.url.rpartition(":")[2]))
            writer.write(said)
            writer.write_eof()
            answer = b""
            with suppress(ConnectionError):
                answer = await asyncio.wait_for(reader.read(), 5)
            writer.close()
    assert b"Traceback" not in answer
    assert b" 500 " not in answer.partition(b"\r\n")[0]
    shown = caplog.text + "".join(capfd.readouterr())
    assert "Traceback" not in shown
    assert "kanariefugl" not in shown
