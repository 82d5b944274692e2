"""People who don't exist, drawn: as many as a test wants, each always the same, before a scene or all in one studio."""

from dataclasses import dataclass
from math import cos, sin
from random import Random
from typing import Literal

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Backdrop = Literal["varied", "studio"]
Colour = tuple[int, int, int]
Box = tuple[float, float, float, float]

SIDE = 648
"""Pixels of a side: the largest size Graph keeps. https://learn.microsoft.com/graph/api/profilephoto-get"""
SKINS: tuple[Colour, ...] = ((246, 216, 188), (228, 184, 148), (198, 140, 102), (150, 98, 66), (96, 60, 42))
HAIRS: tuple[Colour, ...] = ((34, 26, 22), (70, 44, 28), (120, 78, 42), (206, 168, 104), (150, 150, 152), (158, 70, 34))
SUITS: tuple[Colour, ...] = ((30, 34, 46), (44, 52, 70), (90, 92, 98), (214, 216, 222), (24, 24, 26))
WHITE_WALL: Colour = (236, 237, 239)


@dataclass(frozen=True)
class _Head:
    """Where it is, in pixels: its `middle` from the left, its `eyes` from the top, half its `width` and `height`."""

    middle: float
    eyes: float
    width: float
    height: float
    skin: Colour
    hair: Colour

    def around(self, down: float, width: float, height: float) -> Box:
        """A box about the middle of the face, in heads: `down` from the eyes, half its width and height."""
        return _round(self.middle, self.eyes + self.height * down, self.width * width, self.height * height)


def face(seed: int, backdrop: Backdrop) -> Image.Image:
    """One person, RGB, `SIDE` pixels square; the same `seed` and `backdrop` give the same pixels."""
    luck = Random(f"{backdrop} {seed}")  # noqa: S311 - drawn, not secret
    behind = _scene(luck) if backdrop == "varied" else Image.new("RGB", (SIDE, SIDE), WHITE_WALL)
    head = _head(luck, backdrop)
    image = behind.copy()
    pen = ImageDraw.Draw(image)
    _body(pen, luck, head, luck.choice(SUITS) if backdrop == "studio" else _colour(luck))
    _features(pen, luck, head)
    # A studio's lamps stay where they are.
    return _lit(_uneven(image, behind, luck), luck, 30 if backdrop == "studio" else luck.uniform(0, 360))


def _head(luck: Random, backdrop: Backdrop) -> _Head:
    # Who is photographed in one studio sits where everybody sat; others hold their telephone as they like.
    sway = 14 if backdrop == "studio" else 55
    width = SIDE * (luck.uniform(0.165, 0.19) if backdrop == "studio" else luck.uniform(0.15, 0.24))
    return _Head(
        middle=SIDE / 2 + luck.uniform(-sway, sway),
        eyes=SIDE * 0.42 + luck.uniform(-sway, sway),
        width=width,
        height=width * luck.uniform(1.2, 1.5),
        skin=_near(luck, luck.choice(SKINS)),
        hair=_near(luck, luck.choice(HAIRS)),
    )


def _body(pen: ImageDraw.ImageDraw, luck: Random, head: _Head, suit: Colour) -> None:
    if luck.random() < 0.45:
        fall = luck.uniform(1.0, 2.1)
        pen.rounded_rectangle(head.around(fall / 2.6, 1.25, fall), head.width, fill=head.hair)
    pen.ellipse(head.around(2.75, luck.uniform(1.9, 2.5), 1.6), fill=suit)
    pen.rectangle(head.around(1, 0.42, 0.55), fill=_darker(head.skin, 0.86))
    _collar(pen, luck, head)
    pen.ellipse(head.around(0.12, 1, 1), fill=head.skin)
    left, top, right, _ = head.around(0, 1.06, 1.1)
    hairline = head.eyes + head.height * luck.uniform(-0.1, 0.6)
    pen.chord((left, top, right, hairline), 180 - luck.uniform(0, 25), 360 + luck.uniform(0, 25), fill=head.hair)


def _collar(pen: ImageDraw.ImageDraw, luck: Random, head: _Head) -> None:
    left, top, right, bottom = head.around(1.25 + luck.uniform(0.4, 0.7), luck.uniform(0.35, 0.7), 0.6)
    pen.polygon([(left, top), (right, top), (head.middle, bottom)], fill=_near(luck, (225, 228, 235)))
    if luck.random() < 0.4:
        pen.polygon([(head.middle, top), (head.middle + 22, SIDE), (head.middle - 22, SIDE)], fill=_colour(luck))


def _features(pen: ImageDraw.ImageDraw, luck: Random, head: _Head) -> None:
    apart, eye = head.width * luck.uniform(0.36, 0.46), head.width * luck.uniform(0.07, 0.12)
    glasses, mouth = luck.random() < 0.35, luck.uniform(0.55, 0.68)
    if luck.random() < 0.3:
        pen.chord(head.around(mouth - 0.05, 0.8, 0.5), 0, 180, fill=_near(luck, head.hair))
    for middle in (head.middle - apart, head.middle + apart):
        pen.ellipse(_round(middle, head.eyes, eye * 1.6, eye), fill=(244, 244, 240))
        pen.ellipse(_round(middle, head.eyes, eye * 0.8, eye * 0.8), fill=_near(luck, (60, 70, 80)))
        pen.rectangle(_round(middle, head.eyes - eye * 2.3, eye * 2, 3), fill=head.hair)
        if glasses:
            pen.ellipse(_round(middle, head.eyes, apart * 0.8, apart * 0.7), outline=(30, 30, 34), width=6)
    pen.ellipse(head.around(0.33, 0.12, 0.1), fill=_darker(head.skin, 0.88))
    pen.chord(head.around(mouth, luck.uniform(0.3, 0.45), luck.uniform(0.1, 0.2)), 0, 180,
              fill=_near(luck, (170, 74, 74)))  # fmt: skip


def _scene(luck: Random) -> Image.Image:
    """A wall, a window or a wood, out of focus."""
    image = Image.new("RGB", (SIDE // 4, SIDE // 4), _colour(luck))
    pen = ImageDraw.Draw(image)
    for _ in range(luck.randint(5, 14)):
        turn, far = luck.uniform(0, 6.28), luck.uniform(10, SIDE / 6)
        spot = _round(SIDE / 8 + far * cos(turn), SIDE / 8 + far * sin(turn), luck.uniform(8, 50), luck.uniform(8, 70))
        (pen.ellipse if luck.random() < 0.5 else pen.rectangle)(spot, fill=_colour(luck))
    return image.filter(ImageFilter.GaussianBlur(luck.uniform(2, 7))).resize((SIDE, SIDE))


def _uneven(image: Image.Image, behind: Image.Image, luck: Random) -> Image.Image:
    """Skin, hair and cloth are never of one colour; the wall behind is left as it was."""
    patches = Image.frombytes("RGB", (40, 40), luck.randbytes(4800)).resize(image.size, Image.Resampling.BICUBIC)
    worn = ImageChops.add(image, patches.point(_up_to(44) * 3), offset=-22)
    person = ImageChops.difference(image, behind).convert("L").point([0] + [255] * 255)
    return Image.composite(worn, image, person)


def _lit(image: Image.Image, luck: Random, angle: float) -> Image.Image:
    """Light from one side, soft edges, and the grain of a sensor."""
    light = Image.linear_gradient("L").rotate(angle).resize(image.size, box=(38, 38, 218, 218))
    shade = Image.merge("RGB", [light.point([205 + value for value in _up_to(50)])] * 3)
    grain = Image.frombytes("L", (SIDE // 2, SIDE // 2), luck.randbytes((SIDE // 2) ** 2)).resize(image.size)
    grains = Image.merge("RGB", [grain.point(_up_to(12))] * 3)
    lit = ImageChops.multiply(image.filter(ImageFilter.GaussianBlur(1.5)), shade)
    return ImageChops.add(lit, grains, offset=-6)


def _up_to(most: int) -> list[int]:
    """For each grey, its share of `most`."""
    return [value * most // 255 for value in range(256)]


def _round(x: float, y: float, half_width: float, half_height: float) -> Box:
    return x - half_width, y - half_height, x + half_width, y + half_height


def _colour(luck: Random) -> Colour:
    return luck.randint(20, 235), luck.randint(20, 235), luck.randint(20, 235)


def _near(luck: Random, colour: Colour) -> Colour:
    red, green, blue = (max(0, min(255, part + luck.randint(-14, 14))) for part in colour)
    return red, green, blue


def _darker(colour: Colour, share: float) -> Colour:
    red, green, blue = (int(part * share) for part in colour)
    return red, green, blue
