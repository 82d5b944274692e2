"""A message that is no more than a name, whatever stands around it: "Marketing DK", "no, Sales", "jeg mente Salg"."""

import re

from bot.conversation.meaning.phrases import WHOLE
from bot.conversation.meaning.pointing import about_something_else, of_its_own, small
from bot.model import Symptom
from bot.subjects.spelling import GUID, MAIL
from bot.understand import Understanding
from bot.understand.names import Shape, find_names
from bot.understand.names.ordinary import is_ordinary, not_names
from bot.understand.words import fold, words

MEANT = r"(?:i mean|i meant|i was thinking of|jeg mener|jeg mente|jag menade|ich meine|ich meinte|eg meinte|jeg mente)"
NOT_IT = (
    r"(?:not (?:that|this)(?: one| group)?|wrong (?:one|group)|ikke den(?: der| gruppe)?|forkert gruppe|"
    r"inte den|nicht die)"
)
CALLED = (
    r"(?:it'?s|it is|its name is|it'?s called|called|det er|den hedder|det hedder|gruppen hedder|den heter|sie heißt)"
)
TRY = r"(?:try|look at|take|check|prøv|så prøv|tag|se på|tjek)"
FILLER = (
    r"(?:no|nope|nah|nej|nei|nein|næ|nå|ok|okay|oh|ah|well|hmm?|so|then|så|sorry|oops|ups|undskyld|förlåt|"
    r"actually|faktisk|rather|hellere|yes|yeah|ja|jo|aha|men|but|and|og|och|und|also|også)"
)
LEAD = re.compile(rf"(?:\W*\b(?:{MEANT}|{NOT_IT}|{CALLED}|{TRY}|{FILLER})\b\W*)+", re.I)
TRAIL = re.compile(
    r"(?:[\s,]+(?:then|please|instead|i mean|i meant|of course|så|i stedet|mener jeg|mente jeg|tak|thanks))+\W*$", re.I
)
INTENT = re.compile(rf"\b(?:{MEANT}|{NOT_IT}|{CALLED})\b|\b(?:no|nope|nej|nei|næ|nein)\s*[,.:–-]", re.I)
"""Words that say that a name follows."""
JOINING = frozenset({"og", "and", "of", "for", "i", "in", "the", "und"})
"""Small words names have inside."""
SURELY = 0.9
"""From this confidence a message is out of scope whatever was talked about."""
LIKELY = 0.5
"""From this one it is too, when what it asks of isn't even written like a name."""
LONGEST = 6
"""Words; what is longer is a sentence."""
EDGES = " \t\n.,!?:;\"'“”»«"


def without_lead(text: str) -> str:
    """What is left of a message without the words that only lead up to the point, or follow it."""
    lead = LEAD.match(text)
    return TRAIL.sub("", text[lead.end() :] if lead else text).strip(EDGES)


def bare_name(text: str, meant: Understanding, *, awaited: bool) -> str | None:
    """The name that a message is and nothing else; `awaited` when a name was asked for, or is all that can follow."""
    rest = without_lead(text)
    said = words(rest)
    if not said or len(said) > LONGEST or WHOLE.match(rest) or small().issuperset(word.plain for word in said):
        return None
    if GUID.fullmatch(rest) or MAIL.fullmatch(rest):
        return rest
    announced = awaited or rest != text.strip(EDGES)
    if looks_named(rest) and (announced or not elsewhere(rest, meant)):
        return rest if announced or "?" in text or not ordinary(rest) else None
    if not of_its_own(rest) or any(word.plain in small() - JOINING for word in said):
        return None
    if elsewhere(rest, meant) and not (awaited and len(said) == 1):
        return None
    known = rest == meant.entity or bool(INTENT.search(text) and not ordinary(rest))
    return rest if awaited or known else None


def elsewhere(text: str, meant: Understanding) -> bool:
    """Whether what looks like a name is a thing others look after, and the whole message surely reads like that."""
    needed = SURELY if looks_named(text) else LIKELY
    surely = meant.symptom is Symptom.OUT_OF_SCOPE and meant.confidence >= needed
    return surely and about_something_else(text) and not stands_out(text)


def looks_named(text: str) -> bool:
    """Whether every word is written like a part of a name, and one is no product or acronym."""
    said = words(text)
    written = all(word.text[0].isupper() or word.text[0].isdigit() or word.plain in JOINING for word in said)
    return written and not not_names().issuperset(word.plain for word in said)


def stands_out(text: str) -> bool:
    """Whether all of it is plainly one name, though it has words like "print" in it."""
    whole = [name for name in find_names(text) if (name.start, name.end) == (0, len(text))]
    return any(name.shape >= Shape.CAPITALISED for name in whole) and not not_names().issuperset(fold(text).split())


def ordinary(text: str) -> bool:
    """Whether these are everyday words."""
    return all(is_ordinary(word.text) for word in words(text))
