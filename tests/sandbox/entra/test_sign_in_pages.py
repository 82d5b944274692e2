"""The pages where a person, or an administrator, signs in and consents."""

from base64 import urlsafe_b64encode
from hashlib import sha256
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from aiohttp import ClientSession

from bot.sandbox.entra.permissions import GRAPH
from bot.sandbox.server import Sandbox
from tests.sandbox.small_company import ANNA, BO, TENANT

CALLBACK = "http://127.0.0.1:3978/auth/callback"
VERIFIER = "a-verifier-nobody-guesses-0123456789-0123456789"
CHALLENGE = urlsafe_b64encode(sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()


def authorize(sandbox: Sandbox, **changes: str) -> str:
    sandbox.registration.redirect_uris.add(CALLBACK)
    query = {
        "client_id": sandbox.app_id,
        "response_type": "code",
        "redirect_uri": CALLBACK,
        "scope": f"{GRAPH}/User.ReadBasic.All openid offline_access",
        "state": "state-1",
        "nonce": "nonce-1",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
    }
    path = f"https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/authorize"
    return sandbox.address(f"{path}?{urlencode(query | changes)}")


def admin_consent(sandbox: Sandbox, **changes: str) -> str:
    sandbox.registration.redirect_uris.add(CALLBACK)
    query = {"client_id": sandbox.app_id, "redirect_uri": CALLBACK, "state": "state-2"}
    query |= {"scope": f"{GRAPH}/Group.ReadWrite.All"}
    path = f"https://login.microsoftonline.com/{TENANT}/v2.0/adminconsent"
    return sandbox.address(f"{path}?{urlencode(query | changes)}")


async def decide(http: ClientSession, url: str, user: str, decision: str = "accept") -> tuple[int, str, dict[str, str]]:
    """HTTP status, page, and the parameters the browser is sent back with."""
    form = {"user": user, "decision": decision}
    async with http.post(url, data=form, allow_redirects=False) as answer:
        location = answer.headers.get("Location", "")
        assert not location or location.startswith(CALLBACK)
        told = {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}
        return answer.status, await answer.text(), told


async def redeem(sandbox: Sandbox, http: ClientSession, code: str, **changes: str) -> tuple[int, dict[str, object]]:
    form = {
        "grant_type": "authorization_code",
        "client_id": sandbox.app_id,
        "client_secret": sandbox.app_secret,
        "code": code,
        "redirect_uri": CALLBACK,
        "code_verifier": VERIFIER,
        "scope": f"{GRAPH}/User.ReadBasic.All openid offline_access",
    }
    address = sandbox.address(f"https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/token")
    async with http.post(address, data=form | changes) as answer:
        return answer.status, await answer.json()


async def test_a_person_consents_for_themselves(sandbox: Sandbox, http: ClientSession) -> None:
    async with http.get(authorize(sandbox, login_hint='bo@fjord.example"><script>')) as answer:
        page = await answer.text()
        assert "script-src 'nonce-" in answer.headers["Content-Security-Policy"]
    assert "User.ReadBasic.All" in page
    assert '"><script>' not in page
    status, _, told = await decide(http, authorize(sandbox), "BO@fjord.example")
    assert (status, told["state"]) == (302, "state-1")
    assert sandbox.world.user_consent[BO] == {"User.ReadBasic.All"}
    status, body = await redeem(sandbox, http, told["code"])
    assert status == 200
    assert {"access_token", "refresh_token", "id_token"} <= body.keys()
    status, body = await redeem(sandbox, http, told["code"])
    assert (status, body["error_codes"]) == (400, [54005]), "a code is good for one token"


@pytest.mark.parametrize(
    ("changes", "error", "code"),
    [
        ({"code_verifier": "guess"}, "invalid_grant", 501481),
        ({"code_verifier": ""}, "invalid_grant", 501481),
        ({"redirect_uri": "http://127.0.0.1:3978/elsewhere"}, "invalid_client", 500112),
    ],
)
async def test_a_stolen_code_is_worthless(
    sandbox: Sandbox, http: ClientSession, changes: dict[str, str], error: str, code: int
) -> None:
    _, _, told = await decide(http, authorize(sandbox), "anna@fjord.example")
    status, body = await redeem(sandbox, http, told["code"], **changes)
    assert (status, body["error"], body["error_codes"]) == (400, error, [code])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"redirect_uri": "https://evil.example/"}, 50011),
        ({"redirect_uri": f"{CALLBACK}/more"}, 50011),
        ({"client_id": "nobody"}, 700016),
        ({"client_id": ""}, 900144),
    ],
)
async def test_nobody_is_sent_to_an_unknown_place(
    sandbox: Sandbox, http: ClientSession, changes: dict[str, str], code: int
) -> None:
    for url in (authorize(sandbox, **changes), admin_consent(sandbox, **changes)):
        status, page, told = await decide(http, url, "anna@fjord.example")
        assert (status, told) == (400, {})
        assert f"AADSTS{code}" in page


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"response_mode": "fragment"}, "unsupported_response_type"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"scope": ""}, "invalid_scope"),
        ({"scope": "https://nobody.example/.default"}, "invalid_resource"),
        ({"claims": "{"}, "invalid_request"),
    ],
)
async def test_a_faulty_request_goes_back_with_its_error(
    sandbox: Sandbox, http: ClientSession, changes: dict[str, str], error: str
) -> None:
    _, _, told = await decide(http, authorize(sandbox, **changes), "anna@fjord.example")
    assert (told["error"], told["state"]) == (error, "state-1")
    assert "code" not in told


@pytest.mark.parametrize(
    ("user", "decision", "expected"),
    [
        ("anna@fjord.example", "cancel", "AADSTS65004"),
        ("ole@fjord.example", "accept", "AADSTS50057"),
        ("nobody@fjord.example", "accept", "AADSTS50034"),
    ],
)
async def test_no_code_for(sandbox: Sandbox, http: ClientSession, user: str, decision: str, expected: str) -> None:
    _, _, told = await decide(http, authorize(sandbox), user, decision)
    assert told["error_description"].startswith(expected)
    assert "code" not in told


async def test_silent_sign_in_without_a_session_fails(sandbox: Sandbox, http: ClientSession) -> None:
    async with http.get(authorize(sandbox, prompt="none"), allow_redirects=False) as answer:
        assert "AADSTS65001" in answer.headers["Location"]


async def test_ordinary_people_meet_need_admin_approval(sandbox: Sandbox, http: ClientSession) -> None:
    url = authorize(sandbox, scope=f"{GRAPH}/Group.ReadWrite.All {GRAPH}/User.Read")
    status, page, _ = await decide(http, url, "anna@fjord.example")
    assert status == 200
    assert "Need admin approval" in page
    assert "AADSTS90094" in page, "the way back names the reason"
    assert "Group.ReadWrite.All" not in sandbox.world.user_consent[ANNA]


async def test_only_an_administrator_consents_for_everybody(sandbox: Sandbox, http: ClientSession) -> None:
    _, page, _ = await decide(http, admin_consent(sandbox), "anna@fjord.example")
    assert "Need admin approval" in page
    assert "Group.ReadWrite.All" not in sandbox.world.admin_consent
    _, _, told = await decide(http, admin_consent(sandbox), "ada@fjord.example", "cancel")
    assert told["error"] == "access_denied"
    assert "Group.ReadWrite.All" not in sandbox.world.admin_consent
    _, _, told = await decide(http, admin_consent(sandbox), "ada@fjord.example")
    assert (told["admin_consent"], told["tenant"], told["state"]) == ("True", TENANT, "state-2")
    assert "Group.ReadWrite.All" in sandbox.world.admin_consent


async def test_published_documents(sandbox: Sandbox, http: ClientSession) -> None:
    base = f"https://login.microsoftonline.com/{TENANT}"
    async with http.get(sandbox.address(f"{base}/v2.0/.well-known/openid-configuration")) as answer:
        document = await answer.json()
    assert document["issuer"] == f"{base}/v2.0"
    async with http.get(sandbox.address(document["jwks_uri"])) as answer:
        assert await answer.json() == sandbox.entra.issuer.jwks()
    async with http.get(sandbox.address("https://login.microsoftonline.com/common/discovery/instance")) as answer:
        assert "login.microsoftonline.com" in (await answer.json())["metadata"][0]["aliases"]
    async with http.get(sandbox.address("https://login.microsoftonline.com/x/discovery/v2.0/keys")) as answer:
        assert answer.status == 400
