"""Graph asking for a stronger sign-in. https://learn.microsoft.com/entra/identity-platform/claims-challenge"""

import base64
import binascii
import re
from collections.abc import Iterable

CLAIMS = re.compile(r'\bclaims="([^"]+)"')


def claims_in(challenges: Iterable[str]) -> str | None:
    """The JSON of the claims request in `WWW-Authenticate` headers; `None` when the token is simply not good."""
    for challenge in challenges:
        found = CLAIMS.search(challenge)
        if "insufficient_claims" in challenge and found:
            try:
                return base64.b64decode(found[1] + "==").decode()
            except (binascii.Error, UnicodeDecodeError):
                return None
    return None
