"""Whether two files show one photo: never by their bytes, which SharePoint changes when it makes its own sizes."""

from PIL import Image

from bot.pictures.comparison import Comparison, NotCompared, Verdict
from bot.pictures.decode import decoded
from bot.pictures.fingerprint import Fingerprint, difference, fingerprint_of
from bot.pictures.flat import is_flat
from bot.pictures.refusal import Refusal

READ_AT = 50
"""Pixels to a side: all that the measures look at. A JPEG four times as large is then read at a quarter."""
SAME_BITS, SAME_COLOURS = 8, 4.5
"""A copy is at most 2 in colours away in SharePoint's size L, 4 in M; two people of one studio may be at 5.6."""
OTHER_COLOURS = 20
OTHER_BITS, OTHER_BITS_AND_COLOURS = 18, 8
"""A copy cropped by 4 % at each edge is up to 16 bits and 17 in colours away, and isn't another photo."""
# Unverified with photos of living people: all of it is measured with drawn ones, and `make bench` shows how they do.


def compare(one: bytes, other: bytes) -> Comparison | NotCompared:
    """Compare two files that may be anything."""
    first, second = decoded(one, READ_AT), decoded(other, READ_AT)
    if isinstance(first, Image.Image) and isinstance(second, Image.Image):
        return compared(fingerprint_of(first), fingerprint_of(second))
    return NotCompared(*(each if isinstance(each, Refusal) else None for each in (first, second)))


def compared(one: Fingerprint, other: Fingerprint) -> Comparison:
    """Compare what is left of two photos: *same* takes all three measures, and a photo."""
    phash, dhash = (one.phash ^ other.phash).bit_count(), (one.dhash ^ other.dhash).bit_count()
    colours = difference(one, other)
    flat = is_flat(one) or is_flat(other)
    return Comparison(_verdict(phash, dhash, colours, flat=flat), phash, dhash, colours, flat)


def _verdict(phash: int, dhash: int, colours: float, *, flat: bool) -> Verdict:
    if max(phash, dhash) <= SAME_BITS and colours <= SAME_COLOURS:
        return Verdict.UNSURE if flat else Verdict.SAME
    if colours >= OTHER_COLOURS or (max(phash, dhash) >= OTHER_BITS and colours >= OTHER_BITS_AND_COLOURS):
        return Verdict.DIFFERENT
    return Verdict.UNSURE
