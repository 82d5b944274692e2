"""Environment → frozen settings. Whatever is missing or wrong stops the start and is named by its variable."""

import os
import re
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import parse_qs, urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator, model_validator

from bot.certificate import Certificate, read_certificate
from bot.endpoints import Endpoints

PREFIX = "SYNCDOCTOR_"
HOST = r"\.?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
GUID = r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"

SETTINGS_ARE = "The table of settings in deploy/README.md says what each variable is for."
DATABASE = "sqlite:///syncdoctor.sqlite"


class BadSettings(Exception):
    """The environment can't be used; `faults` has one line per variable and never a value."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


class Settings(BaseModel):
    """How one deployment is set up. Every field is `SYNCDOCTOR_<FIELD>` in the environment."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    app_id: Annotated[str, Field(pattern=GUID)]
    """Application (client) id of the app registration; also the bot's id."""
    tenant_id: Annotated[str, Field(pattern=GUID)]
    """The one tenant that is served."""
    public_url: str
    """Where Teams and browsers reach this process: https, no path."""
    app_secret: SecretStr | None = None
    """A client secret; or give a certificate."""
    app_certificate: Path | None = None
    """A PEM file with a certificate and its private key, not encrypted: better than a secret."""
    database_url: SecretStr = SecretStr(DATABASE)
    """`sqlite:///file`, or `postgresql://…` for several replicas; that takes `syncdoctor[postgresql]`."""
    host: str = "0.0.0.0"  # noqa: S104 - a container's traffic comes from outside it
    """The address of this machine to listen at; behind a proxy on the machine itself, 127.0.0.1."""
    port: Annotated[int, Field(ge=0, le=65535)] = 3978
    """Where the bot listens, without TLS: a proxy in front of it does that."""
    service_hosts: tuple[str, ...] = ("smba.trafficmanager.net", ".teams.microsoft.com")
    """Where the bot may answer: hosts, or suffixes that start with a dot."""
    second_opinion_url: str | None = None
    """Address of chat completions in OpenAI's form, asked when the local model is unsure; https, or on this machine."""
    second_opinion_key: SecretStr | None = None
    """The key for it."""
    second_opinion_model: str = ""
    """The model's name; may be left out where the address names an Azure deployment."""
    sandbox: str | None = None
    """Address of a sandbox company that plays all of Microsoft; loopback only."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    """How much is logged, to standard error: one line each, without names, addresses, texts or tokens."""

    @field_validator("service_hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(host.strip() for host in value.split(",") if host.strip()) if isinstance(value, str) else value

    @field_validator("public_url")
    @classmethod
    def _https(cls, value: str) -> str:
        parts = urlsplit(https_or_loopback(value))
        if parts.path.strip("/") or parts.query:
            raise ValueError("must have no path")
        return value.rstrip("/")

    @field_validator("service_hosts")
    @classmethod
    def _hosts(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value or not all(re.fullmatch(HOST, host) for host in value):
            raise ValueError("must be host names with commas between them, such as smba.trafficmanager.net")
        return value

    @field_validator("app_secret")
    @classmethod
    def _value_not_id(cls, value: SecretStr | None) -> SecretStr | None:
        if value and re.fullmatch(GUID, value.get_secret_value().strip()):
            raise ValueError("is the id of a client secret: take its value, which Entra shows once, when it is made")
        return value

    @field_validator("app_certificate", mode="before")
    @classmethod
    def _certificate_if_any(cls, value: object) -> object:
        return value or None

    @field_validator("app_certificate")
    @classmethod
    def _usable(cls, value: Path | None) -> Path | None:
        if value is not None:
            read_certificate(value)
        return value

    @field_validator("second_opinion_url")
    @classmethod
    def _guarded(cls, value: str | None) -> str | None:
        return https_or_loopback(value) if value else None

    @field_validator("sandbox")
    @classmethod
    def _loopback(cls, value: str | None) -> str | None:
        if value and urlsplit(value).hostname not in {"127.0.0.1", "localhost"}:
            raise ValueError("a sandbox is on this machine")
        return value

    @model_validator(mode="after")
    def _credential(self) -> "Settings":
        if not self.app_secret and not self.app_certificate:
            raise ValueError("app_secret or app_certificate is needed")
        return self

    @model_validator(mode="after")
    def _second_opinion(self) -> "Settings":
        if bool(self.second_opinion_url) is not bool(self.second_opinion_key):
            raise ValueError("second_opinion_url and second_opinion_key go together")
        azure = "api-version" in parse_qs(urlsplit(self.second_opinion_url or "").query)
        if self.second_opinion_url and not azure and not self.second_opinion_model:
            raise ValueError("second_opinion_model is needed when second_opinion_url has no api-version")
        return self

    @cached_property
    def endpoints(self) -> Endpoints:
        """Where Microsoft is reached."""
        return Endpoints.sandbox(self.sandbox) if self.sandbox else Endpoints()

    @cached_property
    def certificate(self) -> Certificate | None:
        """The certificate the bot proves itself with; raises `BadCertificate` when its file can't be used."""
        return read_certificate(self.app_certificate) if self.app_certificate else None

    @property
    def app_id_uri(self) -> str:
        """The Application ID URI that Teams single sign-on wants.

        https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-register-aad
        """
        return f"api://{urlsplit(self.public_url).netloc}/botid-{self.app_id}"

    @property
    def redirect_uri(self) -> str:
        """Where Entra sends a browser back to."""
        return f"{self.public_url}/auth/callback"

    @property
    def credential(self) -> str | dict[str, str]:
        """What MSAL takes as `client_credential`."""
        if self.certificate:
            return self.certificate.for_msal
        return self.app_secret.get_secret_value() if self.app_secret else ""


def https_or_loopback(url: str) -> str:
    """`url` itself; raises `ValueError` unless it is https with a host and no password, or on this machine."""
    parts = urlsplit(url)
    loopback = parts.scheme == "http" and parts.hostname in {"127.0.0.1", "localhost"}
    if parts.scheme != "https" and not loopback:
        raise ValueError("must start with https://")
    if not parts.hostname or parts.username is not None:
        raise ValueError("must have a host and no password")
    return url


def from_environment() -> Settings:
    """The settings of this process; raises `BadSettings` naming each variable that is missing or wrong."""
    given = {name[len(PREFIX) :].lower(): value for name, value in os.environ.items() if name.startswith(PREFIX)}
    try:
        return Settings.model_validate(given)
    except ValidationError as bad:
        raise BadSettings(
            tuple(fault(str(e["loc"][0]) if e["loc"] else "", e["type"], e["msg"]) for e in bad.errors())
        ) from None


def fault(field: str, kind: str, message: str) -> str:
    """One line of what is wrong, without the value."""
    if not field:
        said = message.removeprefix("Value error, ")
        return re.sub(r"\b(?:app|second_opinion)_[a-z_]+", lambda name: f"{PREFIX}{name[0].upper()}", said)
    plain = {
        "missing": "is missing",
        "string_pattern_mismatch": "must be a GUID, as Microsoft Entra ID shows it",
        "int_parsing": "must be a whole number",
    }
    said = plain.get(kind, message.removeprefix("Value error, ").replace("Input should be", "must be"))
    return f"{PREFIX}{field.upper()} {said}"
