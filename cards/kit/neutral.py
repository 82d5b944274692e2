r"""Names from the directory, made harmless: nobody's group name may become a link, a list or bold type.

Teams reads a subset of Markdown in text blocks: on desktop and web with markdown-it, on phones with a parser
that knows no escape but before `*` and `_` (a backslash stays visible there). So a backslash is put only where a sign
would otherwise mean something, and links are broken with an invisible WORD JOINER, which both parsers respect.
https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
"""

import re

from bot.texts import Value, Voice, say

JOINER = "\u2060"
"""Takes no room and allows no line break; it only keeps two signs from meaning something together."""

SPACES = re.compile(r"[\s\x00-\x1f\x7f]+")
TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the writing direction, with which one name can be made to look like another."""

ESCAPED = re.compile(
    r"""(?=[*`]|~~)                       # emphasis, code, strike-through
    | (?<![^\W_])(?=_) | (?=_+(?![^\W_])) # an underscore that isn't inside a word
    | (?=<[a-zA-Z/!?])                    # a tag, or an address in angle brackets
    | (?=&(?:\#|\w+;))                    # an entity
    | (?=\\(?:[^\w\s]|_|$))               # a backslash that would escape what follows
    """,
    re.X,
)
OPENING = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|---|>|\#{1,6}(?:\s|$)))", re.X)
"""What makes a paragraph a list ("20. nov. 2026" is one to Markdown), a rule, a quotation or a heading."""
LINKED = re.compile(r"(?<=\])(?=[(:\[])|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=\{)(?=\{)", re.I)
"""Between two signs that make a link, a bare address, or one of Teams' date functions."""


LONGEST = 1_000
"""Characters of anything that isn't ours: no name has more than 256, and a card has to stay below 80 KB."""


def tidy(text: str) -> str:
    """One line of bounded length, without marks that can't be seen."""
    text = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    if text.isascii() and text.isprintable() and "  " not in text:  # as most names are: nothing to look for
        return text.strip()
    return SPACES.sub(" ", TURNING.sub("", text)).strip()


def neutral(text: str) -> str:
    """Markdown that shows exactly this text, wherever in a sentence it stands."""
    plain = tidy(text)
    if plain.replace(" ", "").isalnum():  # as most names are: every sign that means something is none of these
        return plain
    return LINKED.sub(JOINER, ESCAPED.sub(r"\\", plain))


def whole(text: str) -> str:
    """Markdown that shows exactly this text when it is all that is said."""
    return unopened(neutral(text))


def unopened(text: str) -> str:
    """The text, whose beginning makes it no list and no heading."""
    return text if text[:1].isalpha() else OPENING.sub(r"\1\\", text)


def spoken(value: Value, voice: Voice) -> str:
    """The words of a text block: our own as they stand, everybody else's neutralised."""
    return unopened(say(value, voice, neutral))


def bare(value: Value, voice: Voice) -> str:
    """The words of something Teams shows as it stands: a button's title, a label, a run of rich text."""
    return say(value, voice, tidy)
