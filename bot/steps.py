"""One step of a remedy, as data, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Ask:
    """A request to a group's owners: the asker wants to be an owner, or a change made that `note` describes."""

    group_id: str
    wish: Literal["owner", "change"]
    note: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """Graph took a change; whether it shows is another matter."""

    status: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Graph would not make a change: its HTTP status, error code and English message."""

    status: int
    code: str
    message: str


ASKED_LATELY = "AskedLately"
"""The code of a refusal of ours: owners aren't asked for the same twice within a day."""


@dataclass(frozen=True, slots=True)
class Write:
    """One Graph change, as data: `url` is below the version, starting with a slash."""

    method: Literal["POST", "PUT", "PATCH", "DELETE"]
    url: str
    body: Mapping[str, Any] | bytes | None = None
    """JSON, or a JPEG as it is."""
    already_so: str = ""
    """How Graph's refusal begins when the change had been made before."""
    version: Literal["v1.0", "beta"] = "v1.0"

    @property
    def content_type(self) -> str:
        """What the body is."""
        return "image/jpeg" if isinstance(self.body, bytes) else "application/json"

    def already(self, refused: Refused) -> bool:
        """Whether this refusal means that nothing needs doing."""
        return bool(self.already_so) and refused.message.startswith(self.already_so)


@dataclass(frozen=True, slots=True)
class ByHand:
    """What the person has done themselves, where nobody else can: nothing is written, only looked at afterwards."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One Graph change whose body is a picture that waits in memory under a name; `url` is as a `Write`'s."""

    url: str
    picture: str


Step: TypeAlias = Write | Ask | ByHand | Upload


@dataclass(frozen=True, slots=True)
class Lost:
    """No answer came to a change: it may or may not have happened."""


WriteResult: TypeAlias = Accepted | Refused | Lost
