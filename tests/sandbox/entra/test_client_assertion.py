"""A client with a certificate is believed when the certificate was uploaded, and for nothing but what it signed."""

from datetime import UTC, datetime
from hashlib import sha1, sha256
from time import time
from typing import Any
from uuid import uuid4

import jwt
import pytest
from aiohttp import ClientSession
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from jwt.utils import base64url_encode

from bot.sandbox.entra.client_assertion import ASSERTION_TYPE
from bot.sandbox.entra.permissions import CONNECTOR
from bot.sandbox.server import Sandbox
from tests.certificates import certificate_pem, key_pem
from tests.sandbox.entra.test_token_refusals import assert_refused
from tests.sandbox.small_company import TENANT

TOKEN = f"https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/token"


def thumbprint(hashed: Any = sha256, pem: str = "") -> str:
    certificate = x509.load_pem_x509_certificate((pem or certificate_pem()).encode())
    return base64url_encode(hashed(certificate.public_bytes(Encoding.DER)).digest()).decode()


def form(sandbox: Sandbox, *, key: str | None = None, algorithm: str = "PS256", **changes: Any) -> dict[str, str]:
    """A request for a token; `changes` are claims, or `x5t#S256`, of the assertion. `None` leaves one out."""
    now = int(time())
    right = {"aud": TOKEN, "iss": sandbox.app_id, "sub": sandbox.app_id, "exp": now + 600, "jti": str(uuid4())}
    headers = {"x5t#S256": thumbprint()} | {name: changes.pop(name) for name in ("x5t", "x5t#S256") if name in changes}
    headers = {name: value for name, value in headers.items() if value}
    claims = {name: value for name, value in (right | changes).items() if value is not None}
    assertion = jwt.encode(claims, key or key_pem(), algorithm=algorithm, headers=headers)
    return {
        "grant_type": "client_credentials",
        "client_id": sandbox.app_id,
        "client_assertion_type": ASSERTION_TYPE,
        "client_assertion": assertion,
        "scope": f"{CONNECTOR}/.default",
    }


@pytest.fixture
def registered(sandbox: Sandbox) -> Sandbox:
    sandbox.registration.certificates.append(certificate_pem().encode())
    return sandbox


@pytest.mark.parametrize(
    "changes", [{}, {"x5t#S256": f"{thumbprint()}="}, {"algorithm": "RS256", "x5t#S256": "", "x5t": thumbprint(sha1)}]
)
async def test_the_key_of_a_registered_certificate_needs_no_secret(
    registered: Sandbox, http: ClientSession, changes: dict[str, Any]
) -> None:
    async with http.post(registered.address(TOKEN), data=form(registered, **changes)) as answer:
        assert (answer.status, "access_token" in await answer.json()) == (200, True)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"key": key_pem(other=True)}, 700027),
        ({"x5t#S256": "AAAA"}, 700027),
        ({"x5t#S256": ""}, 700027),
        ({"exp": int(time()) - 600}, 700024),
        ({"nbf": int(time()) + 600}, 700024),
        ({"aud": "https://evil.example/token"}, 700023),
        ({"iss": "another"}, 700021),
        ({"sub": "another"}, 700021),
        ({"jti": None}, 700027),
        ({"exp": None}, 700027),
    ],
)
async def test_anything_else_is_refused(
    registered: Sandbox, http: ClientSession, changes: dict[str, Any], code: int
) -> None:
    await assert_refused(registered, http, form(registered, **changes), (401, "invalid_client", code))


async def test_a_certificate_nobody_uploaded_is_unknown(sandbox: Sandbox, http: ClientSession) -> None:
    await assert_refused(sandbox, http, form(sandbox), (401, "invalid_client", 700027))


async def test_an_expired_certificate_is_refused(sandbox: Sandbox, http: ClientSession) -> None:
    old = certificate_pem(ends=datetime(2026, 2, 1, tzinfo=UTC))
    sandbox.registration.certificates.append(old.encode())
    named: dict[str, Any] = {"x5t#S256": thumbprint(pem=old)}
    await assert_refused(sandbox, http, form(sandbox, **named), (401, "invalid_client", 700027))


@pytest.mark.parametrize("changes", [{"client_assertion": "x.y"}, {"client_assertion_type": "secret"}])
async def test_what_is_no_assertion_proves_nothing(
    registered: Sandbox, http: ClientSession, changes: dict[str, str]
) -> None:
    code = 50027 if "client_assertion" in changes else 7000218
    await assert_refused(registered, http, form(registered) | changes, (401, "invalid_client", code))
