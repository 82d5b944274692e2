"""Drawn pictures. They are PNG files: Teams shows PNG, JPEG and GIF, and SVG on no phone.

https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
"""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from adaptive_cards import types

from bot.texts import Value, Voice
from cards.kit import elements as e
from cards.kit.neutral import bare
from cards.kit.style import quiet
from cards.pictures.steps import STEPS

Gap, MIDDLE = types.Spacing, types.VerticalAlignment.CENTER
SIDE = "96px"
DRAWN = Path(__file__).parents[1] / "pictures"


def drawing(name: str, alt: Value, voice: Voice) -> e.Image:
    """A picture as wide as the card, or as it is in a wide one; `alt` says what it shows to whoever doesn't see it."""
    return e.Image(url=address(name), alt_text=bare(alt, voice), size=types.ImageSize.AUTO, spacing=Gap.MEDIUM)


def steps(name: str, voice: Voice) -> e.Image:
    """Where one stands on a way of three steps, in the reader's language."""
    return drawing(f"{name}-{voice.language}", STEPS[name].alt, voice)


def beside_icon(name: str, alt: Value, said: Sequence[e.Element], voice: Voice) -> e.ColumnSet:
    """Lines with a small picture before them."""
    text = e.Column(width="stretch", items=said, spacing=Gap.SMALL, vertical_content_alignment=MIDDLE)
    return e.ColumnSet(columns=[icon(name, bare(alt, voice)), text])


def photo(url: str, alt: Value, voice: Voice) -> e.Image:
    """A person's photo, round as Teams shows it; `url` is a `data:` address, `alt` what a screen reader says."""
    large, round_ = types.ImageSize.LARGE, types.ImageStyle.PERSON
    return e.Image(url=url, alt_text=bare(alt, voice), size=large, style=round_)


def pictured(pictures: Iterable[tuple[str, Value]], voice: Voice) -> e.ColumnSet:
    """Addresses of pictures and what they show; the words are read out for the picture, and stand beneath it."""
    return e.ColumnSet(columns=[_column(url, shows, voice) for url, shows in pictures], spacing=Gap.MEDIUM)


def _column(url: str, shows: Value, voice: Voice) -> e.Column:
    picture = e.Image(url=url, alt_text=bare(shows, voice), width=SIDE, height=SIDE, style=types.ImageStyle.DEFAULT)
    return e.Column(width="stretch", items=[picture, quiet(shows, voice)])


@cache
def icon(name: str, alt: str) -> e.Column:
    """A small picture, made once: it is the same on every card, and nobody changes an element."""
    drawn = e.Image(url=address(name), alt_text=alt, width="32px")
    return e.Column(width="auto", items=[drawn], vertical_content_alignment=MIDDLE)


@cache
def address(name: str) -> str:
    """The picture itself as an address, read once: no card fetches anything from anywhere."""
    return f"data:image/png;base64,{b64encode((DRAWN / f'{name}.png').read_bytes()).decode()}"
