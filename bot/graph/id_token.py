"""Whose sign-in was it, and was it for this bot? The ID token tells, which came straight from Entra over TLS.

That is why its signature isn't checked: https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation (6).
https://learn.microsoft.com/entra/identity-platform/id-tokens#validate-tokens
"""

from collections.abc import Mapping
from hmac import compare_digest
from typing import Any, Literal

from bot.graph.signed_in_people import Person
from bot.graph.token_claims import is_current, is_one_of, issuer

Fault = Literal["audience", "issuer", "expired", "nonce", "wrong_person"]


def fault_in(
    claims: Mapping[str, Any], person: Person, *, app_id: str, now: float, nonce: str | None = None
) -> Fault | None:
    """What is wrong with an ID token of `person`'s, the first of it; `None` when nothing is.

    `nonce` is what the sign-in page was opened with, `None` for a token that no page was opened for. `now` is in epoch
    seconds.
    """
    tenant, _ = person
    checks: tuple[tuple[Fault, bool], ...] = (
        ("audience", is_one_of(claims.get("aud"), frozenset({app_id}))),
        ("issuer", is_one_of(claims.get("iss"), frozenset({issuer(tenant)}))),
        ("expired", is_current(claims, now)),
        ("nonce", nonce is None or compare_digest(str(claims.get("nonce")), nonce)),
        ("wrong_person", (claims.get("tid"), claims.get("oid")) == person),
    )
    return next((fault for fault, holds in checks if not holds), None)
