"""Who signs tokens in the sandbox: real RS256 JSON Web Tokens, real keys, published as a JWKS."""

import json
from collections.abc import Mapping
from functools import cached_property
from time import time
from typing import Any
from uuid import uuid4

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm


class Issuer:
    """One signing authority with one key; Entra and the Bot Connector each have their own."""

    def __init__(self, endorsements: tuple[str, ...] = ()) -> None:
        self.kid = uuid4().hex
        self._endorsements = endorsements

    @cached_property
    def _key(self) -> rsa.RSAPrivateKey:
        return rsa.generate_private_key(public_exponent=65537, key_size=2048)

    def sign(self, claims: Mapping[str, Any], *, lifetime: int = 3600, kid: str | None = None) -> str:
        """A token carrying `claims`, valid from now for `lifetime` seconds; claims given win over the defaults."""
        now = int(time())
        stamped = {"iat": now, "nbf": now, "exp": now + lifetime, "uti": uuid4().hex, **claims}
        return jwt.encode(stamped, self._key, algorithm="RS256", headers={"kid": kid or self.kid})

    def verify(self, token: str, *, audience: str, issuer: str) -> dict[str, Any]:
        """The claims of a token this authority signed for `audience`; raises `jwt.InvalidTokenError`."""
        return jwt.decode(
            token,
            self._key.public_key(),
            algorithms=["RS256"],
            audience=audience,
            issuer=issuer,
            options={"require": ["exp", "iss", "aud"]},
        )

    def jwks(self) -> dict[str, Any]:
        """The public key, as `jwks_uri` serves it; Bot Framework keys carry the channels they are endorsed for."""
        key = json.loads(RSAAlgorithm.to_jwk(self._key.public_key()))
        key |= {"kid": self.kid, "use": "sig", "alg": "RS256"}
        if self._endorsements:
            key["endorsements"] = list(self._endorsements)
        return {"keys": [key]}
