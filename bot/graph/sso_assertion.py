"""Is this SSO token from Teams really the sender's, and really for this bot?

https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens
https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-overview
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Literal

import jwt

from bot.graph.signed_in_people import Person
from bot.graph.token_claims import has_times, is_current, is_one_of, issuer

Refusal = Literal["malformed", "signature", "expired", "audience", "issuer", "tenant", "scope", "wrong_person"]

FindKey = Callable[[str], Awaitable[jwt.PyJWK | None]]
"""The key of a key id, as `EntraKeys.key` finds it."""

SCOPE = "access_as_user"


class AssertionRefused(Exception):
    """The token isn't what it should be; `kind` says in which respect. Never part of it: what the token holds."""

    def __init__(self, kind: Refusal) -> None:
        super().__init__(f"SSO token refused: {kind}")
        self.kind: Refusal = kind


@dataclass(frozen=True, slots=True)
class ExpectedAssertion:
    """What a good SSO token says. `audiences` are the app id and the `api://` address of the app's registration."""

    audiences: frozenset[str]
    tenant: str

    @property
    def issuers(self) -> frozenset[str]:
        """Who may have issued it: the tenant, as token versions 2 and 1 write it."""
        return frozenset({issuer(self.tenant), f"https://sts.windows.net/{self.tenant}/"})


async def validate_assertion(
    assertion: str, expected: ExpectedAssertion, *, sender: str, find_key: FindKey, now: float
) -> Person:
    """The person an SSO token stands for.

    `sender` is `from.aadObjectId` of the activity that brought the token; `now` is in epoch seconds. Raises
    `AssertionRefused`, and `EntraUnavailable` when the keys to check it by can't be fetched.
    """
    claims = await _signed_claims(assertion, find_key)
    for kind, holds in _checks(claims, expected, sender, now):
        if not holds:
            raise AssertionRefused(kind)
    return expected.tenant, sender


async def _signed_claims(assertion: str, find_key: FindKey) -> dict[str, Any]:
    try:
        kid = jwt.get_unverified_header(assertion).get("kid")
    except (jwt.InvalidTokenError, UnicodeError):
        raise AssertionRefused("malformed") from None
    key = await find_key(kid) if isinstance(kid, str) else None
    if key is None:
        raise AssertionRefused("signature")
    try:
        # PyJWT would look at the clock; times and names are checked by `_checks`.
        options: Any = {f"verify_{claim}": False for claim in ("exp", "nbf", "iat", "aud", "iss", "sub", "jti")}
        return jwt.decode(assertion, key, algorithms=["RS256"], options=options)
    except jwt.InvalidSignatureError:
        raise AssertionRefused("signature") from None
    except jwt.InvalidTokenError:
        raise AssertionRefused("malformed") from None


def _checks(
    claims: dict[str, Any], expected: ExpectedAssertion, sender: str, now: float
) -> tuple[tuple[Refusal, bool], ...]:
    return (
        ("malformed", has_times(claims)),
        ("audience", is_one_of(claims.get("aud"), expected.audiences)),
        ("issuer", is_one_of(claims.get("iss"), expected.issuers)),
        ("tenant", claims.get("tid") == expected.tenant),
        ("expired", is_current(claims, now)),
        ("scope", SCOPE in str(claims.get("scp", "")).split()),
        ("wrong_person", bool(sender) and claims.get("oid") == sender),
    )
