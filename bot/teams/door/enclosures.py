"""What came with a message besides its words: it isn't read, so the person has to hear that.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
"""

from collections.abc import Sequence
from typing import Any, Literal, TypeAlias, cast

from bot.teams.door.attached import DOWNLOAD

Enclosed: TypeAlias = Literal["picture", "file", "message"]

MESSAGES = frozenset({"messagereference", "forwardedmessagereference"})
"""A message that is quoted or forwarded, as Microsoft Graph's `chatMessageAttachment` calls it. Unverified for bots."""


def enclosed(attachments: Sequence[object]) -> Enclosed | None:
    """The first thing that is no more than the words once more, which Teams always sends along as HTML."""
    return next((kind for kind in map(_kind, attachments) if kind), None)


def _kind(attachment: object) -> Enclosed | None:
    told: dict[str, Any] = cast("dict[str, Any]", attachment) if isinstance(attachment, dict) else {}
    kind: object = told.get("contentType")
    if not isinstance(kind, str):
        return None
    kind = kind.lower()
    if kind in MESSAGES:
        return "message"
    if kind.startswith("image/") or (kind == "text/html" and "<img" in str(told.get("content")).lower()):
        return "picture"
    return "file" if kind == DOWNLOAD else None
