"""The bot's app registration: who it is to Entra."""

from dataclasses import dataclass, field
from secrets import token_urlsafe
from uuid import uuid4


@dataclass
class AppRegistration:
    """What an administrator registered in the Entra admin center.

    `domain` and `redirect_uris` may still change: the bot's own address is known only when it listens.
    https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-register-aad
    """

    client_id: str
    secret: str = field(repr=False)
    name: str = "Sync Doctor"
    domain: str = "syncdoctor.example"
    redirect_uris: set[str] = field(default_factory=set[str])
    certificates: list[bytes] = field(default_factory=list[bytes])
    """Certificates uploaded for it, in PEM: whoever has the key of one needs no secret."""

    @property
    def app_id_uri(self) -> str:
        """The Application ID URI: what the manifest calls `webApplicationInfo.resource`."""
        return f"api://{self.domain}/botid-{self.client_id}"


def register() -> AppRegistration:
    """A new registration with an id and a secret nobody has seen before."""
    return AppRegistration(client_id=str(uuid4()), secret=token_urlsafe(30))
