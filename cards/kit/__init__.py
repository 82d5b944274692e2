"""All style, and every splinter of adaptive-cards-py. Cards are written with these words and no others."""

from cards.kit.actions import Execute, OpenUrl, Style, Toggle, fold, leave, press
from cards.kit.card import MOST_BUTTONS, MOST_VIEWERS, Card, Refresh, TooMuch, card
from cards.kit.clock import clock
from cards.kit.elements import Element
from cards.kit.inputs import field
from cards.kit.pictures import beside_icon, drawing, photo, pictured, steps
from cards.kit.rows import buttons, ending_in, unfolding
from cards.kit.style import (
    Accent,
    band,
    bullet,
    compared,
    facts,
    folded,
    heading,
    label,
    link,
    panel,
    paragraph,
    quiet,
    row,
    section,
    strong,
    subheading,
    ticked,
)
from cards.kit.verbatim import copied, forwarded, quoted

__all__ = [
    "MOST_BUTTONS",
    "MOST_VIEWERS",
    "Accent",
    "Card",
    "Element",
    "Execute",
    "OpenUrl",
    "Refresh",
    "Style",
    "Toggle",
    "TooMuch",
    "band",
    "beside_icon",
    "bullet",
    "buttons",
    "card",
    "clock",
    "compared",
    "copied",
    "drawing",
    "ending_in",
    "facts",
    "field",
    "fold",
    "folded",
    "forwarded",
    "heading",
    "label",
    "leave",
    "link",
    "panel",
    "paragraph",
    "photo",
    "pictured",
    "press",
    "quiet",
    "quoted",
    "row",
    "section",
    "steps",
    "strong",
    "subheading",
    "ticked",
    "unfolding",
]
