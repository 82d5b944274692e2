"""The services fit together: Graph believes Entra's tokens, faults reach every host, what was said is written down."""

import json
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.sandbox.faults import Fault
from bot.sandbox.server import Issuers, Sandbox
from tests.sandbox.small_company import ANNA, TENANT, small_company


async def me(sandbox: Sandbox, http: ClientSession, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}"}
    async with http.get(sandbox.address("https://graph.microsoft.com/v1.0/me"), headers=headers) as answer:
        await answer.read()
        return answer.status


async def test_graph_believes_entra(sandbox: Sandbox, http: ClientSession) -> None:
    assert await me(sandbox, http, sandbox.entra.graph_token(ANNA, ["User.Read"])) == 200
    assert await me(sandbox, http, sandbox.entra.graph_token(ANNA, ["Channel.ReadBasic.All"])) == 403
    assert await me(sandbox, http, sandbox.entra.sso_token(ANNA)) == 401


async def test_step_up_wants_the_context(sandbox: Sandbox, http: ClientSession) -> None:
    sandbox.challenged.add(ANNA)
    assert await me(sandbox, http, sandbox.entra.graph_token(ANNA, ["User.Read"])) == 401
    assert await me(sandbox, http, sandbox.entra.graph_token(ANNA, ["User.Read"], acrs=["c1"])) == 200


@pytest.mark.parametrize(
    ("host", "path"),
    [
        ("graph.microsoft.com", "/v1.0/me"),
        ("login.microsoftonline.com", f"/{TENANT}/oauth2/v2.0/token"),
        ("smba.trafficmanager.net", "/emea/v3/conversations"),
    ],
)
async def test_faults_reach_every_host(sandbox: Sandbox, http: ClientSession, host: str, path: str) -> None:
    sandbox.faults.add(Fault(path=host + path, status=503, headers={"Retry-After": "7"}))
    statuses: list[int] = []
    for _ in range(2):
        async with http.post(sandbox.address(f"https://{host}{path}")) as answer:
            statuses.append(answer.status)
    assert statuses[0] == 503
    assert statuses[1] in {400, 401}


async def test_what_graph_was_asked_is_written_down(tmp_path: Path, issuers: Issuers, http: ClientSession) -> None:
    file = tmp_path / "traffic.jsonl"
    async with Sandbox(small_company(), traffic=file, issuers=issuers) as sandbox:
        await me(sandbox, http, sandbox.entra.graph_token(ANNA, ["User.Read"]))
    (line,) = file.read_text().splitlines()
    assert json.loads(line)["status"] == 200
    assert json.loads(line)["headers"]["Authorization"] == "Bearer …"


async def test_a_port_in_use_leaves_nothing_open(sandbox: Sandbox) -> None:
    port = int(sandbox.url.rpartition(":")[2])
    with pytest.raises(OSError, match="in use"):
        async with Sandbox(small_company(), port=port):
            pass
