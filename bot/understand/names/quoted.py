"""Names in quotation marks, as against quoted error messages and buttons."""

import re
from collections.abc import Iterator

from bot.understand.names.name import Name, Shape
from bot.understand.names.ordinary import is_ordinary
from bot.understand.words import words

QUOTED = re.compile(r"(?<![\w])(?:\"([^\"\n]{2,80})\"|'([^'\n]{2,80})')(?!\w)|(?<!\w)\*\*([^*\n]{2,80})\*\*")
OBJECT = re.compile(
    r"\b(?:object|group|team|list|gruppen?|team(?:et)?|listen?|for|to|on|of|til|fra|på|i|called|hedder)\s*$", re.I
)
CODE = re.compile(r"^[A-Z][a-z]+-[A-Z]|^[A-Z][a-z]+[A-Z]\w*$|[:/\\=]|[.!?]$|^\d+$")
MOST_WORDS = 8


def quoted(text: str) -> Iterator[Name]:
    """Every quotation that may be a name."""
    for match in QUOTED.finditer(text):
        inner = match.group(match.lastindex or 0)
        start = match.start(match.lastindex or 0)
        if is_name(inner, text[: match.start()]):
            yield Name(inner.strip(), start, start + len(inner), Shape.QUOTED)


def is_name(inner: str, before: str) -> bool:
    """Whether a quotation is a name: short, and said to be one or with a word that is not ordinary."""
    each = words(inner)
    if not 0 < len(each) <= MOST_WORDS or CODE.search(inner):
        return False
    if OBJECT.search(before):
        return True
    strange = [word for word in each if not is_ordinary(word.text)]
    titled = [word for word in each if word.text[0].isupper() or word.text[0].isdigit()]
    return bool(strange) or (len(titled) == len(each) > 1)
