"""The certificate the bot proves itself with to Entra, read from one PEM file.

https://learn.microsoft.com/entra/identity-platform/certificate-credentials
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key


class BadCertificate(ValueError):
    """The file can't be used; the message says why and holds nothing of what stands in it."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate and the key that belongs to it, each as PEM."""

    certificate: str
    private_key: str = field(repr=False)
    expires: datetime
    """UTC."""

    @property
    def for_msal(self) -> dict[str, str]:
        """Without a thumbprint MSAL signs with PS256 and names the certificate by its SHA-256 thumbprint."""
        return {"private_key": self.private_key, "public_certificate": self.certificate}


def read_certificate(file: Path) -> Certificate:
    """The first certificate in the file and the RSA key beside it; raises `BadCertificate`."""
    try:
        content = file.read_bytes()
    except OSError:
        raise BadCertificate("can't be read") from None
    try:
        certificate = x509.load_pem_x509_certificate(content)
    except ValueError:
        raise BadCertificate("holds no certificate in PEM") from None
    key = _private_key(content)
    if certificate.public_key() != key.public_key():
        raise BadCertificate("holds a certificate and a key that don't belong together")
    return Certificate(
        certificate=certificate.public_bytes(Encoding.PEM).decode(),
        private_key=key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode(),
        expires=certificate.not_valid_after_utc,
    )


def _private_key(content: bytes) -> RSAPrivateKey:
    try:
        key = load_pem_private_key(content, password=None)
    except TypeError:
        raise BadCertificate("holds a key that is encrypted") from None
    except (ValueError, LookupError):
        raise BadCertificate("holds no private key in PEM") from None
    if not isinstance(key, RSAPrivateKey):
        raise BadCertificate("holds a key that isn't RSA, which Entra wants")
    return key
