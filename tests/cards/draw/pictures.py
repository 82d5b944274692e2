"""Every picture as SVG, by the name of its file."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.texts import LANGUAGES, Voice, say
from cards.pictures.steps import STEPS, Steps
from tests.cards.draw.shapes import (
    AMBER,
    GREEN,
    GREY,
    LINE,
    RED,
    VIOLET,
    arrow,
    back,
    box,
    cross,
    lock,
    pencil,
    svg,
    tick,
    waiting,
)

WIDE, HIGH, TOP = 600, 76, 26
LINKS: Sequence[tuple[int, Sequence[str]]] = (
    (120, ("Active", "Directory")),
    (80, ("Sync",)),
    (108, ("Entra ID",)),
    (120, ("Microsoft", "365")),
)
"""Width and words: proper names, the same in every language. "Sync" is Connect or Cloud Sync: which, isn't read."""
EDGE = 19
"""What signs on a box's corner need beside it."""


def places(widths: Sequence[float]) -> Sequence[float]:
    """Where boxes of these widths begin."""
    gap = (WIDE - EDGE - sum(widths)) / (len(widths) - 1)
    return [sum(widths[:n]) + n * gap for n in range(len(widths))]


WIDTHS = [width for width, _lines in LINKS]
STARTS = places(WIDTHS)


def chain(*marks: str, source: int, links: Sequence[str], below: int = 0) -> str:
    """The four links of the chain; `source` is the one where it is changed, `links` are the colours of the arrows."""
    boxes = [
        box(x, TOP, (width, HIGH), lines, VIOLET if n == source else GREY)
        for n, (x, (width, lines)) in enumerate(zip(STARTS, LINKS, strict=True))
    ]
    arrows = [
        arrow(x + width + 4, following - 3, TOP + HIGH / 2, colour, dashed=colour != LINE)
        for x, width, following, colour in zip(STARTS, WIDTHS, STARTS[1:], links, strict=False)
    ]
    return svg(WIDE, TOP + HIGH + 4 + below, *arrows, *boxes, *marks)


def corner(place: int) -> tuple[float, float]:
    """The upper right corner of one of the chain's boxes."""
    return STARTS[place] + WIDTHS[place] - 2, TOP - 5


def between(place: int) -> tuple[float, float]:
    """The middle of the arrow after one of the chain's boxes."""
    return (STARTS[place] + WIDTHS[place] + STARTS[place + 1]) / 2, TOP + HIGH / 2


def middle(place: int) -> float:
    """The middle of one of the chain's boxes."""
    return STARTS[place] + WIDTHS[place] / 2


def steps(shown: Steps, voice: Voice) -> str:
    """Done, now, later."""
    width = 165
    starts = places([width] * 3)
    filled = (GREEN, VIOLET, GREY)
    boxes = [
        box(x, TOP, (width, HIGH), two_lines(say(words, voice)), fill)
        for x, words, fill in zip(starts, (shown.done, shown.now, shown.later), filled, strict=True)
    ]
    arrows = [arrow(x + width + 4, after - 3, TOP + HIGH / 2, LINE) for x, after in pairwise(starts)]
    return svg(WIDE, TOP + HIGH + 4, *arrows, *boxes, tick(starts[0] + width - 2, TOP - 5))


def two_lines(words: str) -> Sequence[str]:
    """Broken where both halves are nearest in length."""
    words = words[:1].upper() + words[1:]
    parts = words.split(" ")
    ways = [(" ".join(parts[:n]), " ".join(parts[n:])) for n in range(1, len(parts))]
    return min(ways, key=lambda way: max(map(len, way))) if ways else (words,)


def icon(inside: str) -> str:
    """White on violet, 64 pixels for 32."""
    return svg(64, 64, f'<rect width="64" height="64" rx="16" fill="{VIOLET}"/>', inside)


def head(x: float, y: float, size: float) -> str:
    """Somebody, from the front."""
    return (
        f'<circle cx="{x}" cy="{y}" r="{size}" fill="#fff"/>'
        f'<path d="M{x - size * 1.9} {y + size * 3.3}a{size * 1.9} {size * 1.9} 0 0 1 {size * 3.8} 0z" fill="#fff"/>'
    )


HOUSE = "".join(f'<rect x="{x}" y="{y}" width="6" height="6" fill="{VIOLET}"/>' for x in (22, 36) for y in (20, 30, 40))


def every() -> Iterator[tuple[str, str]]:
    """Name → SVG."""
    yield "group", icon(head(22, 24, 7) + head(43, 22, 8))
    yield "person", icon(head(32, 22, 9))
    yield "organisation", icon(f'<path d="M16 52V12h32v40z" fill="#fff"/>{HOUSE}')
    yield (
        "chain-locked",
        chain(
            back(middle(2), middle(0), TOP + HIGH + 2, 42, RED),
            cross((middle(0) + middle(2)) / 2, TOP + HIGH + 44),
            pencil(*corner(0)),
            lock(*corner(2)),
            lock(*corner(3)),
            source=0,
            links=(LINE, LINE, LINE),
            below=64,
        ),
    )
    yield "chain-cut", chain(cross(*between(1)), source=-1, links=(LINE, RED, LINE))
    yield "chain-moving", chain(waiting(*between(1)), source=-1, links=(LINE, AMBER, LINE))
    for language in LANGUAGES:
        for name, shown in STEPS.items():
            yield f"{name}-{language}", steps(shown, Voice(language))
