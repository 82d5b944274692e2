"""A message without anybody's name in it, for those who teach the bot from what it misunderstood."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from bot.object_id import OBJECT_ID
from bot.store.kept_words import CODES, OPENERS, PRODUCTS

NAME = "‹name›"
LONGEST = 500
"""Characters kept of a message."""

Span = tuple[int, int]
"""From a character's index to that of the first one behind."""

_RDN = r"""(?:DC=[\w-]{1,63}|(?:CN|OU|O|L|ST|C|UID)=(?:\\.|[^,;\\\n"'<>]){1,100})"""
_IDENTIFYING = (
    rf"(?<!\w){_RDN}(?:,\s?{_RDN}){{0,30}}",  # distinguished name
    r"https?://\S+",
    r"[^\s@<>()\[\]\"',;:]{1,100}@[^\s@<>()\[\]\"',;:]+",  # mail address, user principal name
    r"(?<![\w-])\w[\w-]{0,62}\\[\w.$-]+",  # DOMAIN\account
    r"(?<![\w.-])(?:[\w-]{1,63}\.){1,8}(?:com|net|org|edu|gov|dk|se|no|de|uk|eu|io|local|lan|internal)(?!\w)",
    rf"(?<!\w){OBJECT_ID}(?!\w)|(?<!\w)[0-9a-f]{{32}}(?!\w)",  # GUID
    r"(?<!\w)S-1(?:-\d+)+",  # security identifier
    r"(?<!\w)\+?\(?\d(?:[ .()/-]{0,2}\d){6,}",  # phone number, and anything that looks like one
    r"(?<!\w)(?=\w*\d{5})\w+",
    r"(?<!\w)\w*_\w*",  # grp_finance_rw
    r"\"[^\"\n]{1,200}\"|“[^”\n]{1,200}”|„[^“”\n]{1,200}[“”]|»[^«\n]{1,200}«|«[^»\n]{1,200}»|‘[^’\n]{1,200}’(?!\w)",
    r"(?<!\w)'(?!\s)[^\"\n]{1,200}?'(?!\w)",
)
_WORD = re.compile(r"\w+(?:['’](?!s\b)\w+)?")
_NUMBERED = re.compile(r"(?:[-./&]\w*\d\w*){0,6}")
_START = re.compile(r"(?:^|[.!?:;…\n)])[\s\"'“„»«(*•–-]*$")
_GAP = re.compile(r"[ \t]?[-/&]?[ \t]?")


def without_names(text: str, spans: Iterable[Span] = ()) -> str:
    """`text` with `‹name›` for every span, and for whatever else may tell of whom or what it speaks.

    `spans` are where names are known to stand; they are masked wherever they stand again, too. At most `LONGEST`
    characters; raises nothing.
    """
    whole = text.replace("\0", " ").encode(errors="replace").decode()
    known = [(max(start, 0), end) for start, end in spans]
    said = [*known, *_again(whole, known), *_identifying(whole), *_capitalised(whole)]
    return _cut(_masked(whole, _joined(whole, said)))


def _again(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Where a known name is written once more, perhaps in the genitive."""
    for name in {part for start, end in spans for part in _parts(text[start:end])}:
        yield from _spans(re.compile(rf"(?<!\w){re.escape(name)}(?:['’]?s)?(?!\w)", re.I), text)


def _parts(name: str) -> Iterator[str]:
    """A name and its words, but for those that anything may be called."""
    yield from (word for word in [name.strip().lower()] if len(word) > 1)
    words = (word.group().lower() for word in _WORD.finditer(name))
    yield from (word for word in words if len(word) > 2 and word not in OPENERS and not kept().fullmatch(word))


def _identifying(text: str) -> Iterator[Span]:
    codes = _spans(kept(), text)
    for expression in identifying():
        yield from (span for span in _spans(expression, text) if span not in codes)


def _capitalised(text: str) -> Iterator[Span]:
    """Words with a capital letter that are neither products nor the harmless beginning of a sentence."""
    harmless = {place for start, end in _spans(kept(), text) for place in range(start, end)}
    for word in _WORD.finditer(text):
        if word.group() != word.group().lower() and word.start() not in harmless and not _opens(text, word):
            numbered = _NUMBERED.match(text, word.end())
            yield word.start(), numbered.end() if numbered else word.end()


def _opens(text: str, word: re.Match[str]) -> bool:
    """Whether this is how a sentence begins; a word shouted in the middle of one is no name either."""
    plain = word.group().lower().replace("’", "'")
    shouted = len(plain) > 1 and word.group().isupper()
    begins = _START.search(text, max(0, word.start() - 20), word.start()) is not None
    return plain in OPENERS and (begins or shouted)


def _joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap or have next to nothing between them made one."""
    joined: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined and (start <= joined[-1][1] or _GAP.fullmatch(text, joined[-1][1], start)):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _masked(text: str, spans: Sequence[Span]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + NAME + text[end:]
    return text


def _cut(text: str) -> str:
    """The beginning, without half a mask at its end."""
    if len(text) <= LONGEST:
        return text
    return re.sub(r"‹\w*$", "", text[:LONGEST])


def _spans(expression: re.Pattern[str], text: str) -> set[Span]:
    return {match.span() for match in expression.finditer(text)}


@cache
def kept() -> re.Pattern[str]:
    """Products and codes, the longest name first."""
    names = [re.escape(name) for name in sorted(PRODUCTS, key=len, reverse=True)]
    exact = "|".join(name for name in names if name.isupper())
    products = "|".join(name for name in names if not name.isupper())
    return re.compile(rf"(?<!\w)(?:(?i:{products}|{CODES})|{exact})(?!\w)")


@cache
def identifying() -> tuple[re.Pattern[str], ...]:
    """What identifies somebody or something by its form."""
    return tuple(re.compile(expression, re.I) for expression in _IDENTIFYING)
