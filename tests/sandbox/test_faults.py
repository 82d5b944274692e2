"""Faults on demand, over real HTTP and in single parts of a batch."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from time import monotonic

import pytest
from aiohttp import ClientConnectionError, ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer

from bot.sandbox.faults import Fault, Faults, Part, meet_in_batch, middleware

HOST = "graph.microsoft.com"
OWNERS = f"{HOST}/v1.0/groups/*/owners"
Client = TestClient[web.Request, web.Application]


class Backend:
    """Counts how often the work was really done."""

    def __init__(self) -> None:
        self.done = 0

    async def serve(self, _: web.Request) -> web.Response:
        self.done += 1
        return web.json_response({"value": [1, 2, 3]})

    async def part(self) -> Part:
        self.done += 1
        return 200, {"Content-Type": "application/json"}, {"value": []}


@pytest.fixture
def faults() -> Faults:
    return Faults(lambda: datetime(2026, 11, 20, 10, tzinfo=UTC))


@pytest.fixture
def backend() -> Backend:
    return Backend()


@pytest.fixture
async def client(faults: Faults, backend: Backend) -> AsyncIterator[Client]:
    app = web.Application(middlewares=[middleware(faults, HOST)])
    app.router.add_route("*", "/v1.0/{tail:.*}", backend.serve)
    async with TestClient(TestServer(app)) as client:
        yield client


async def ask(client: Client, method: str = "GET") -> ClientResponse:
    return await client.request(method, "/v1.0/groups/1/owners?$select=id")


@pytest.mark.parametrize(
    ("pattern", "hit"),
    [
        (OWNERS, True),
        ("graph.microsoft.com/v1.0/groups/*", False),
        ("graph.microsoft.com/**", True),
        ("GRAPH.microsoft.com/v1.0/**/owners", True),
        ("*/v1.0/groups/1/owners", True),
        ("graph-microsoft.com/v1.0/groups/1/owners", False),
        ("login.microsoftonline.com/**", False),
    ],
)
def test_which_requests_are_hit(pattern: str, hit: bool) -> None:
    assert Fault(pattern).hits("GET", f"{HOST}/v1.0/groups/1/owners") is hit


def test_the_method_may_matter(faults: Faults) -> None:
    faults.add(Fault("**", method="patch"))
    assert faults.take("GET", "x") is None
    assert faults.take("PATCH", "x") is not None


def test_a_fault_wears_off(faults: Faults) -> None:
    faults.add(Fault("**", times=2, status=503))
    faults.add(Fault("**", times=None, status=500))
    found = [faults.take("GET", "x") for _ in range(4)]
    assert [fault.status for fault in found if fault] == [503, 503, 500, 500]
    faults.clear()
    assert faults.take("GET", "x") is None


def test_a_fault_that_never_happens_is_a_mistake(faults: Faults) -> None:
    with pytest.raises(ValueError, match="at least once"):
        faults.add(Fault("**", times=0))


async def test_throttled_once(client: Client, faults: Faults, backend: Backend) -> None:
    faults.add(Fault(OWNERS, status=429, headers={"Retry-After": "2"}))
    throttled = await ask(client)
    assert (throttled.status, throttled.headers["Retry-After"]) == (429, "2")
    error = (await throttled.json())["error"]
    assert error["code"] == "TooManyRequests"
    assert error["innerError"]["date"] == "2026-11-20T10:00:00"
    assert backend.done == 0
    assert (await ask(client)).status == 200


async def test_throttling_always_says_how_long(client: Client, faults: Faults) -> None:
    faults.add(Fault(OWNERS, status=429))
    assert (await ask(client)).headers["Retry-After"] == "1"


async def test_a_code_of_ones_own(client: Client, faults: Faults) -> None:
    faults.add(Fault(OWNERS, status=403, code="Authorization_Whatever"))
    assert (await (await ask(client)).json())["error"]["code"] == "Authorization_Whatever"


@pytest.mark.parametrize("after", [False, True])
async def test_the_line_goes_dead(client: Client, faults: Faults, backend: Backend, after: bool) -> None:
    # aiohttp's client repeats a GET on a connection that died in its pool; a write is sent once.
    faults.add(Fault(OWNERS, drop=True, after=after))
    with pytest.raises(ClientConnectionError):
        await ask(client, "PATCH")
    assert backend.done == (1 if after else 0)
    assert (await ask(client, "PATCH")).status == 200


async def test_done_but_another_answer(client: Client, faults: Faults, backend: Backend) -> None:
    faults.add(Fault(OWNERS, status=504, after=True))
    assert (await ask(client, "PATCH")).status == 504
    assert backend.done == 1


async def test_half_an_answer(client: Client, faults: Faults) -> None:
    faults.add(Fault(OWNERS, malformed=True))
    answer = await ask(client)
    assert (answer.status, answer.content_type) == (200, "application/json")
    with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
        await answer.json()


async def test_a_slow_answer(client: Client, faults: Faults, backend: Backend) -> None:
    faults.add(Fault(OWNERS, latency_seconds=0.05))
    before = monotonic()
    assert (await ask(client)).status == 200
    assert monotonic() - before >= 0.05
    assert backend.done == 1


async def test_one_part_of_a_batch_is_throttled(faults: Faults, backend: Backend) -> None:
    faults.add(Fault(OWNERS, status=429))
    first = await meet_in_batch(faults, HOST, "GET", "/v1.0/groups/1/owners?$select=id", backend.part)
    assert (first[0], first[1]["Retry-After"], first[2]["error"]["code"]) == (429, "1", "TooManyRequests")
    assert backend.done == 0
    assert (await meet_in_batch(faults, HOST, "GET", "/v1.0/groups/1/owners", backend.part))[0] == 200


@pytest.mark.parametrize(
    ("fault", "status", "done"),
    [
        (Fault("**", drop=True), 504, 0),
        (Fault("**", after=True), 504, 1),
        (Fault("**", after=True, status=503), 503, 1),
        (Fault("**", malformed=True), 200, 1),
        (Fault("**", latency_seconds=0.001), 200, 1),
    ],
)
async def test_other_faults_in_a_batch(faults: Faults, backend: Backend, fault: Fault, status: int, done: int) -> None:
    faults.add(fault)
    answer = await meet_in_batch(faults, HOST, "GET", "/v1.0/me", backend.part)
    assert answer[0] == status
    assert isinstance(answer[2], str) is fault.malformed
    assert backend.done == done


def test_sign_in_refuses_in_its_own_words(faults: Faults) -> None:
    error = faults.error(Fault("**"), 503)
    assert faults.body(error, "login.microsoftonline.com")["error"] == "ServiceUnavailable"
