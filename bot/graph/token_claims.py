"""What a token of Entra's must say of itself, whichever kind it is.

https://learn.microsoft.com/entra/identity-platform/claims-validation
"""

from collections.abc import Mapping
from typing import Any, TypeGuard

from bot.endpoints import LOGIN

CLOCK_SKEW = 300
"""Seconds by which Entra's clock and ours may differ; Microsoft's libraries use the same."""


def issuer(tenant: str) -> str:
    """Who issues the tenant's tokens of version 2."""
    return f"{LOGIN}/{tenant}/v2.0"


def is_one_of(claimed: object, allowed: frozenset[str]) -> bool:
    """Entra always names one audience and one issuer; a list of them is somebody else's idea."""
    return isinstance(claimed, str) and claimed in allowed


def has_times(claims: Mapping[str, Any]) -> bool:
    """Whether it says when it was issued, from when it is good, and until when."""
    return all(_is_time(claims.get(name)) for name in ("iat", "nbf", "exp"))


def is_current(claims: Mapping[str, Any], now: float) -> bool:
    """Whether it is good at `now` (epoch seconds), and wasn't issued later."""
    issued, begins, ends = claims.get("iat"), claims.get("nbf"), claims.get("exp")
    if not (_is_time(issued) and _is_time(begins) and _is_time(ends)):
        return False
    return max(issued, begins) - CLOCK_SKEW <= now < ends + CLOCK_SKEW


def _is_time(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
