"""Boxes, arrows and signs as SVG."""

from collections.abc import Sequence
from html import escape

VIOLET, GREY, GREEN, RED, AMBER, LINE, WHITE = (
    "#5b5fc7",
    "#5f5f66",
    "#10783f",
    "#d13438",
    "#c87500",
    "#8a8a8a",
    "#ffffff",
)
SIZE = 23
"""Of letters, in a picture of 600: 11 pixels on a card of 320, 18 on one of 500."""
FONT = "DejaVu Sans Condensed, Arial, sans-serif"


def svg(width: int, height: int, *parts: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f"{''.join(parts)}</svg>"
    )


def box(x: float, y: float, size: tuple[float, float], lines: Sequence[str], fill: str) -> str:
    """Words in a box of that width and height, in one line or two."""
    width, height = size
    middle, step = y + height / 2, SIZE + 3
    top = middle - step * (len(lines) - 1) / 2 + SIZE * 0.35
    words = "".join(
        f'<text x="{x + width / 2}" y="{top + step * n}" text-anchor="middle" font-family="{FONT}" font-weight="bold" '
        f'font-size="{SIZE}" fill="{WHITE}">{escape(line)}</text>'
        for n, line in enumerate(lines)
    )
    return (
        f'<rect x="{x + 1}" y="{y + 1}" width="{width - 2}" height="{height - 2}" rx="12" fill="{fill}" '
        f'stroke="{LINE}" stroke-width="2"/>{words}'
    )


def arrow(x1: float, x2: float, y: float, colour: str, *, dashed: bool = False) -> str:
    """A straight one, from left to right or back."""
    tip = 12 if x2 > x1 else -12
    dash = ' stroke-dasharray="9 7"' if dashed else ""
    return (
        f'<path d="M{x1} {y}H{x2 - tip}" stroke="{colour}" stroke-width="5" fill="none"{dash}/>'
        f'<path d="M{x2} {y}L{x2 - tip * 1.3} {y - 11}V{y + 11}Z" fill="{colour}"/>'
    )


def back(x1: float, x2: float, y: float, depth: float, colour: str) -> str:
    """From under a box on the right to under a box on the left."""
    return (
        f'<path d="M{x1} {y}V{y + depth - 10}Q{x1} {y + depth} {x1 - 10} {y + depth}H{x2 + 10}Q{x2} {y + depth} {x2} '
        f'{y + depth - 10}V{y + 14}" stroke="{colour}" stroke-width="5" fill="none" stroke-dasharray="9 7"/>'
        f'<path d="M{x2} {y + 2}L{x2 - 11} {y + 17}H{x2 + 11}Z" fill="{colour}"/>'
    )


def cross(x: float, y: float, size: float = 19) -> str:
    """Here it doesn't go on."""
    arm = size * 0.42
    return (
        f'<circle cx="{x}" cy="{y}" r="{size}" fill="{RED}" stroke="{WHITE}" stroke-width="3"/>'
        f'<path d="M{x - arm} {y - arm}L{x + arm} {y + arm}M{x + arm} {y - arm}L{x - arm} {y + arm}" stroke="{WHITE}" '
        f'stroke-width="5" stroke-linecap="round"/>'
    )


def waiting(x: float, y: float, size: float = 19) -> str:
    """Here it is under way."""
    dots = "".join(f'<circle cx="{x + d}" cy="{y}" r="3" fill="{WHITE}"/>' for d in (-9, 0, 9))
    return f'<circle cx="{x}" cy="{y}" r="{size}" fill="{AMBER}" stroke="{WHITE}" stroke-width="3"/>{dots}'


def tick(x: float, y: float, size: float = 19) -> str:
    """This is done."""
    return (
        f'<circle cx="{x}" cy="{y}" r="{size}" fill="{GREEN}" stroke="{WHITE}" stroke-width="3"/>'
        f'<path d="M{x - 8} {y + 1}L{x - 2} {y + 7}L{x + 9} {y - 6}" stroke="{WHITE}" stroke-width="5" fill="none" '
        f'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def pencil(x: float, y: float) -> str:
    """Here it is changed."""
    return (
        f'<circle cx="{x}" cy="{y}" r="19" fill="{GREEN}" stroke="{WHITE}" stroke-width="3"/>'
        f'<path d="M{x - 8} {y + 8}l2 -7l9 -9l5 5l-9 9z" fill="{WHITE}"/>'
    )


def lock(x: float, y: float) -> str:
    """Here it can't be changed."""
    return (
        f'<circle cx="{x}" cy="{y}" r="19" fill="{RED}" stroke="{WHITE}" stroke-width="3"/>'
        f'<rect x="{x - 8}" y="{y - 2}" width="16" height="11" rx="2" fill="{WHITE}"/>'
        f'<path d="M{x - 5} {y - 2}v-4a5 5 0 0 1 10 0v4" stroke="{WHITE}" stroke-width="3" fill="none"/>'
    )
