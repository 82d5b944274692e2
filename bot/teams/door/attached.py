"""Pictures that came with a message: inside the text, or as a file in the sender's OneDrive.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ValidationError

DOWNLOAD = "application/vnd.microsoft.teams.file.download.info"
TYPES = frozenset({"jpg", "jpeg", "jfif", "png", "gif", "heic", "heif", "bmp", "tif", "tiff", "webp"})


@dataclass(frozen=True, slots=True)
class Attached:
    """Where a picture lies: `inline` at the Bot Connector, `file` in OneDrive. Anybody may have written the address."""

    place: Literal["inline", "file"]
    url: str


class Downloadable(BaseModel):
    """What Teams says of a file."""

    downloadUrl: str  # noqa: N815 - as Teams spells it
    fileType: str  # noqa: N815 - as Teams spells it


class Attachment(BaseModel):
    """One attachment, as far as it may be a picture."""

    contentType: str  # noqa: N815 - as Teams spells it
    contentUrl: str | None = None  # noqa: N815 - as Teams spells it
    content: Any = None


def pictures(attachments: Iterable[object]) -> tuple[Attached, ...]:
    """The pictures among them; what is none, or isn't understood, is left out: every message has its text as one."""
    return tuple(found for each in attachments for found in _pictures(each))


def _pictures(attachment: object) -> Iterator[Attached]:
    try:
        one = Attachment.model_validate(attachment)
        if one.contentType.casefold().startswith("image/") and one.contentUrl:
            yield Attached("inline", one.contentUrl)
        elif one.contentType.casefold() == DOWNLOAD:
            file = Downloadable.model_validate(one.content)
            if file.fileType.casefold() in TYPES:
                yield Attached("file", file.downloadUrl)
    except ValidationError:
        return
