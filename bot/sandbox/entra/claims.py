"""The `claims` parameter: what the client can handle (cp1) and what a claims challenge asks for (acrs).

https://learn.microsoft.com/entra/identity-platform/claims-challenge
"""

import json
from dataclasses import dataclass
from typing import Any, cast

from bot.sandbox.entra.errors import EntraError


@dataclass(frozen=True)
class ClaimsRequest:
    """Authentication contexts (`acrs`, like "c1") and client capabilities (`xms_cc`, like "cp1") asked for."""

    acrs: frozenset[str] = frozenset()
    capabilities: tuple[str, ...] = ()

    def challenge(self) -> str:
        """The JSON that goes back as `claims` when an interactive sign-in must show the contexts first."""
        values = sorted(self.acrs)
        wanted = {"value": values[0]} if len(values) == 1 else {"values": values}
        return json.dumps({"access_token": {"acrs": {"essential": True, **wanted}}})


def read_claims(parameter: str | None) -> ClaimsRequest:
    """Read the parameter; raises `EntraError` 90015 when it isn't the JSON it should be."""
    if not parameter:
        return ClaimsRequest()
    try:
        wanted = json.loads(parameter)["access_token"]
        return ClaimsRequest(frozenset(_values(wanted.get("acrs"))), tuple(_values(wanted.get("xms_cc"))))
    except KeyError:
        return ClaimsRequest()
    except (ValueError, TypeError, AttributeError) as fault:
        raise EntraError("invalid_request", 90015, "The 'claims' parameter is not valid JSON.") from fault


def _values(claim: Any) -> list[str]:
    if claim is None:
        return []
    asked = cast("dict[str, Any]", claim)
    return [str(value) for value in asked.get("values", [asked["value"]] if "value" in asked else [])]
