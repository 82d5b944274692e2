"""Step-up: a person whose calls Graph refuses until they have satisfied an authentication context.

https://learn.microsoft.com/entra/identity-platform/claims-challenge
"""

import json
from base64 import b64encode

from bot.sandbox.graph.caller import Caller
from bot.sandbox.odata.errors import GraphError

CONTEXT = "c1"
"""The authentication context asked for: the token must come back with an `acrs` claim containing it."""


def require_step_up(challenged: set[str], caller: Caller) -> None:
    """Raise `GraphError` 401 with a claims challenge when `caller` is one of the `challenged` user ids."""
    if caller.user not in challenged or CONTEXT in caller.contexts:
        return
    claims = json.dumps({"access_token": {"acrs": {"essential": True, "value": CONTEXT}}})
    header = (
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", '
        'client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", '
        f'claims="{b64encode(claims.encode()).decode()}"'
    )
    # Unverified: the sentence; clients read the header.
    message = "Continuous access evaluation resulted in challenge with result: InteractionRequired"
    raise GraphError(401, "InvalidAuthenticationToken", message, {"WWW-Authenticate": header})
