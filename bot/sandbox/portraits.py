"""Pictures of people: the drawn portraits that come with the companies, and whatever somebody uploads."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal
from zlib import crc32

PORTRAITS = Path(__file__).parent / "companies" / "photos"
"""One folder per portrait, one JPEG per size in it, named by its pixels (`240.jpg`)."""

Portrait = Literal[
    "amber", "coral", "indigo", "mint", "navy", "olive", "plum", "rose", "sand", "slate", "teal", "violet",
]  # fmt: skip
"""The portraits there are; what they are called says nothing of what they look like."""


@dataclass(frozen=True)
class Picture:
    """One image: `content` as it travels, `content_type` image/jpeg or image/png, `width` and `height` in pixels."""

    content: bytes
    content_type: str
    width: int
    height: int

    @property
    def etag(self) -> str:
        """What changes when the picture does, as it stands in the header: `"BA09D118"` with its quotation marks."""
        return f'"{crc32(self.content):08X}"'


Photo = tuple[Picture, ...]
"""A photo in the sizes there are of it, the largest last."""


@cache
def portrait(name: Portrait) -> Photo:
    """The portrait in every size; raises `FileNotFoundError` for one that wasn't drawn."""
    files = sorted((PORTRAITS / name).glob("*.jpg"), key=lambda file: int(file.stem))
    pictures = tuple(picture for file in files if (picture := picture_in(file.read_bytes())))
    if not pictures:
        raise FileNotFoundError(name)
    return pictures


def picture_in(content: bytes) -> Picture | None:
    """The JPEG or PNG that `content` is; `None` for anything else, and for one without a size."""
    for content_type, size in (("image/jpeg", _jpeg_size(content)), ("image/png", _png_size(content))):
        if size and all(size):
            return Picture(content, content_type, *size)
    return None


_JPEG = b"\xff\xd8"
_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of the segment that says how large a JPEG is: https://www.w3.org/Graphics/JPEG/itu-t81.pdf table B.1."""


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = len(_JPEG) if content.startswith(_JPEG) else len(content)
    while at + 9 <= len(content) and content[at] == 0xFF:
        if content[at + 1] in _FRAMES:
            return _number(content[at + 7 : at + 9]), _number(content[at + 5 : at + 7])
        at += 2 + _number(content[at + 2 : at + 4])
    return None


def _png_size(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(_PNG) or len(content) < 24:
        return None
    return _number(content[16:20]), _number(content[20:24])


def _number(digits: bytes) -> int:
    return int.from_bytes(digits, "big")
