"""What the bot sends, as Teams spells it."""

from typing import Any

from bot.texts import Text, Voice, _, say
from cards.kit import Card

ADAPTIVE = "application/vnd.microsoft.card.adaptive"
OAUTH = "application/vnd.microsoft.card.oauth"
Wire = dict[str, Any]

CONNECTION = "SyncDoctor"
"""What the sign-in is called on the wire. Nothing is registered so, but Microsoft's models take no empty name."""

SIGN_IN = _("Sign in so that I can look with your rights, and nobody else's.")


def message(card: Card) -> Wire:
    """A message that is a card; `summary` is what a notification and a screen reader say of it."""
    wire = card.wire()
    attachment = {"contentType": ADAPTIVE, "content": wire}
    return {"type": "message", "attachments": [attachment], "summary": wire.get("fallbackText", "")}


def sign_in_request(name: str, page: str, resource: str | None, voice: Voice, text: Text = SIGN_IN) -> Wire:
    """An OAuth card's content: Teams exchanges silently when it may, and shows the button when it may not.

    `name` comes back with the exchange; `page` is our own sign-in page. Without `resource` nothing is exchanged:
    channels have no silent sign-in. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-code
    """
    button = {"type": "signin", "title": say(_("Sign in"), voice), "value": page}
    card: Wire = {"text": say(text, voice), "connectionName": CONNECTION, "buttons": [button]}
    if resource:
        card["tokenExchangeResource"] = {"id": name, "uri": resource}
    return card


def oauth_message(content: Wire) -> Wire:
    """A message that asks for a sign-in; its words are for the chat list, which shows no card."""
    said = content["text"]
    attachment = {"contentType": OAUTH, "content": content}
    return {"type": "message", "text": said, "summary": said, "attachments": [attachment]}
