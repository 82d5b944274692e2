"""What can go wrong when the bot speaks to Teams.

    ConnectorError            an answer that isn't a success, after the retries that were due
    ├── ConversationGone      the person blocked or removed the bot: forget the conversation
    ├── MessageTooBig         send less; the same message will never get through
    ├── Throttled             too many messages: later is fine
    └── ConnectorUnreachable  no answer (status 0): whether a message arrived is not known

Learn: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
"""

import re

import orjson

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_.]{0,63}")
_GONE = frozenset({"BotNotInConversationRoster", "MessageWritesBlocked", "ConversationNotFound", "BotDisabledByAdmin"})


class ConnectorError(Exception):
    """The HTTP status (0: no answer) and the connector's error code, if it gave one; never the text of a body."""

    def __init__(self, status: int, code: str | None = None) -> None:
        super().__init__(f"{status} {code}" if code else str(status))
        self.status = status
        self.code = code


class ConversationGone(ConnectorError):
    """The bot may no longer write to this conversation."""


class MessageTooBig(ConnectorError):
    """The message is larger than Teams accepts."""


class Throttled(ConnectorError):
    """Teams still asked us to slow down at the last attempt, or for longer than we wait."""


class ConnectorUnreachable(ConnectorError):
    """The connection broke or timed out. A message is not sent again, since it may have arrived."""


def connector_error(status: int, body: bytes) -> ConnectorError:
    """The error an answer stands for."""
    code = _code(body)
    if status == 429:
        return Throttled(status, code)
    if status == 413 or code == "MessageSizeTooBig":
        return MessageTooBig(status, code)
    if status in (403, 404) and code in _GONE:
        return ConversationGone(status, code)
    return ConnectorError(status, code)


def _code(body: bytes) -> str | None:
    """`error.code`, only if it looks like a code: anything else might hold what a person wrote."""
    try:
        code = orjson.loads(body)["error"]["code"]
    except (ValueError, TypeError, LookupError):
        return None
    return code if isinstance(code, str) and _CODE.fullmatch(code) else None
