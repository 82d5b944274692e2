"""Somebody who has yet to sign in, and what their Teams clients bring the bot."""

from typing import Any

from bot.cli.company import Running
from bot.sandbox.faults import Fault
from bot.sandbox.teams_client.cards import OAUTH_CARD, content
from bot.sandbox.teams_client.view import Item
from tests.company import Chatting
from tests.conversation.watching import heading

ASKED = "Why can't I edit Salg Danmark?"
CLEAR = "Nothing stops you from changing Salg Danmark."
INTERACTION = Fault("login.microsoftonline.com/*/oauth2/v2.0/token", "POST", status=400, code="interaction_required")


def answers(chat: Chatting) -> list[Item]:
    """The cards that answer the question."""
    return [item for item in chat.cards() if heading(item) == CLEAR]


def prompts(chat: Chatting) -> list[dict[str, Any]]:
    """Every OAuth card in the personal chat, oldest first, shown or not."""
    place = chat.client.places()[0]
    history = chat.running.sandbox.connector.board.history(place)
    return [card for event in history if (card := content(event.activity, OAUTH_CARD))]


def exchange(chat: Chatting, token: str, name: str | None = None) -> dict[str, Any]:
    """The value of `signin/tokenExchange` for this chat's latest prompt."""
    name = name or prompts(chat)[-1]["tokenExchangeResource"]["id"]
    return {"id": name, "connectionName": "", "token": token}


def silent(running: Running, person: str) -> Chatting:
    """Somebody whose clients don't sign in by themselves."""
    return Chatting(running, person, clients=0)


def token(running: Running, person: str, **claims: Any) -> str:
    user = running.sandbox.world.user(person)
    assert user
    return running.sandbox.entra.sso_token(str(user["id"]), **claims)
