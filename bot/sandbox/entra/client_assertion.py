"""Whether a client that came with a certificate instead of a secret is the registered application.

https://learn.microsoft.com/entra/identity-platform/certificate-credentials
"""

from base64 import urlsafe_b64encode
from time import time
from typing import Any

import jwt
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA1, SHA256, HashAlgorithm

from bot.sandbox.entra import errors
from bot.sandbox.entra.registration import AppRegistration

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
CLAIMS = ["aud", "exp", "iss", "jti", "sub"]


def refuse_unless_its_own(assertion: str, registration: AppRegistration, audience: str) -> None:
    """Raises `EntraError` unless a registered certificate's key signed `assertion` for `audience`, just now."""
    certificate = _signed_with(assertion, registration)
    key = certificate.public_key()
    if not isinstance(key, RSAPublicKey) or certificate.not_valid_after_utc.timestamp() < time():
        raise errors.unknown_certificate("The certificate used is expired or not supported.")
    try:
        claims = jwt.decode(
            assertion, key, algorithms=["PS256", "RS256"], audience=audience, options={"require": CLAIMS}
        )
    except (jwt.ExpiredSignatureError, jwt.ImmatureSignatureError):
        raise errors.client_assertion_not_current() from None
    except jwt.InvalidAudienceError:
        raise errors.client_assertion_for_another(audience) from None
    except jwt.InvalidTokenError:
        raise errors.unknown_certificate("Client assertion failed signature validation.") from None
    if {claims["iss"], claims["sub"]} != {registration.client_id}:
        raise errors.client_assertion_of_another(registration.client_id)


def _signed_with(assertion: str, registration: AppRegistration) -> x509.Certificate:
    """The registered certificate whose thumbprint the header names."""
    try:
        header: dict[str, Any] = jwt.get_unverified_header(assertion)
    except jwt.InvalidTokenError:
        raise errors.malformed_client_assertion() from None
    # MSAL pads what base64url leaves unpadded, and Entra doesn't mind.
    sha256, sha1 = (str(header.get(name, "")).rstrip("=") for name in ("x5t#S256", "x5t"))
    for certificate in map(x509.load_pem_x509_certificate, registration.certificates):
        if sha256 == _thumbprint(certificate, SHA256()):
            return certificate
        if not sha256 and sha1 == _thumbprint(certificate, SHA1()):  # noqa: S303 - as Entra
            return certificate
    raise errors.unknown_certificate("The certificate used to sign the client assertion is not registered.")


def _thumbprint(certificate: x509.Certificate, hashed: HashAlgorithm) -> str:
    return urlsafe_b64encode(certificate.fingerprint(hashed)).rstrip(b"=").decode()
