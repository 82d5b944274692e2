"""What Microsoft publishes about Graph agrees with what this Graph does. Skipped where the documents aren't at hand."""

import json
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.graph.rights.scopes import Access
from bot.sandbox.graph.route import Route
from bot.sandbox.graph.table import ROUTES
from bot.sandbox.portraits import portrait
from tests.sandbox.graph.company_on_stage import LEFT, SKU, A, G, U
from tests.sandbox.graph.graph_client import Graph

DOCUMENTS = Path(__file__).parents[4] / "shared" / "graph"
PERMISSIONS = DOCUMENTS / "graph-permissions.json"
CHECKER = DOCUMENTS / "graphcheck.py"

LEFT_OUT = re.compile(
    r"AgentId|DeviceManagement|CrossCloud$|Group-|Group\.ManageProtection|Group\.Create|\.Group$|Directory\.AccessAsUser"
)
"""Permissions for other products and special cases, which this company's Graph doesn't grant anything for."""

FROM_THE_REFERENCE_PAGE = {
    ("POST", "directory/deletedItems/{id}/restore"),
    ("GET", "organization/{id}"),
    ("PATCH", "users/{id}"),
}
"""Where the table knows only other kinds of objects, lacks what the reference page has, or has what opens a part."""


NOT_DESCRIBED = ("cloudLicensing", "profile/positions", "deletedItems/{id}/graph.user", "applications(appId=")
"""Paths that neither description has, though Microsoft's pages and its SDKs do."""


def _template(path: str) -> str:
    return re.sub(r"\{[\w-]+\}", "{}", path.strip("/")).replace("microsoft.graph.", "graph.")


def _documented() -> dict[tuple[str, str], dict[str, Any]]:
    if not PERMISSIONS.exists():
        return {}
    paths = json.loads(PERMISSIONS.read_bytes())["paths"]
    return {
        (method, _template(path)): kinds
        for path, entry in paths.items()
        for method, kinds in entry["methods"].items()
        if kinds
    }


def _suffice(kinds: dict[str, Any], kind: str) -> set[str]:
    return {*kinds[kind]["least"], *kinds[kind]["other"]} if kinds.get(kind) else set()


@pytest.mark.skipif(not PERMISSIONS.exists(), reason="../shared/graph/graph-permissions.json is not here")
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.path}")
def test_permissions_are_microsofts(route: Route) -> None:
    documented = _documented().get((route.method, _template(route.path)))
    if documented is None or (route.method, route.path) in FROM_THE_REFERENCE_PAGE:
        pytest.skip("Microsoft's table has no fitting entry")
    access: Access = route.access
    for kind, ours in [("delegated", access.delegated), ("application", access.application)]:
        theirs = _suffice(documented, kind)
        assert ours <= theirs
        assert {name for name in theirs - ours if not LEFT_OUT.search(name)} == set()


async def _play(graph: Graph) -> None:
    """Every route once, then the writes, as a well-behaved client sends them."""
    for route in ROUTES:
        # The description calls references texts; Graph, like all OData, writes objects with an "@odata.id".
        described = not route.path.endswith("$ref") and not any(path in route.path for path in NOT_DESCRIBED)
        if route.method == "GET" and described:
            await graph.get(*_well_behaved(route), eventual=_advanced(route), version=route.version or "v1.0")
    await _play_writes(graph)


async def _play_writes(graph: Graph) -> None:
    for who in ("member", "guest"):
        await graph.get("me/memberOf", who, scopes="User.Read")
        await graph.get("organization", who, scopes="User.Read")
    microsoft_graph = "servicePrincipals(appId='00000003-0000-0000-c000-000000000000')"
    graph.world.admin_consent.add("User.Read")
    for app in (microsoft_graph, f"{microsoft_graph}?$select=id", "oauth2PermissionGrants"):
        await graph.get(app, "global_admin")
    security = f"groups/{G['security']}"
    await graph.patch(security, "owner", {"displayName": "Renamed"})
    await graph.get(f"{security}?$select=displayName,isManagementRestricted,assignedLicenses,licenseProcessingState")
    await graph.get(f"{security}?$expand=owners($select=id,displayName)")
    await graph.add("security", "owner", U["stranger"])
    await graph.remove("security", "owner", U["stranger"])
    await graph.add("security", "owner", U["stranger"], side="owners")
    await graph.remove("security", "owner", U["stranger"], side="owners")
    await graph.patch(f"groups/{G['synced']}/onPremisesSyncBehavior", "hybrid_admin", {"isCloudManaged": True})
    await graph.ask("POST", f"teams/{G['team']}/archive", "owner", json={"shouldSetSpoSiteReadOnlyForMembers": False})
    await graph.ask("POST", f"teams/{G['team']}/unarchive", "owner")
    for body in ({"addLicenses": [{"skuId": SKU}], "removeLicenses": []}, {"addLicenses": [], "removeLicenses": [SKU]}):
        await graph.ask("POST", f"{security}/assignLicense", "license_admin", json=body)
        graph.world.clock.forward(timedelta(minutes=5))
        await graph.get(f"{security}?$select=assignedLicenses,licenseProcessingState")
        await graph.get(f"users/{U['member']}?$select=licenseAssignmentStates,assignedLicenses")
    await graph.get(f"groups/{G['no_guests']}/settings")
    await graph.get(f"groups/{G['dynamic']}?$select=membershipRuleProcessingStatus", version="beta")
    await graph.ask("DELETE", security, "owner")
    await graph.ask("POST", f"directory/deletedItems/{G['security']}/restore", "owner")
    await graph.ask("POST", "$batch", "owner", json={"requests": [{"id": "1", "method": "GET", "url": "/me"}]})
    await graph.get(f"directory/deletedItems/{LEFT}", "owner")
    content, kind = portrait("mint")[-1].content, {"Content-Type": "image/jpeg"}
    await graph.ask("PUT", "me/photo/$value", "stranger", data=content, headers=kind)
    await graph.ask("PUT", f"users/{U['member']}/photo/$value", "global_admin", data=content, headers=kind)
    for _ in range(2):
        await graph.ask("DELETE", "me/photo", "stranger")
    for refused in ("groups/99999999-0000-4000-8000-000000000000", f"{security}/onPremisesSyncBehavior"):
        await graph.get(refused, "owner")


def _well_behaved(route: Route) -> tuple[str, str]:
    identifier = {
        "users": U["owner"],
        "teams": G["team"],
        "directoryRoles": U["owner"],
        "directory": G["deleted"] if "deletedItems" in route.path else A["unit"],
    }.get(route.path.partition("/")[0].partition("(")[0], G["nesting"])
    path = route.path.replace("{on}", "principal").replace("{template}", "62e90394-69f5-4237-9190-012177145e10")
    path = path.replace("{size}", "default")
    path = re.sub(r"\{\w+\}", identifier, path)
    options = "?$count=true" if _advanced(route) and not path.endswith("$count") else ""
    whose = f"&$filter=principalId eq '{U['global_admin']}'" if path.endswith("transitiveRoleAssignments") else ""
    return path + options + whose, "global_admin"


def _advanced(route: Route) -> bool:
    transitive = "/transitive" in route.path and ("/graph." in route.path or (route.version == "beta"))
    return transitive or route.path.endswith("/$count")


@pytest.mark.skipif(not CHECKER.exists(), reason="../shared/graph/graphcheck.py is not here")
async def test_traffic_is_as_microsoft_describes_it(graph: Graph, traffic: list[str], tmp_path: Path) -> None:
    await _play(graph)
    log = tmp_path / "traffic.jsonl"
    log.write_text("".join(traffic))
    assert "Bearer ey" not in log.read_text()
    checked = subprocess.run(  # noqa: S603, ASYNC221
        [sys.executable, str(CHECKER), "requests", str(log)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
