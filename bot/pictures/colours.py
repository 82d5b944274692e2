"""Whatever colours a picture was kept in, as red, green and blue of an ordinary screen (sRGB)."""

from contextlib import suppress
from io import BytesIO
from typing import Any, cast

from PIL import Image, ImageCms

MOST_PROFILE_BYTES = 4_000_000
"""A printer's profile takes one or two."""
_MODES = {b"RGB ": "RGB", b"GRAY": "L", b"CMYK": "CMYK"}
"""Colour space, as bytes 16 to 19 of an ICC profile name it → Pillow's mode of such pixels. ICC.1:2022, 7.2.6"""
_WHITE = (255, 255, 255, 255)


def resizable(picture: Image.Image) -> Image.Image:
    """The picture in a mode whose neighbouring pixels can be mixed."""
    if picture.mode.startswith("I;16"):
        # Pillow's own conversion takes everything above 255 of 65 535 for white.
        high = 1 if picture.mode in {"I;16", "I;16L"} else 0
        return Image.frombytes("L", picture.size, picture.tobytes()[high::2])
    if picture.mode in {"RGB", "L", "CMYK", "RGBA", "LA"} and "transparency" not in picture.info:
        return picture
    return picture.convert("RGBA" if "transparency" in picture.info or picture.mode == "PA" else "RGB")


def in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture on white and in sRGB; a profile that can't be used, or is for other pixels, is left out."""
    opaque = _on_white(picture) if picture.mode in {"RGBA", "LA"} else picture
    if profile and len(profile) <= MOST_PROFILE_BYTES and _MODES.get(profile[16:20]) == opaque.mode:
        with suppress(ImageCms.PyCMSError, OSError):
            screen = ImageCms.ImageCmsProfile(cast("Any", ImageCms).createProfile("sRGB"))
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(opaque, source, screen, outputMode="RGB")
            if converted:
                return converted
    return opaque if opaque.mode == "RGB" else opaque.convert("RGB")


def _on_white(picture: Image.Image) -> Image.Image:
    see_through = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", picture.size, _WHITE), see_through).convert("RGB")
