"""Whatever is wrong with a token request, Entra names it with Microsoft's own code."""

from collections.abc import Callable, Mapping

import pytest
from aiohttp import ClientSession

from bot.sandbox.entra.permissions import CONNECTOR, GRAPH
from bot.sandbox.entra.token_endpoint import JWT_BEARER
from bot.sandbox.issuer import Issuer
from bot.sandbox.server import Sandbox
from tests.sandbox.small_company import ANNA, OLE, TENANT

Form = Mapping[str, str | None]

Refusal = tuple[int, str, int]
"""HTTP status, OAuth's error, Microsoft's code."""


def client_credentials(sandbox: Sandbox) -> dict[str, str]:
    return {
        "grant_type": "client_credentials",
        "client_id": sandbox.app_id,
        "client_secret": sandbox.app_secret,
        "scope": f"{CONNECTOR}/.default",
    }


def on_behalf_of(sandbox: Sandbox) -> dict[str, str]:
    return client_credentials(sandbox) | {
        "grant_type": JWT_BEARER,
        "requested_token_use": "on_behalf_of",
        "assertion": sandbox.entra.sso_token(ANNA),
        "scope": f"{GRAPH}/User.Read",
    }


def foreign(sandbox: Sandbox, **claims: str) -> str:
    """A token with the right claims but for `claims`, signed by Entra's own key."""
    right = {
        "aud": sandbox.app_id,
        "iss": f"https://login.microsoftonline.com/{TENANT}/v2.0",
        "oid": ANNA,
        "tid": TENANT,
        "scp": "access_as_user",
    }
    return sandbox.entra.issuer.sign(right | claims)


def forged(sandbox: Sandbox) -> str:
    claims = {"aud": sandbox.app_id, "iss": f"https://login.microsoftonline.com/{TENANT}/v2.0", "oid": ANNA}
    return Issuer().sign(claims, kid=sandbox.entra.issuer.kid)


APP_CASES: list[tuple[str, Form, Refusal]] = [
    ("no grant", {"grant_type": None}, (400, "invalid_request", 900144)),
    ("unknown grant", {"grant_type": "password"}, (400, "unsupported_grant_type", 70003)),
    ("no client", {"client_id": None}, (400, "invalid_request", 900144)),
    ("unknown client", {"client_id": "nobody"}, (400, "unauthorized_client", 700016)),
    ("no secret", {"client_secret": None}, (401, "invalid_client", 7000218)),
    ("wrong secret", {"client_secret": "guess"}, (401, "invalid_client", 7000215)),
    ("no scope", {"scope": None}, (400, "invalid_request", 900144)),
    ("malformed scope", {"scope": "!"}, (400, "invalid_scope", 70011)),
    ("unknown resource", {"scope": "https://nobody.example/.default"}, (400, "invalid_resource", 500011)),
    ("not .default", {"scope": f"{GRAPH}/User.Read"}, (400, "invalid_scope", 1002012)),
    ("two resources", {"scope": f"{GRAPH}/.default {CONNECTOR}/.default"}, (400, "invalid_request", 28000)),
]


@pytest.mark.parametrize(("changes", "expected"), [c[1:] for c in APP_CASES], ids=[c[0] for c in APP_CASES])
async def test_client_credentials_refused(
    sandbox: Sandbox, http: ClientSession, changes: Form, expected: Refusal
) -> None:
    await assert_refused(sandbox, http, {**client_credentials(sandbox), **changes}, expected)


Assertion = Callable[[Sandbox], str]

ASSERTION_CASES: list[tuple[str, Assertion, int]] = [
    ("garbage", lambda _: "not.a.token", 50013),
    ("forged", forged, 50013),
    ("other issuer", lambda s: foreign(s, iss="https://login.microsoftonline.com/other/v2.0"), 50013),
    ("no person", lambda s: foreign(s, scp=""), 50013),
    ("graph token", lambda s: foreign(s, aud=GRAPH), 500131),
    ("expired", lambda s: s.entra.sso_token(ANNA, lifetime=-60), 500133),
    ("disabled person", lambda s: s.entra.sso_token(OLE), 50057),
    ("deleted person", lambda s: foreign(s, oid="eeeeeeee-0000-4000-8000-000000000000"), 50034),
]


@pytest.mark.parametrize(("assertion", "code"), [c[1:] for c in ASSERTION_CASES], ids=[c[0] for c in ASSERTION_CASES])
async def test_assertion_refused(sandbox: Sandbox, http: ClientSession, assertion: Assertion, code: int) -> None:
    form = on_behalf_of(sandbox) | {"assertion": assertion(sandbox)}
    await assert_refused(sandbox, http, form, (400, "invalid_grant", code))


@pytest.mark.parametrize(
    ("changes", "error", "code"),
    [
        ({"scope": f"{GRAPH}/GroupMember.ReadWrite.All"}, "invalid_grant", 65001),
        ({"requested_token_use": None}, "invalid_request", 900144),
        ({"assertion": None}, "invalid_request", 900144),
        ({"claims": "{"}, "invalid_request", 90015),
        ({"claims": "[]"}, "invalid_request", 90015),
        ({"grant_type": "authorization_code"}, "invalid_request", 900144),
        ({"grant_type": "authorization_code", "code": "made up"}, "invalid_grant", 54005),
        ({"grant_type": "refresh_token", "refresh_token": "made up"}, "invalid_grant", 70000),
    ],
)
async def test_delegated_request_refused(
    sandbox: Sandbox, http: ClientSession, changes: Form, error: str, code: int
) -> None:
    await assert_refused(sandbox, http, {**on_behalf_of(sandbox), **changes}, (400, error, code))


async def test_other_tenant_is_not_found(sandbox: Sandbox, http: ClientSession) -> None:
    address = sandbox.address("https://login.microsoftonline.com/common/oauth2/v2.0/token")
    async with http.post(address, data=client_credentials(sandbox)) as answer:
        assert (answer.status, (await answer.json())["error_codes"]) == (400, [90002])


async def test_missing_consent_carries_the_suberror(sandbox: Sandbox, http: ClientSession) -> None:
    form = on_behalf_of(sandbox) | {"scope": f"{GRAPH}/Group.Read.All"}
    body = await assert_refused(sandbox, http, form, (400, "invalid_grant", 65001))
    assert body["suberror"] == "consent_required"


async def assert_refused(sandbox: Sandbox, http: ClientSession, form: Form, expected: Refusal) -> dict[str, object]:
    address = sandbox.address(f"https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/token")
    async with http.post(address, data={k: v for k, v in form.items() if v is not None}) as answer:
        body = await answer.json()
    assert (answer.status, body["error"], *body["error_codes"]) == expected
    assert body["error_description"].startswith(f"AADSTS{expected[2]}: ")
    assert {"timestamp", "trace_id", "correlation_id"} <= body.keys()
    assert "access_token" not in body
    return body
