"""What a JPEG says of itself before its pixels: how large it is, and what decoding it will have to keep in memory.

https://www.w3.org/Graphics/JPEG/itu-t81.pdf annex B
"""

from dataclasses import dataclass

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE = {0xC2, 0xC6, 0xCA, 0xCE}
_SCAN = 0xDA
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD9)}


@dataclass(frozen=True)
class JpegFrame:
    """`width` and `height` in pixels; `kept_bytes` is what has to be in memory until the last scan is read."""

    width: int
    height: int
    kept_bytes: int

    @property
    def has_several_scans(self) -> bool:
        """Whether all of the picture is gone through again and again: of one scan, only some lines are kept."""
        return self.kept_bytes > 0


def jpeg_frame(content: bytes) -> JpegFrame | None:
    """The frame of the first picture in `content`; `None` when its headers don't hold together."""
    at, frame = 2, None
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == 0xFF:
            at += 1
        elif marker in _WITHOUT_LENGTH:
            at += 2
        elif marker == _SCAN:
            return _frame(frame, content[at + 4 : at + 5]) if frame else None
        else:
            if marker in _FRAMES and frame is None:
                frame = marker, content[at + 4 : at + 2 + length]
            at += 2 + length
    return None


def _frame(header: tuple[int, bytes], scan: bytes) -> JpegFrame | None:
    marker, body = header
    parts = body[5] if len(body) > 5 else 0
    if not parts or len(body) != 6 + 3 * parts or not scan:
        return None
    height, width = int.from_bytes(body[1:3], "big"), int.from_bytes(body[3:5], "big")
    samplings = [(body[at] >> 4, body[at] & 15) for at in range(7, len(body), 3)]
    widest, highest = max(across for across, _ in samplings), max(down for _, down in samplings)
    if not (widest and highest):
        return None
    samples = sum(across * down for across, down in samplings) / (widest * highest)
    # libjpeg keeps every coefficient, of two bytes, when a scan doesn't hold all of a pixel's parts.
    several = marker in _PROGRESSIVE or scan[0] < parts
    return JpegFrame(width, height, int(2 * samples * width * height) if several else 0)
