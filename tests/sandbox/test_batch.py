"""`$batch`: over real HTTP, each part on its own, and every malformed batch refused as a whole."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from random import Random
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.sandbox.graph.batch import Answer, handle, parse_batch
from bot.sandbox.odata.errors import GraphError

JSON = {"Content-Type": "application/json"}
Client = TestClient[web.Request, web.Application]
Parts = list[dict[str, Any]]


class Backend:
    """Serves parts and remembers them: "/missing" is 404, "/photo" bytes, "/meet" waits for a second one."""

    def __init__(self) -> None:
        self.served: list[tuple[str, str, dict[str, str], Any]] = []
        self.meeting = asyncio.Barrier(2)

    async def dispatch(self, method: str, url: str, headers: dict[str, str], body: Any) -> Answer:
        self.served.append((method, url, headers, body))
        if url == "/meet":
            await self.meeting.wait()
        if url == "/missing":
            return 404, JSON, {"error": {"code": "Request_ResourceNotFound", "message": "…"}}
        if url == "/photo":
            return 200, {"Content-Type": "image/jpeg"}, b"\xff\xd8"
        return (204, {}, None) if method == "DELETE" else (200, JSON, {"url": url})

    async def post(self, request: web.Request) -> web.Response:
        try:
            return await handle(request, self.dispatch)
        except GraphError as error:
            return web.json_response({"code": error.code, "message": error.message}, status=error.status)


@pytest.fixture
def backend() -> Backend:
    return Backend()


@pytest.fixture
async def client(backend: Backend) -> AsyncIterator[Client]:
    app = web.Application()
    app.router.add_post("/v1.0/$batch", backend.post)
    async with TestClient(TestServer(app)) as client:
        yield client


def get(part_id: str, url: str = "/me", **more: Any) -> dict[str, Any]:
    return {"id": part_id, "method": "GET", "url": url} | more


async def send(client: Client, parts: Parts) -> dict[str, dict[str, Any]]:
    answer = await client.post("/v1.0/$batch", json={"requests": parts})
    assert answer.status == 200
    return {part["id"]: part for part in (await answer.json())["responses"]}


def refusal(payload: object) -> str:
    with pytest.raises(GraphError) as caught:
        parse_batch(payload)
    assert (caught.value.status, caught.value.code) == (400, "BadRequest")
    return caught.value.message


async def test_every_part_has_its_own_answer(client: Client) -> None:
    parts = [get("a", "users?$top=5"), get("b", "/missing"), {"id": "c", "method": "DELETE", "url": "/groups/1"}]
    answers = await send(client, parts)
    assert answers["a"] == {"id": "a", "status": 200, "headers": JSON, "body": {"url": "/users?$top=5"}}
    assert answers["b"]["status"] == 404
    assert answers["c"] == {"id": "c", "status": 204, "headers": {}}


async def test_bytes_travel_as_base64(client: Client, backend: Backend) -> None:
    image = {"Content-Type": "image/jpeg"}
    put = {
        "id": "2",
        "method": "PUT",
        "url": "/photo",
        "headers": image,
        "body": base64.b64encode(b"\xfb\xff").decode(),
    }
    safe = {"id": "3", "method": "PUT", "url": "/photo", "headers": image, "body": "-_8"}
    answers = await send(client, [get("1", "/photo"), put, safe])
    assert base64.b64decode(answers["1"]["body"]) == b"\xff\xd8"
    assert [body for method, _, _, body in backend.served if method == "PUT"] == [b"\xfb\xff", b"\xfb\xff"]


async def test_bodies_and_headers_arrive(client: Client, backend: Backend) -> None:
    patch = {"id": "1", "method": "patch", "url": "/groups/1", "headers": JSON, "body": {"description": "ny"}}
    await send(client, [patch])
    assert backend.served == [("PATCH", "/groups/1", JSON, {"description": "ny"})]


async def test_parts_run_at_the_same_time(client: Client) -> None:
    async with asyncio.timeout(5):
        answers = await send(client, [get("1", "/meet"), get("2", "/meet")])
    assert {part["status"] for part in answers.values()} == {200}


async def test_answers_come_in_another_order_and_always_the_same(client: Client) -> None:
    orders: list[list[str]] = []
    for _ in range(2):
        answer = await client.post("/v1.0/$batch", json={"requests": [get(str(n)) for n in range(20)]})
        orders.append([part["id"] for part in (await answer.json())["responses"]])
    assert orders[0] == orders[1]
    assert orders[0] != [str(n) for n in range(20)]


async def test_a_chain_runs_in_order(client: Client, backend: Backend) -> None:
    parts = [get("1", "/a"), get("2", "/b", dependsOn=["1"]), get("3", "/c", dependsOn=["2"])]
    await send(client, parts)
    assert [url for _, url, _, _ in backend.served] == ["/a", "/b", "/c"]


async def test_what_depends_on_a_failure_is_not_done(client: Client, backend: Backend) -> None:
    parts = [get("1", "/missing"), get("2", "/b", dependsOn=["1"]), get("3", "/c", dependsOn=["2"])]
    answers = await send(client, parts)
    assert [answers[key]["status"] for key in ("1", "2", "3")] == [404, 424, 424]
    assert [url for _, url, _, _ in backend.served] == ["/missing"]


async def test_several_may_depend_on_one(client: Client) -> None:
    answers = await send(client, [get("A"), get("2", dependsOn=["a"]), get("3", dependsOn=["A"]), get("4")])
    assert {part["status"] for part in answers.values()} == {200}


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000])
async def test_what_is_not_json_is_refused(client: Client, body: bytes) -> None:
    answer = await client.post("/v1.0/$batch", data=body, headers=JSON)
    assert answer.status == 400
    assert (await answer.json())["message"] == "Invalid batch payload format."


@pytest.mark.parametrize(
    "payload",
    [
        {}, {"requests": []}, {"requests": {}}, {"requests": [1]}, {"requests": [{"id": "1"}]},
        {"requests": [get("")]}, {"requests": [get("1") | {"id": 1}]}, {"requests": [get("1") | {"method": "BREW"}]},
        {"requests": [get("1", "https://graph.microsoft.com/v1.0/me")]}, {"requests": [get("1", "/v1.0/me")]},
        {"requests": [get("1", "/beta/me")]}, {"requests": [get("1", "/$batch")]}, {"requests": [get("1", "//evil/x")]},
        {"requests": [get("1", headers=[])]}, {"requests": [get("1", headers={"x": 1})]},
        {"requests": [get("1") | {"method": "PUT", "headers": {"Content-Type": "image/png"}, "body": "x"}]},
    ],
)  # fmt: skip
def test_malformed(payload: object) -> None:
    assert refusal(payload) == "Invalid batch payload format."


def test_twenty_parts_at_most() -> None:
    assert len(parse_batch({"requests": [get(str(n)) for n in range(20)]})) == 20
    message = refusal({"requests": [get(str(n)) for n in range(21)]})
    assert message == "Number of requests inside batch exceed the limit."


def test_ids_are_unique_whatever_the_case() -> None:
    assert refusal({"requests": [get("a"), get("A")]}) == "Request Id A has to be unique in a batch."


def test_a_write_says_what_it_sends() -> None:
    post: dict[str, Any] = {"id": "7", "method": "POST", "url": "/groups/1/renew"}
    message = "Write request with id '7' does not contain a Content-Type header."
    assert refusal({"requests": [post]}) == message
    assert refusal({"requests": [{**post, "body": {"a": 1}}]}) == message
    assert refusal({"requests": [post | {"headers": JSON}]}) == (
        "Write request id : 7 does not contain Content-Type header or body."
    )
    assert parse_batch({"requests": [post | {"body": {}, "headers": {"content-type": "application/json"}}]})


@pytest.mark.parametrize(
    "parts",
    [
        [get("1", dependsOn=["2"]), get("2")],
        [get("1", dependsOn=["1"])],
        [get("1"), get("2", dependsOn=["x"])],
        [get("1"), get("2"), get("3", dependsOn=["1", "2"])],
        [get("1"), get("2", dependsOn="1")],
        [get("1"), get("2", dependsOn=[1])],
        [get("1"), get("2", dependsOn=["1"]), get("3"), get("4", dependsOn=["3"])],
    ],
)
def test_dependencies_that_are_refused(parts: Parts) -> None:
    assert refusal({"requests": parts}).startswith("Invalid dependency for request Id ")


def test_no_batch_whatever_is_an_internal_error() -> None:
    random = Random(20)  # noqa: S311
    values: list[Any] = [None, 1, "", "1", [], {}, ["1"], {"a": "b"}, "GET", "POST", "/me", True, JSON, "://", "\0"]
    for _ in range(3000):
        names = ["id", "method", "url", "headers", "body", "dependsOn"]
        parts = [{name: random.choice(values) for name in names} for _ in range(random.randint(1, 3))]
        try:
            parse_batch(json.loads(json.dumps({"requests": parts})))
        except GraphError:
            continue
