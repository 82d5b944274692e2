"""Nobody gets in without a token Graph accepts."""

import re
from base64 import b64decode

import orjson
import pytest

from bot.sandbox.graph.app import SERVER
from bot.sandbox.graph.route import Route
from bot.sandbox.graph.table import ROUTES
from bot.sandbox.issuer import Issuer
from tests.sandbox.graph.company_on_stage import TENANT, G, U
from tests.sandbox.graph.graph_client import Graph

_INVALID = (401, "InvalidAuthenticationToken")


def address(route: Route) -> str:
    """A path that fits the route."""
    on = route.path.replace("{on}", "principal").replace("{operation}", G["team"]).replace("{member}", U["member"])
    return re.sub(r"\{\w+\}", G["security"], on)


def named(route: Route) -> str:
    return f"{route.method} {route.path}"


def version(route: Route) -> str:
    return route.version or "v1.0"


@pytest.mark.parametrize("route", ROUTES, ids=named)
async def test_every_route_refuses_a_call_without_a_token(graph: Graph, route: Route) -> None:
    answered = await graph.ask(route.method, address(route), token="", version=version(route))
    assert answered.error == (*_INVALID, "Access token is empty.")
    assert set(answered.body["error"]["innerError"]) == {"date", "request-id", "client-request-id"}
    assert answered.headers["request-id"] == answered.body["error"]["innerError"]["request-id"]


@pytest.mark.parametrize("route", ROUTES, ids=named)
async def test_every_route_refuses_a_token_without_a_permission_for_it(graph: Graph, route: Route) -> None:
    beta_or_not = version(route)
    answered = await graph.ask(
        route.method, address(route), "global_admin", scopes="openid Mail.Read", version=beta_or_not
    )
    assert answered.error == (403, *route.access.refusal)


async def test_what_only_beta_has_is_unknown_to_v1(graph: Graph) -> None:
    for route in (route for route in ROUTES if route.version == "beta"):
        refused = await graph.ask(route.method, address(route))
        assert refused.error == (400, "BadRequest", f"Resource not found for the segment '{first_unknown(route)}'.")


def first_unknown(route: Route) -> str:
    """The first piece of a beta path that v1.0 doesn't know."""
    inner = ("cloudLicensing", "transitiveRoleAssignments", "profile", "photoUpdateSettings")
    return next((each for each in inner if each in route.path.split("/")), route.path.split("/")[0])


async def test_garbage_is_not_a_token(graph: Graph) -> None:
    for garbage in ("garbage", "a.b.c", "eyJhbGciOiJub25lIn0.e30."):
        answered = await graph.get("me", token=garbage)
        assert answered.error == (*_INVALID, "CompactToken parsing failed with error code: 80049217")


async def test_an_unsigned_token_with_good_claims_is_refused(graph: Graph) -> None:
    head, _, _ = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0", "", ""
    _, claims, _ = graph.token("global_admin").split(".")
    assert (await graph.get("me", token=f"{head}.{claims}.")).status == 401


async def test_another_kind_of_authorization_is_no_token(graph: Graph) -> None:
    answered = await graph.get("me", token="", headers={"Authorization": "Basic bWU6bWU="})
    assert answered.error == (*_INVALID, "Access token is empty.")


async def test_an_expired_token_is_refused(graph: Graph) -> None:
    answered = await graph.get("me", token=graph.sign({"oid": U["member"], "scp": "User.Read"}, lifetime=-1))
    assert answered.error == (*_INVALID, "Lifetime validation failed, the token is expired.")


async def test_a_token_for_another_service_is_refused(graph: Graph) -> None:
    answered = await graph.get("me", token=graph.token("member", aud="https://contoso.sharepoint.com"))
    assert answered.error == (*_INVALID, "Access token validation failure. Invalid audience.")


@pytest.mark.parametrize("claims", [{"iss": "https://sts.windows.net/other/"}, {"tid": "other"}])
async def test_a_token_of_another_tenant_is_refused(graph: Graph, claims: dict[str, str]) -> None:
    assert (await graph.get("me", token=graph.token("member", **claims))).error[:2] == _INVALID


async def test_a_token_signed_by_somebody_else_is_refused(graph: Graph) -> None:
    claims = {"aud": "https://graph.microsoft.com", "iss": f"https://sts.windows.net/{TENANT}/", "tid": TENANT}
    forged = Issuer().sign({**claims, "oid": U["member"], "scp": "User.Read"})
    assert (await graph.get("me", token=forged)).error[:2] == _INVALID


async def test_graphs_application_id_is_an_audience_too(graph: Graph) -> None:
    answered = await graph.get("me", token=graph.token("member", aud="00000003-0000-0000-c000-000000000000"))
    assert answered.status == 200


@pytest.mark.parametrize("who", ["disabled", "99999999-0000-4000-8000-000000000000"])
async def test_a_person_who_is_gone_is_refused(graph: Graph, who: str) -> None:
    assert (await graph.get("me", who)).status == 401


async def test_a_person_deleted_since_the_token_was_issued_is_refused(graph: Graph) -> None:
    token = graph.token("member")
    assert (await graph.get("me", token=token)).status == 200
    del graph.world.users[U["member"]]
    assert (await graph.get("me", token=token)).status == 401


async def test_a_challenged_person_must_step_up(graph: Graph) -> None:
    graph.app[SERVER].challenged.add(U["member"])
    refused = await graph.get("me")
    assert refused.status == 401
    assert 'error="insufficient_claims"' in refused.headers["WWW-Authenticate"]
    claims = re.search(r'claims="([^"]+)"', refused.headers["WWW-Authenticate"])
    assert claims
    wanted = orjson.loads(b64decode(claims[1]))
    assert wanted == {"access_token": {"acrs": {"essential": True, "value": "c1"}}}
    assert (await graph.get("me", token=graph.token("member", acrs=["c1"]))).status == 200
    assert (await graph.get("me", "owner")).status == 200


async def test_an_app_reads_with_its_own_permissions(graph: Graph) -> None:
    app = {"idtyp": "app", "oid": G["security"]}
    allowed = graph.sign({**app, "roles": ["Group.Read.All"]})
    assert (await graph.get(f"groups/{G['security']}", token=allowed)).status == 200
    assert (await graph.get(f"groups/{G['security']}", token=graph.sign(app))).status == 403
    # Delegated permissions are nothing to an app.
    delegated = graph.sign({**app, "scp": "Group.Read.All"})
    assert (await graph.get(f"groups/{G['security']}", token=delegated)).status == 403


async def test_an_app_without_write_permissions_cant_write(graph: Graph) -> None:
    token = graph.sign({"idtyp": "app", "roles": ["Group.Read.All", "GroupMember.Read.All"]})
    assert (await graph.add("security", "", U["stranger"], token=token)).status == 403
    assert U["stranger"] not in graph.world.members[G["security"]]


async def test_there_is_no_me_for_an_app(graph: Graph) -> None:
    answered = await graph.get("me", token=graph.sign({"idtyp": "app", "roles": ["User.Read.All"]}))
    assert answered.error == (400, "BadRequest", "/me request is only valid with delegated authentication flow.")
