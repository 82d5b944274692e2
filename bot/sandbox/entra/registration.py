"""The bot's app registration: who it is to Entra."""

from dataclasses import dataclass, field
from datetime import datetime
from secrets import token_urlsafe
from uuid import uuid4

TEAMS_CLIENTS = ("1fec8e78-bce4-4aaf-ab1b-5451cc387264", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346")
"""Teams for desktop and mobile, and Teams on the Web."""


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
    secret_ends: datetime | None = None
    """From then on the secret is refused; `None` for one that is good for as long as the company runs."""
    enabled: bool = True
    """Whether people and the app itself may sign in to it."""
    offers_single_sign_on: bool = True
    """Whether it has the scope `access_as_user`."""
    token_version: int | None = 2
    """`api.requestedAccessTokenVersion`; the portal leaves it out of a new registration."""
    authorized_clients: set[str] = field(default_factory=lambda: set(TEAMS_CLIENTS))
    """Clients that get a token for it without asking the person: Teams' own, on the desktop and on the Web."""

    @property
    def app_id_uri(self) -> str:
        """The Application ID URI: what the manifest calls `webApplicationInfo.resource`."""
        return f"api://{self.domain}/botid-{self.client_id}"


def register() -> AppRegistration:
    """A new registration with an id and a secret nobody has seen before."""
    return AppRegistration(client_id=str(uuid4()), secret=token_urlsafe(30))
