"""`bot.pictures` beside `imagehash`, which does the same with numpy and scipy."""

from collections.abc import Callable, Sequence
from importlib import import_module
from io import BytesIO
from time import process_time
from typing import Any

from PIL import Image

from bot.pictures.compare import READ_AT, compare
from bot.pictures.decode import decoded
from bot.pictures.fingerprint import fingerprint_of

# Not written as imports, because only `make bench` installs them and types are checked without.
imagehash: Any = import_module("imagehash")
numpy: Any = import_module("numpy")

Pair = tuple[bytes, bytes]
ROUNDS = 9
"""Each takes some pairs with one, then with the other; the quickest counts, as nothing else was in its way."""
WHOLE = 100_000
"""Pixels to a side that no picture here has: it is decoded as it is."""


def imagehashes_comparison(one: bytes, other: bytes) -> tuple[int, int, float]:
    """The same three measures as whoever has `imagehash` takes them."""
    first, second = (Image.open(BytesIO(content)) for content in (one, other))
    phash = imagehash.phash(first) - imagehash.phash(second)
    dhash = imagehash.dhash(first) - imagehash.dhash(second)
    small, other_small = (numpy.asarray(each.convert("RGB").resize((32, 32)), dtype=int) for each in (first, second))
    return int(phash), int(dhash), float(numpy.abs(small - other_small).mean())


def milliseconds(pairs: Sequence[Pair]) -> tuple[float, float]:
    """CPU per pair, of all threads: ours and theirs, in turn."""
    rounds = [(_cpu(compare, pairs), _cpu(imagehashes_comparison, pairs)) for _ in range(ROUNDS)]
    ours, theirs = zip(*rounds, strict=True)
    return min(ours), min(theirs)


def _cpu(job: Callable[[bytes, bytes], Any], pairs: Sequence[Pair]) -> float:
    began = process_time()
    for one, other in pairs:
        job(one, other)
    return (process_time() - began) / len(pairs) * 1000


def same_hashes(content: bytes) -> bool:
    """Whether both hashes are imagehash's, bit for bit, of one decoded picture."""
    picture = decoded(content, WHOLE)
    assert isinstance(picture, Image.Image)
    ours = fingerprint_of(picture)
    return (ours.phash, ours.dhash) == (_number(imagehash.phash(picture)), _number(imagehash.dhash(picture)))


def moved_by_reading_small(content: bytes) -> int:
    """How many of 128 bits differ because a JPEG is made smaller while it is read, and not for imagehash."""
    picture, whole = decoded(content, READ_AT), Image.open(BytesIO(content))
    assert isinstance(picture, Image.Image)
    ours = fingerprint_of(picture)
    pairs = (ours.phash, _number(imagehash.phash(whole))), (ours.dhash, _number(imagehash.dhash(whole)))
    return sum((one ^ other).bit_count() for one, other in pairs)


def _number(hashed: Any) -> int:
    return int(str(hashed), 16)
