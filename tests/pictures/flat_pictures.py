"""What stands in for a photo: initials on a ground, as Teams draws them, and the silhouette SharePoint answers with."""

from PIL import Image, ImageDraw, ImageFont

SIDE = 648
Ground = tuple[int, int, int]


def initials(letters: str, ground: Ground = (92, 46, 145)) -> Image.Image:
    """Two letters, white on one colour."""
    picture = Image.new("RGB", (SIDE, SIDE), ground)
    middle = SIDE / 2, SIDE / 2
    ImageDraw.Draw(picture).text(middle, letters, "white", ImageFont.load_default(280), anchor="mm")
    return picture


def round_initials(letters: str, ground: Ground = (92, 46, 145)) -> Image.Image:
    """Two letters on a disc, on white."""
    disc = Image.new("L", (SIDE, SIDE), 0)
    ImageDraw.Draw(disc).ellipse((0, 0, SIDE, SIDE), fill=255)
    return Image.composite(initials(letters, ground), Image.new("RGB", (SIDE, SIDE), "white"), disc)


def silhouette(ground: int = 225) -> Image.Image:
    """Head and shoulders of nobody."""
    picture = Image.new("RGB", (SIDE, SIDE), (ground, ground, ground))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((210, 120, 440, 380), fill=(160, 160, 160))
    pen.ellipse((110, 400, 540, 900), fill=(160, 160, 160))
    return picture


def blank() -> Image.Image:
    """Nothing at all."""
    return Image.new("RGB", (SIDE, SIDE), (240, 240, 240))
