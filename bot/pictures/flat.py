"""Pictures that are no photos: initials on a ground, silhouettes, blanks."""

from PIL import Image

COLOURS = 16
"""A photo needs more of them. Drawn faces need 20 and more, initials and silhouettes 13 at most."""
MOST_OF_IT, NEARLY_ALL = 0.7, 0.9
_SIXTEEN_SHADES = bytes(value & 0xF0 for value in range(256))


def is_flat(colours: Image.Image) -> bool:
    """Whether few colours make up a small RGB picture: two people's initials can then be as alike as two copies.

    Photos in black and white have few colours too and are taken for flat: they are shown and asked about instead.
    """
    pixels = colours.width * colours.height
    # Two thirds of the time that `Image.point` takes are spent on reading its table.
    shaded = Image.frombytes("RGB", colours.size, colours.tobytes().translate(_SIXTEEN_SHADES))
    shades = shaded.getcolors(pixels) or []
    counts = sorted((count for count, _ in shades), reverse=True)
    return counts[0] >= MOST_OF_IT * pixels or sum(counts[:COLOURS]) >= NEARLY_ALL * pixels
