"""A picture from bytes that may be anything: upright, square, RGB, and never more than its share of memory."""

from io import BytesIO
from logging import WARNING, getLogger

from PIL import Image, ImageOps, PngImagePlugin
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile

from bot.pictures.colours import in_srgb, resizable
from bot.pictures.jpeg_frame import jpeg_frame
from bot.pictures.refusal import Refusal

MOST_BYTES = 16_000_000
"""More than a telephone of 50 megapixels writes."""
SMALLEST_SIDE = 48
"""Pixels; the smallest size Graph keeps. https://learn.microsoft.com/graph/api/profilephoto-get"""
MOST_PIXELS = 64_000_000
"""Of a JPEG in one scan, which is made smaller while it is read and never in memory whole."""
MOST_DECODED = 6_000_000
"""Pixels in memory at once: of four bytes each, and once more while they are made smaller. 48 MB."""
MOST_KEPT = 40_000_000
"""Bytes a JPEG in several scans may keep: a telephone's 12 megapixels take 36 MB."""
MOST_SCANS = 100
"""Cameras write ten. Each is a walk through the whole picture and need take no more than some bytes."""

_HEIF = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
"""https://www.iana.org/assignments/media-types/image/heic"""
_SAYS_HOW_IT_WAS_HELD = {"exif", "xmp", "XML:com.adobe.xmp", "Raw profile type exif"}

# At debug level Pillow writes the values of EXIF into the log: where a photo was taken is nobody's business.
getLogger("PIL").setLevel(WARNING)
# Compressed text could be unpacked to 64 MB before the first pixel.
PngImagePlugin.MAX_TEXT_MEMORY = PngImagePlugin.MAX_TEXT_CHUNK


def decoded(content: bytes, side: int) -> Image.Image | Refusal:
    """The middle square of the first picture in `content`, in sRGB, or why there is none.

    It has at least `side` pixels to a side where the original has, and mostly less than twice as many.
    """
    if not content:
        return Refusal.EMPTY
    if len(content) > MOST_BYTES:
        return Refusal.TOO_MANY_BYTES
    try:
        opened = _opened(content, side)
        return opened if isinstance(opened, Refusal) else _square(opened, side)
    # Pillow's readers raise whatever comes up in them: OSError, SyntaxError, struct.error, ValueError …
    except Exception:
        return Refusal.BROKEN


def _opened(content: bytes, side: int) -> ImageFile | Refusal:
    """A picture whose size is known to be bearable, its pixels not read yet."""
    # By its own class and not by `Image.open`: of a telephone's two pictures (MPO) this takes the first as JPEG.
    if content.startswith(b"\xff\xd8\xff"):
        return _jpeg(content, side)
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _bearable(PngImagePlugin.PngImageFile(BytesIO(content)))
    if content.startswith((b"GIF87a", b"GIF89a")):
        return _bearable(GifImageFile(BytesIO(content)))
    is_heic = content[4:8] == b"ftyp" and content[8:12] in _HEIF
    return Refusal.HEIC if is_heic else Refusal.UNKNOWN_FORMAT


def _jpeg(content: bytes, side: int) -> ImageFile | Refusal:
    frame = jpeg_frame(content)
    if frame is None:
        return Refusal.BROKEN
    if frame.width * frame.height > MOST_PIXELS or frame.kept_bytes > MOST_KEPT:
        return Refusal.TOO_LARGE
    if frame.has_several_scans and content.count(b"\xff\xda") > MOST_SCANS:
        return Refusal.BROKEN
    if min(frame.width, frame.height) < SMALLEST_SIDE:
        return Refusal.TOO_SMALL
    picture = JpegImageFile(BytesIO(content))
    if picture.size != (frame.width, frame.height):
        return Refusal.BROKEN
    picture.draft("RGB", (side, side))
    return picture if picture.width * picture.height <= MOST_DECODED else Refusal.TOO_LARGE


def _bearable(picture: ImageFile) -> ImageFile | Refusal:
    if picture.width * picture.height > MOST_DECODED:
        return Refusal.TOO_LARGE
    return picture if min(picture.size) >= SMALLEST_SIDE else Refusal.TOO_SMALL


def _square(picture: ImageFile, side: int) -> Image.Image:
    """The middle of it, made smaller first where it is much too large: what follows then costs little."""
    picture.load()
    profile: bytes | None = picture.info.get("icc_profile")
    shortest = min(picture.size)
    left, top = (picture.width - shortest) // 2, (picture.height - shortest) // 2
    middle = left, top, left + shortest, top + shortest
    square = resizable(picture)
    if shortest > 2 * side:
        square = square.resize((2 * side, 2 * side), Image.Resampling.LANCZOS, middle, 2)
    elif picture.width != picture.height:
        square = square.crop(middle)
    return in_srgb(_upright(square), profile)


def _upright(picture: Image.Image) -> Image.Image:
    """As it was held: the one place where any format is turned. An EXIF that can't be read turns nothing."""
    if _SAYS_HOW_IT_WAS_HELD.isdisjoint(picture.info):
        return picture
    try:
        return ImageOps.exif_transpose(picture)
    # Its readers raise whatever comes up in them, and the picture itself is sound.
    except Exception:
        return picture
