"""Single sign-on from the client's side: what it does with an OAuth card.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-overview
"""

import asyncio
from dataclasses import dataclass

from bot.sandbox.connector.connector import Connector
from bot.sandbox.connector.postman import Delivery
from bot.sandbox.entra import Entra
from bot.sandbox.teams_client.view import SignInButton
from bot.sandbox.world import Wire


@dataclass(frozen=True)
class SignInCard:
    """An OAuth card, read: the exchange it offers (if any) and the button for when that fails."""

    id: str | None
    uri: str | None
    connection_name: str
    button: SignInButton | None


def read_card(card: Wire) -> SignInCard:
    """Read the content of an OAuth card attachment, or the `value` of a login request."""
    resource: Wire = card.get("tokenExchangeResource") or {}
    buttons: list[Wire] = card.get("buttons") or []
    first = next((b for b in buttons if b.get("type") == "signin" and b.get("value")), None)
    button = SignInButton(str(first.get("title") or "Sign in"), str(first["value"])) if first else None
    return SignInCard(resource.get("id"), resource.get("uri"), str(card.get("connectionName") or ""), button)


class SingleSignOn:
    """Mints the person's token for the bot, if Teams would."""

    def __init__(self, entra: Entra, connector: Connector, user: str) -> None:
        self._entra, self._connector, self._user = entra, connector, user

    def failure(self, card: SignInCard) -> str | None:
        """Why Teams can't exchange silently: the code it sends in `signin/failure`."""
        if not card.id:
            return "oauthcardnotvalid"
        if card.uri != self._entra.registration.app_id_uri:
            return "resourcematchfailed"
        if self._user not in self._entra.world.installed_for:
            return "installedappnotfound"
        return None

    def exchange(self, card: SignInCard) -> Wire:
        """The value of `signin/tokenExchange`, also used as `authentication` of a repeated card action."""
        token = self._entra.sso_token(self._user)
        return {"id": card.id, "connectionName": card.connection_name, "token": token}

    async def tell(self, invoke: Wire, copies: int = 1) -> list[Delivery]:
        """Send the same invoke from every client the person is signed in to, all at once."""
        return list(await asyncio.gather(*(self._connector.deliver(invoke) for _ in range(copies))))
