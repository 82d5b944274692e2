"""One picture in the many files people and Microsoft make of it. All are drawn here and do nobody harm."""

import struct
from io import BytesIO
from typing import Any, cast

from PIL import Image, ImageCms
from PIL.ExifTags import Base

LANCZOS = Image.Resampling.LANCZOS
TURNED = 6
"""EXIF: the camera was held upright, and the picture lies on its left side."""
_DISPLAY_P3 = {
    b"rXYZ": (0.51512, 0.24120, -0.00105),
    b"gXYZ": (0.29198, 0.69225, 0.04189),
    b"bXYZ": (0.15710, 0.06657, 0.78407),
}
"""What an iPhone's screen means by red, green and blue, for white as printers have it (D50). SMPTE EG 432-1."""


def file_of(picture: Image.Image, kind: str = "JPEG", **how: Any) -> bytes:
    """The bytes that Pillow writes."""
    written = BytesIO()
    picture.save(written, kind, **how)
    return written.getvalue()


def graphs(picture: Image.Image) -> bytes:
    """The size Graph is asked for."""
    return _sized(picture, 240, 90)


def sharepoints(picture: Image.Image, side: int) -> bytes:
    """SharePoint's own copies: L 200, M 72, S 48, made of what it got in 648 pixels."""
    return _sized(Image.open(BytesIO(_sized(picture, 648, 85))), side, 80)


def cropped(picture: Image.Image) -> Image.Image:
    """Without 4 % at each edge."""
    edge = picture.width * 4 // 100
    return picture.crop((edge, edge, picture.width - edge, picture.height - edge))


def from_a_telephone_held_upright(picture: Image.Image) -> bytes:
    """Pixels that lie on their side, and an EXIF that says so."""
    exif = Image.Exif()
    exif[Base.Orientation] = TURNED
    return file_of(picture.transpose(Image.Transpose.ROTATE_90), exif=exif)


def of_two_pictures(picture: Image.Image) -> bytes:
    """MPO: the photo, and another one behind it."""
    return file_of(picture, "MPO", save_all=True, append_images=[Image.new("RGB", picture.size, "blue")])


def in_wide_gamut(picture: Image.Image) -> bytes:
    """Display P3, as iPhones and Macs write it: the pixels are others, what is seen is not."""
    wide = ImageCms.ImageCmsProfile(BytesIO(display_p3()))
    converted = ImageCms.profileToProfile(picture, _srgb(), wide)
    assert converted
    return file_of(converted, icc_profile=display_p3())


def display_p3() -> bytes:
    """Its profile: that of sRGB with other primaries. ICC.1:2022: a table of tags from byte 128, numbers in 16.16."""
    profile = bytearray(_srgb().tobytes())
    for at in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12):
        name, offset = bytes(profile[at : at + 4]), int.from_bytes(profile[at + 4 : at + 8], "big")
        if name in _DISPLAY_P3:
            struct.pack_into(">3i", profile, offset + 8, *(round(part * 65536) for part in _DISPLAY_P3[name]))
    return bytes(profile)


def without(content: bytes, marker: int) -> bytes:
    """A JPEG without its first segment of that kind."""
    at = content.index(bytes((0xFF, marker)))
    return content[:at] + content[at + 2 + int.from_bytes(content[at + 2 : at + 4], "big") :]


def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(cast("Any", ImageCms).createProfile("sRGB"))


def _sized(picture: Image.Image, side: int, quality: int) -> bytes:
    return file_of(picture.resize((side, side), LANCZOS), quality=quality)
