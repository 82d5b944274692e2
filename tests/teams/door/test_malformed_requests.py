"""What is no activity is 4xx: never a 500, never a turn, and nothing is read from callers without a token."""

import asyncio
import gzip
import json
import socket
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest

from tests.teams.bot_framework import Rig

BAD_BODIES: dict[str, bytes] = {
    "empty": b"",
    "no JSON": b"{",
    "list": b"[]",
    "text": b'"message"',
    "number": b"1",
    "null": b"null",
    "NaN": b'{"type":"message","value":NaN}',
    "infinity": b'{"type":"message","value":-Infinity}',
    "too large a number": b'{"type":"message","value":1e999}',
    "two documents": b"{}{}",
    "not UTF-8": b'{"type":"message\xff"}',
    "UTF-16": '{"type":"message"}'.encode("utf-16"),
    "byte order mark": b"\xef\xbb\xbf{}",
    "half a surrogate": b'{"type":"message","text":"\\ud800"}',
    "very deep": b'{"type":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "empty object": b"{}",
}

BAD_FIELDS: dict[str, dict[str, Any]] = {
    "no type": {"type": None},
    "empty type": {"type": ""},
    "type is a number": {"type": 1},
    "no service URL": {"serviceUrl": None},
    "empty service URL": {"serviceUrl": ""},
    "service URL is a list": {"serviceUrl": ["http://127.0.0.1"]},
    "deep value": {"value": json.loads("[" * 80 + "]" * 80)},
    "deep value with brackets in text": {"text": '\\"]]]]]]', "value": json.loads("[" * 80 + '"]"' + "]" * 80)},
    "no conversation": {"conversation": None},
    "conversation is text": {"conversation": "a:chat"},
    "conversation without id": {"conversation": {"conversationType": "personal"}},
    "nobody sent it": {"from": None},
    "sender is a list": {"from": [{}]},
    "sender without id": {"from": {"name": "Ada"}},
    "text is a number": {"text": 5},
    "entities are an object": {"entities": {}},
    "an entity is a number": {"entities": [5]},
    "time is no time": {"timestamp": "yesterday"},
    "time is only a date": {"timestamp": "2026-01-20"},
    "time out of range": {"timestamp": "0001-01-01T00:00:00+14:00"},
    "locale is an object": {"locale": {}},
    "attachments are text": {"attachments": "x"},
    "history disclosed is text": {"historyDisclosed": "true"},
}


async def _post_raw(rig: Rig, body: Any, **headers: str) -> int:
    sent = {"Authorization": rig.good_header(), "Content-Type": "application/json", **headers}
    async with rig.session.post(rig.url, data=body, headers=sent) as response:
        assert await response.read() == b""
        return response.status


@pytest.mark.parametrize("name", BAD_BODIES)
async def test_a_body_that_is_no_json_object_is_400(rig: Rig, name: str) -> None:
    assert await _post_raw(rig, BAD_BODIES[name]) == 400
    assert rig.told == []


@pytest.mark.parametrize("name", BAD_FIELDS)
async def test_json_that_is_no_activity_is_400(rig: Rig, name: str) -> None:
    assert await rig.post(rig.activity(**BAD_FIELDS[name])) == (400, None)
    assert rig.told == []


async def test_odd_but_possible_activities_are_let_in(rig: Rig) -> None:
    oddities: list[dict[str, Any]] = [
        {"text": None, "value": {"verb": "x"}},
        {"entities": None},
        {"entities": [{"type": "mention"}, {"type": None}, {"x": 1}, None]},
        {"recipient": None},
        {"locale": None, "timestamp": None},
        {"unknown": {"deeply": [[[[["nested"]]]]]}},
        {"type": "messageReaction", "reactionsAdded": [{"type": "like"}]},
        {"type": "conversationUpdate", "from": None, "membersAdded": [{"id": "29:ada"}, None]},
        {"text": "[{" * 200},
        {"value": {f"key{number}": [{}] for number in range(100)}},
    ]
    for number, oddity in enumerate(oddities):
        assert await rig.post(rig.activity(id=f"odd-{number}", **oddity)) == (202, None), oddity
    await rig.settled()
    assert len(rig.told) == len(oddities)


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])
async def test_only_post_is_allowed(rig: Rig, method: str) -> None:
    async with rig.session.request(method, rig.url, headers={"Authorization": rig.good_header()}) as response:
        assert (response.status, response.headers["Allow"]) == (405, "POST")


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "application/json-patch"])
async def test_only_json_is_read(rig: Rig, content_type: str) -> None:
    assert await _post_raw(rig, b"{}", **{"Content-Type": content_type}) == 415


async def test_a_compressed_body_is_not_unpacked(rig: Rig) -> None:
    bomb = gzip.compress(b"[" * 10_000_000)
    assert await _post_raw(rig, bomb, **{"Content-Encoding": "gzip"}) == 415
    assert await _post_raw(rig, b"no gzip at all", **{"Content-Encoding": "gzip"}) == 415


async def test_a_body_too_large_is_413_announced_or_not(rig: Rig) -> None:
    body = json.dumps(rig.activity(text="x" * 300_000)).encode()

    async def chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(body), 10_000):
            yield body[start : start + 10_000]

    assert await _post_raw(rig, body) == 413
    assert await _post_raw(rig, chunks()) == 413
    assert rig.told == []


async def test_a_body_as_large_as_teams_sends_is_read(rig: Rig) -> None:
    assert await _post_raw(rig, json.dumps(rig.activity(text="x" * 250_000))) == 202


async def test_without_a_token_the_body_does_not_matter(rig: Rig) -> None:
    """The answer comes before the body: a stranger can't make the bot buffer or parse anything."""
    address = urlsplit(rig.url)
    head = (
        "POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\nContent-Length: 200000\r\n\r\n"
    )

    def answer() -> bytes:
        with socket.create_connection((address.hostname, address.port), timeout=5) as connection:
            connection.sendall(head.encode())
            return connection.recv(64)

    assert (await asyncio.to_thread(answer)).startswith(b"HTTP/1.1 401 ")


async def test_a_client_that_hangs_up_halfway_harms_nobody(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    async def half() -> AsyncIterator[bytes]:
        yield b'{"type":'
        raise RuntimeError("gone")

    with pytest.raises((RuntimeError, aiohttp.ClientError)):
        await _post_raw(rig, half())
    assert await rig.post(rig.activity()) == (202, None)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_a_body_that_drips_is_not_waited_for(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.teams.door.request_checks.BODY_SECONDS", 0.1)

    async def drips() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(5)
        yield b"}"

    headers = {"Authorization": rig.good_header(), "Content-Type": "application/json"}
    async with rig.session.post(rig.url, data=drips(), headers=headers) as response:
        assert response.status == 408
    assert rig.told == []
