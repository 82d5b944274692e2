"""Our answers, held against Microsoft's published description by the independent traffic checker."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.odata.answer import count, many, one
from bot.sandbox.odata.entity import named
from bot.sandbox.odata.errors import GraphError
from bot.sandbox.odata.query import parse

CHECKER = Path(__file__).resolve().parents[4] / "shared" / "graph" / "graphcheck.py"
V1 = "https://graph.microsoft.com/v1.0"
NAMES = {"displayName": "Salg", "mail": "salg@contoso.com", "userPrincipalName": "ida@contoso.com"}
PAGE = [{"id": f"0e226165-c685-41ce-8bfc-{n:012}", "@odata.type": "#microsoft.graph.user"} | NAMES for n in range(120)]
EVENTUAL = {"ConsistencyLevel": "eventual"}

pytestmark = pytest.mark.skipif(not CHECKER.is_file(), reason="the traffic checker (../shared/graph) is not here")

LISTS: list[tuple[str, str | None, dict[str, str], Mapping[str, str]]] = [
    ("/groups", "group", {}, {}),
    ("/groups", "group", {"$select": "id,displayName,assignedLicenses", "$top": "7"}, {}),
    ("/groups", "group", {"$filter": "startsWith(displayName,'S')", "$top": "999"}, {}),
    ("/groups", "group", {"$filter": "displayName ne 'x'", "$count": "true", "$orderby": "displayName"}, EVENTUAL),
    ("/groups", "group", {"$search": '"displayName:salg" OR "mail:salg"', "$count": "true"}, EVENTUAL),
    ("/users", "user", {}, {}),
    ("/users", "user", {"$filter": "endsWith(mail,'.com')", "$count": "true", "$top": "120"}, EVENTUAL),
    ("/groups/1/members", None, {}, {}),
    ("/groups/1/members", None, {"$select": "id,displayName,userPrincipalName", "$count": "true"}, EVENTUAL),
    ("/directory/administrativeUnits", "administrativeUnit", {}, {}),
    ("/roleManagement/directory/roleAssignments", "unifiedRoleAssignment", {"$filter": "principalId eq 'x'"}, {}),
    ("/subscribedSkus", "subscribedSku", {"$select": "skuId,skuPartNumber"}, {}),
    ("/organization", "organization", {"$select": "id,displayName,onPremisesSyncEnabled"}, {}),
]


def exchange(path: str, options: Mapping[str, str], headers: Mapping[str, str], **answer: Any) -> dict[str, Any]:
    url = V1 + path + ("?" + "&".join(f"{k}={v}" for k, v in options.items()).replace(" ", "%20") if options else "")
    response_headers = {"Content-Type": "application/json"}
    sent = {**headers, "Authorization": "Bearer …"}
    return {"method": "GET", "url": url, "headers": sent, "status": 200, "response_headers": response_headers} | answer


def lists() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for path, entity, options, headers in LISTS:
        query = parse(options, headers)
        page = many(PAGE, entity, query, context=V1 + "/$metadata#x", base_url=V1 + path)
        found.append(exchange(path, options, headers, response=page))
    return found


def single_objects() -> list[dict[str, Any]]:
    group = dict(PAGE[0])
    every = ",".join(name for name, row in named("group").properties.items()
                     if row.returned in {"default", "select", "single"})  # fmt: skip
    asked: list[tuple[str, str, dict[str, str]]] = [
        ("/groups/1", "group", {}),
        ("/groups/1", "group", {"$select": every}),
        ("/users/1", "user", {}),
        ("/users/1", "user", {"$select": "id,accountEnabled,onPremisesProvisioningErrors,usageLocation"}),
        ("/teams/1", "team", {"$select": "isArchived,specialization"}),
    ]
    answers = [(p, o, one(group, e, parse(o, {}), context=V1 + "/$metadata#x/$entity")) for p, e, o in asked]
    return [exchange(path, options, {}, response=answer) for path, options, answer in answers]


def refusals() -> list[dict[str, Any]]:
    date = "2026-11-20T10:00:00"
    inner = {"date": date, "request-id": "r", "client-request-id": "c"}
    with pytest.raises(GraphError) as caught:
        count(PAGE, "group", parse({}, {}))
    error = {"error": {"code": caught.value.code, "message": caught.value.message, "innerError": inner}}
    return [exchange("/groups/$count", {}, EVENTUAL, status=400, response=error)]


def test_the_checker_finds_no_fault(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    lines = lists() + single_objects() + refusals()
    log.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    command = [sys.executable, str(CHECKER), "requests", str(log), "--strict"]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert checked.returncode == 0, checked.stdout + checked.stderr
