"""What the Bot Connector says when it refuses.

https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis
"""

from aiohttp import web


class ConnectorError(Exception):
    """A refusal: HTTP `status`, Microsoft's `code`, and a sentence."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(code)
        self.status, self.code, self.message = status, code, message

    def response(self) -> web.Response:
        """The answer on the wire."""
        return web.json_response({"error": {"code": self.code, "message": self.message}}, status=self.status)


def bad_syntax(message: str) -> ConnectorError:
    """The payload isn't an activity, or lacks what its kind needs."""
    return ConnectorError(400, "BadSyntax", message)


def bad_argument(message: str) -> ConnectorError:
    """The payload is well formed but says something Teams can't do."""
    return ConnectorError(400, "BadArgument", message)


def not_in_roster() -> ConnectorError:
    """The bot isn't installed there (any more)."""
    return ConnectorError(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.")


def no_conversation() -> ConnectorError:
    """No such conversation."""
    return ConnectorError(404, "ConversationNotFound", "Conversation not found.")


def no_activity() -> ConnectorError:
    """No such message of the bot's in the conversation."""
    message = "The message ID provided couldn't be found in the conversation."
    return ConnectorError(404, "ActivityNotFoundInConversation", message)


def no_member() -> ConnectorError:
    """The person isn't in the conversation."""
    return ConnectorError(404, "MemberNotFoundInConversation", "Member not found in the conversation.")


def too_big() -> ConnectorError:
    """The message is over 100 KB, counted in UTF-16 as Teams does."""
    return ConnectorError(413, "MessageSizeTooBig", "Message size too large.")
