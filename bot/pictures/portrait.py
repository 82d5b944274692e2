"""A photo written anew: for Graph in its largest size, for a card in its smallest. Nothing but pixels comes along."""

from base64 import b64encode
from io import BytesIO

from PIL import Image

from bot.pictures.decode import decoded
from bot.pictures.refusal import Refusal

SIDE = 648
"""Pixels; the largest size Graph keeps. https://learn.microsoft.com/graph/api/profilephoto-get"""
QUALITY = 90
CARD_SIDES = (120, 96, 72, 48)
CARD_QUALITIES = (80, 65, 50, 35)
_PREFIX = "data:image/jpeg;base64,"


def portrait(content: bytes) -> bytes | Refusal:
    """The middle square of a picture as JPEG of 648 x 648 pixels in sRGB, smaller ones made larger.

    What a camera or a person wrote beside the pixels (EXIF with its place and its small picture, comments, maker
    notes, profiles) stays behind.
    """
    picture = decoded(content, SIDE)
    return picture if isinstance(picture, Refusal) else _jpeg(_sized(picture, SIDE), QUALITY)


def data_uri(content: bytes, most_characters: int) -> str | Refusal:
    """A small square copy of a picture as a `data:` address, as good as fits into `most_characters`."""
    picture = decoded(content, CARD_SIDES[0])
    if isinstance(picture, Refusal):
        return picture
    for side in CARD_SIDES:
        small = _sized(picture, side)
        for quality in CARD_QUALITIES:
            address = _PREFIX + b64encode(_jpeg(small, quality)).decode()
            if len(address) <= most_characters:
                return address
    return Refusal.NO_ROOM


def _sized(picture: Image.Image, side: int) -> Image.Image:
    return picture.resize((side, side), Image.Resampling.LANCZOS)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    written = BytesIO()
    # Pillow writes a comment it has read by itself, and keeps what it has read through every change of size.
    picture.info.clear()
    picture.save(written, "JPEG", quality=quality, optimize=True)
    return written.getvalue()
