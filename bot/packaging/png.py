"""As much of a PNG as its first 26 bytes tell. https://www.w3.org/TR/png-3/#11IHDR"""

from collections.abc import Iterator
from struct import unpack_from

SIGNATURE = b"\x89PNG\r\n\x1a\n"
HAS_ALPHA = {4, 6}
"""Colour types with an alpha channel."""


def faults_in_icon(name: str, content: bytes, side: int, *, transparent: bool = False) -> Iterator[str]:
    """What is wrong with an icon that must be `side` pixels wide and high, and perhaps have transparency.

    https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons
    """
    if len(content) < 26 or not content.startswith(SIGNATURE) or content[12:16] != b"IHDR":
        yield f"{name} is not a PNG"
        return
    width, height, _, colour_type = unpack_from(">IIBB", content, 16)
    if (width, height) != (side, side):
        yield f"{name} is {width} × {height} pixels and must be {side} × {side}"
    if (colour_type in HAS_ALPHA) is not transparent:
        yield f"{name} must {'have' if transparent else 'not have'} transparency"
