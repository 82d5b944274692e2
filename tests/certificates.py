"""A certificate and its key, made once for a test run: making keys takes longer than most tests."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256

BEGINS, ENDS = datetime(2026, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)


@cache
def _key(*, other: bool) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def certificate_pem(*, ends: datetime = ENDS) -> str:
    """The certificate, self-signed as most people's are."""
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Sync Doctor")])
    building = x509.CertificateBuilder(name, name, _key(other=False).public_key(), 7, BEGINS, ends)
    return building.sign(_key(other=False), SHA256()).public_bytes(serialization.Encoding.PEM).decode()


def key_pem(*, other: bool = False, password: bytes | None = None) -> str:
    """Its private key, or another one's."""
    hidden = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, hidden)
    return _key(other=other).private_bytes(*form).decode()


def certificate_file(folder: Path) -> Path:
    """Both in one file, as `SYNCDOCTOR_APP_CERTIFICATE` names it."""
    file = folder / "bot.pem"
    file.write_text(certificate_pem() + key_pem())
    return file
