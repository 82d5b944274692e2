"""Pictures that are no photos: initials on a ground, silhouettes, blanks."""

from PIL import Image

from bot.pictures.fingerprint import Fingerprint
from bot.pictures.low_frequencies import SIDE

FEW_GREYS, MOST_OF_IT = 12, 0.6
"""Of 256. Initials and silhouettes have 9 at most in SharePoint's size L, drawn faces 17 and more."""
FEW_COLOURS, NEARLY_ALL = 16, 0.9
"""Of 4096. Initials and silhouettes have 13 at most; a photo before a white wall has more, if few greys."""
_SIXTEEN_SHADES = bytes(value & 0xF0 for value in range(256))


def is_flat(picture: Fingerprint) -> bool:
    """Whether few greys and few colours make it up: two people's initials can then be as alike as two copies of one."""
    return _few(picture.grey.histogram(), FEW_GREYS, MOST_OF_IT) and _few(
        _counts(picture.colours), FEW_COLOURS, NEARLY_ALL
    )


def _few(counts: list[int], few: int, share: float) -> bool:
    enough = share * SIDE * SIDE
    # The first half of it tells of most photos, and takes a third of the time.
    return max(counts) * few >= enough and sum(sorted(counts, reverse=True)[:few]) >= enough


def _counts(colours: Image.Image) -> list[int]:
    """How many pixels there are of each colour, of 16 shades of red, green and blue each."""
    # Two thirds of the time that `Image.point` takes are spent on reading its table.
    shaded = Image.frombytes("RGB", colours.size, colours.tobytes().translate(_SIXTEEN_SHADES))
    return [count for count, _ in shaded.getcolors(colours.width * colours.height) or []]
