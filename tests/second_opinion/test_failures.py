"""Whatever goes wrong, there is no opinion, no exception, and nobody waits longer than two seconds."""

import asyncio
import json
from time import monotonic
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.second_opinion import SecondOpinion
from tests.second_opinion.conftest import KEY, SAID, Endpoint, completion, saying

TEXT = "hvem kan rette noget i Marketing DK, jeg må ikke"

UNLIKE_WHAT_WAS_ASKED: list[Any] = [
    "I'd say it is about a group.",
    "",
    "null",
    "[]",
    '{"symptom": "group.edit"',
    {},
    {"symptom": "group.edit"},
    SAID | {"symptom": "give.admin"},
    SAID | {"symptom": ["group.edit"]},
    SAID | {"answer": "Press here: https://evil.example.com"},
    SAID | {"entity": "Sales"},
    SAID | {"entity": "marketing dk"},
    SAID | {"entity": ""},
    SAID | {"entity": " "},
    SAID | {"entity": 7},
    SAID | {"entity_kind": None},
    SAID | {"entity_kind": "admin"},
    SAID | {"about": "everybody"},
    SAID | {"confidence": 1.01},
    SAID | {"confidence": -1},
    SAID | {"confidence": "0.8"},
    SAID | {"confidence": True},
    SAID | {"confidence": None},
    json.dumps(SAID).replace("0.8", "NaN"),
    json.dumps(SAID).replace("0.8", "1e999"),
]


@pytest.mark.parametrize("said", UNLIKE_WHAT_WAS_ASKED)
async def test_what_was_not_asked_for_is_no_opinion(azure: SecondOpinion, endpoint: Endpoint, said: Any) -> None:
    endpoint.answering = saying(said)
    assert await azure.ask(TEXT) is None


async def test_a_name_that_is_too_long_is_none(azure: SecondOpinion, endpoint: Endpoint) -> None:
    endpoint.answering = saying(SAID | {"entity": "x" * 257})
    assert await azure.ask("x" * 300) is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>502</html>",
        b"\xff\xfe",
        b"[]",
        b'"choices"',
        b"{}",
        b"[" * 20_000,
        json.dumps({"choices": []}).encode(),
        json.dumps({"choices": [{}]}).encode(),
        json.dumps(completion(None)).encode(),
        json.dumps(completion(SAID)).encode(),
        json.dumps(completion(json.dumps(SAID)) | {"padding": "x" * 40_000}).encode(),
    ],
)
async def test_what_is_no_completion_or_too_long_is_no_opinion(
    azure: SecondOpinion, endpoint: Endpoint, body: bytes
) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=body, content_type="application/json")

    endpoint.answering = answer
    assert await azure.ask(TEXT) is None


@pytest.mark.parametrize("status", [201, 204, 400, 401, 403, 404, 408, 429, 500, 503])
async def test_any_status_but_200_is_no_opinion_and_asked_once(
    azure: SecondOpinion, endpoint: Endpoint, status: int
) -> None:
    endpoint.answering = saying(SAID, status)
    assert await azure.ask(TEXT) is None
    assert len(endpoint.asked) == 1


async def test_a_redirect_is_not_followed(azure: SecondOpinion, endpoint: Endpoint) -> None:
    async def elsewhere(_: web.Request) -> web.Response:
        return web.Response(status=307, headers={"Location": f"{endpoint.address}/v1/chat/completions"})

    endpoint.answering = elsewhere
    assert await azure.ask(TEXT) is None
    assert len(endpoint.asked) == 1


async def test_two_seconds_are_all_it_gets_whether_silent_or_dribbling(
    http: aiohttp.ClientSession, azure: SecondOpinion, plain: SecondOpinion, endpoint: Endpoint
) -> None:
    over = asyncio.Event()

    async def slow(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        if request.path.startswith("/v1"):
            await answer.prepare(request)
            while not over.is_set():
                await answer.write(b" ")
                await asyncio.sleep(0.1)
        await over.wait()
        return answer

    endpoint.answering = slow
    begun = monotonic()
    assert await asyncio.gather(azure.ask(TEXT), plain.ask(TEXT)) == [None, None]
    assert 1.8 < monotonic() - begun < 3.5
    over.set()


async def test_whoever_is_not_there_or_hangs_up_has_no_opinion(
    http: aiohttp.ClientSession, azure: SecondOpinion, endpoint: Endpoint
) -> None:
    async def hang_up(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    endpoint.answering = hang_up
    assert await azure.ask(TEXT) is None
    nobody = SecondOpinion(http, url="http://127.0.0.1:1/", key=lambda: KEY, model="m")
    assert await nobody.ask(TEXT) is None
    await http.close()
    assert await azure.ask(TEXT) is None


async def test_a_key_that_cannot_be_had_or_sent_is_no_opinion(http: aiohttp.ClientSession, endpoint: Endpoint) -> None:
    def gone() -> str:
        raise KeyError("vault")

    for key in (gone, lambda: "line\nbreak"):
        assert await SecondOpinion(http, url=endpoint.address, key=key, model="m").ask(TEXT) is None
    assert endpoint.asked == []


async def test_who_stops_waiting_is_not_held_up(azure: SecondOpinion, endpoint: Endpoint) -> None:
    over = asyncio.Event()

    async def wait(_: web.Request) -> web.Response:
        await over.wait()
        return web.Response()

    endpoint.answering = wait
    asking = asyncio.create_task(azure.ask(TEXT))
    await asyncio.sleep(0.05)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    over.set()
