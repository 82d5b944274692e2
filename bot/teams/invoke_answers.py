"""What an invoke is answered with. The HTTP status of a card action is always 200; the outcome is in the body.

https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
"""

from typing import Any

from botbuilder.core import InvokeResponse  # pyright: ignore[reportMissingTypeStubs]

from bot.teams.outgoing_activities import ADAPTIVE, Wire
from cards.kit import Card

ERROR = "application/vnd.microsoft.error"
LOGIN = "application/vnd.microsoft.activity.loginRequest"
MESSAGE = "application/vnd.microsoft.activity.message"
PRECONDITION = "application/vnd.microsoft.error.preconditionFailed"
WRONG_CODE = "application/vnd.microsoft.error.incorrectAuthCode"


def plain(status: int, body: Any = None) -> InvokeResponse:
    """An answer with this HTTP status and, if there is one, a JSON body."""
    return InvokeResponse(status=status, body=body)


def outcome(status: int, type: str, value: Any) -> InvokeResponse:
    """A card action's answer: `status` and `type` say how it went, `value` is what `type` calls for."""
    return plain(200, {"statusCode": status, "type": type, "value": value})


def error(status: int, code: str, message: str) -> Wire:
    """An `HttpError`; Microsoft's newest models want an inner one, though there was no request within this one."""
    return {"code": code, "message": message, "innerHttpError": {"statusCode": status, "body": None}}


def with_card(card: Card) -> InvokeResponse:
    """This card takes the place of the one pressed, for whoever pressed."""
    return outcome(200, ADAPTIVE, card.wire())


def notice(words: str) -> InvokeResponse:
    """These words beside the pressed card, which stays as it is."""
    return outcome(200, MESSAGE, words)


def login_first(content: Wire) -> InvokeResponse:
    """Teams signs the person in and sends the action again."""
    return outcome(401, LOGIN, content)


def consent_first() -> InvokeResponse:
    """The silent sign-in wasn't enough: Teams shows the button."""
    return outcome(412, PRECONDITION, error(412, "412", "Sign-in needed."))


def wrong_code() -> InvokeResponse:
    """The code from the sign-in page isn't this person's, or is too old."""
    return outcome(401, WRONG_CODE, None)


def not_understood() -> InvokeResponse:
    """A card action that doesn't say what was pressed."""
    return outcome(400, ERROR, error(400, "BadRequest", "Not a button of this bot."))
