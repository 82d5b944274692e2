"""What an invoke of Teams carries in its `value`. Whoever sends it can set it freely: none of it is proof of anything.

https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-code
"""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator


def text_or_empty(value: object) -> str:
    """Text as it is; anything else proves as little as none."""
    return value if isinstance(value, str) else ""


Proof = Annotated[str, BeforeValidator(text_or_empty)]
"""A token, a code or the name of a prompt; each is checked where it is used."""


AUTOMATIC = "automatic"
"""The trigger of a card action that nobody pressed: a client refreshed the card."""

CANCELLED = frozenset({"cancelledbyuser", "usercancelledsignin"})
"""What Teams brings in place of a code when the window was closed. Unverified: Microsoft documents neither."""


def was_cancelled(state: str) -> bool:
    """Whether the person closed the sign-in window."""
    return state.casefold() in CANCELLED


class TokenExchange(BaseModel):
    """`signin/tokenExchange`, and what a pressed button brings along after a sign-in: an SSO token for a prompt."""

    id: Proof = ""
    token: Proof = ""


class VerifyState(BaseModel):
    """`signin/verifyState`: the code our sign-in page gave to Teams."""

    state: Proof = ""


class SignInFailure(BaseModel):
    """`signin/failure`: what Teams says went wrong on its side."""

    code: Proof = ""


class Action(BaseModel):
    """The button: its verb, and the data it carries."""

    verb: str
    data: dict[str, Any]


class CardAction(BaseModel):
    """`adaptiveCard/action`: a pressed button, sent again with proof after a sign-in."""

    action: Action
    trigger: Proof = ""
    authentication: TokenExchange | None = None
    state: Annotated[str | None, BeforeValidator(lambda value: None if value is None else text_or_empty(value))] = None


class OldPress(BaseModel, extra="allow"):
    """A button pressed in a client too old for card actions, which sends its verb and data in a message."""

    verb: Proof = ""
