"""A picture with few colours as a small PNG: https://www.w3.org/TR/png-3/ (colour type 3, with transparency)."""

import struct
import zlib
from collections import Counter
from collections.abc import Sequence

COLOURS = 32
Colour = tuple[int, int, int, int]


def png(rgba: bytes, width: int, height: int) -> bytes:
    """`rgba` is four bytes a pixel, row by row."""
    pixels = [solid((rgba[n], rgba[n + 1], rgba[n + 2], rgba[n + 3])) for n in range(0, len(rgba), 4)]
    chosen = [colour for colour, _often in Counter(pixels).most_common(COLOURS)]
    chosen.sort(key=lambda colour: colour[3])  # what is solid comes last, and needs no entry
    index = {colour: nearest(colour, chosen) for colour in set(pixels)}
    rows = b"".join(b"\0" + bytes(index[pixel] for pixel in pixels[y * width : (y + 1) * width]) for y in range(height))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            chunk(b"PLTE", bytes(part for colour in chosen for part in colour[:3])),
            chunk(b"tRNS", bytes(colour[3] for colour in chosen)),
            chunk(b"IDAT", zlib.compress(rows, 9)),
            chunk(b"IEND", b""),
        )
    )


def solid(colour: Colour) -> Colour:
    """The colour in 16 steps, so that edges need few of them; what can't be seen has none."""
    if colour[3] < 12:
        return 0, 0, 0, 0
    red, green, blue, alpha = (min(255, round(part / 17) * 17) for part in colour)
    return (*colour[:3], 255) if alpha == 255 else (red, green, blue, alpha)


def nearest(colour: Colour, chosen: Sequence[Colour]) -> int:
    """Which of the chosen looks most like it."""
    return min(range(len(chosen)), key=lambda n: sum((a - b) ** 2 for a, b in zip(colour, chosen[n], strict=True)))


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
