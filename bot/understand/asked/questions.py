"""The questions in one message: "Why can't I edit Sales, and who owns it?", read once each."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.model import Symptom
from bot.understand.asked.one import one
from bot.understand.asked.rows import asked_of_each
from bot.understand.asked.spoken import spoken_language
from bot.understand.language import told as language_told
from bot.understand.name_marks import masked
from bot.understand.names import find_names
from bot.understand.understanding import Understanding

ASKS = (
    r"(?:why|how|who|where|when|what|which|can|could|may|do|does|did|is|are|am|will|has|have"
    r"|hvorfor|hvordan|hvem|hvor|hvornår|hvad|hvilken|hvilke|kan|må|er|skal|vil|har|bliver|kører"
    r"|varför|vem|kvifor|kven|warum|wer|wo|wie)(?![\w'])"
)
WANTS = (
    r"(?:add|remove|delete|restore|make|give|rename|tilføj|fjern|slet|gendan|gør|giv|omdøb|meld)(?![\w'])"
    r"|(?:I|we|jeg|vi)\s+(?:can'?t|cannot|can not|am not|kan ikke|må ikke|får ikke)(?![\w'])"
)
GOES_ON = (
    r"(?:can|could|will|would) you\b|(?:kan|vil|kunne) du\b"
    r"|(?:can|do|does|did|is|are|am|may|will|has|have)(?:n'?t| not)\b|(?:kan|må|er|skal|vil|har|bliver) (?:ikke"
    r"|jo|ikk)\b"
)
"""What is wanted of the bot, or a statement that goes on: no question of its own."""
BOUNDARY = re.compile(
    rf"(?<=[?!.])\s+(?=\S)|\n\s*|\s*[,;]?\s\b(?:and|og|och|und|samt|plus)\s+(?:also\s+|også\s+|så\s+"
    rf"|then\s+)?(?!{GOES_ON})(?=(?:{ASKS}|{WANTS}))"
    rf"|\s*[,;]\s*(?=(?:why|who|where|when|hvorfor|hvem|hvor|hvornår)\b)",
    re.I,
)
QUESTION = re.compile(
    rf"\W*(?:(?:and|og|also|også|but|men|so|så|then)\W+)*(?:{ASKS}|{WANTS}|kan ikke\b|can'?t\b|unable\b)", re.I
)
QUESTION_WORD = re.compile(rf"\W*(?:(?:and|og|also|også|but|men|so|så|then)\W+)*{ASKS}", re.I)
ABBREVIATED = re.compile(r"(?:^|\s)\w{1,3}\.$")
LEADING = re.compile(r"[\s,;]*(?:(?:and|og|och|und|also|også|but|men)\b\s*)+", re.I)
ANOTHER = re.compile(
    r"\W*(?:and what about|and how about|and for|and|also|what about|how about|og hvad med|og så|og|også|hvad med"
    r"|same for|samme for|samme med)\s+"
    r"(?:(?:the|den|det|gruppen|group)\s+)?([^?!.]{1,80}?)(?:\s+(?:then|så|too|also))?\W*",
    re.I,
)
JOINED = re.compile(r"\b(?:and|og|och|und|plus|samt)\s+(?:also\s+|også\s+|så\s+|then\s+)?$", re.I)
REACH = 15
"""Characters before a clause in which its "and" stands."""
MOST = 10
"""Clauses looked at one by one; a longer message is a story."""
LONGEST = 1000
"""Characters of a message in which questions are told apart."""
FEW_WORDS = 10
UNLIKELY = 0.4
"""Below this probability a clause is no question by itself."""
LIKELY = 0.8
"""From this probability a question about no subject in particular is one: "who owns it, and can I delete it?"."""
OF_A_GROUP = frozenset(each for each in Symptom if each.topic == "group")
OF_NOTHING = frozenset({Symptom.ABOUT, Symptom.ACCOUNT, Symptom.SYNC_HEALTH, Symptom.SYNC_ERRORS, Symptom.HISTORY})
"""Symptoms that need no subject."""
Span = tuple[int, int]


def all_of(message: str, locale: str) -> tuple[Understanding, ...]:
    """The questions of a clean message, each once for every group it is asked of."""
    clauses = clauses_of(message) if len(message) <= LONGEST else [(0, len(message))]
    if len(clauses) < 2:
        return asked_of_each(one(message, locale))
    told = told_apart(message, clauses, locale)
    language = one_language(message, told, locale)
    return tuple(each for question in told for each in asked_of_each(replace(question, **language)))


def told_apart(message: str, clauses: Sequence[Span], locale: str) -> list[Understanding]:
    """The questions that clauses make: each begins where its background does, and is read whole once it is known."""
    found: list[Understanding] = []
    ends: list[int] = []
    background: int | None = None
    for start, end in clauses:
        background = start if background is None else background
        if not asks(message[start:end]):
            continue
        follows = following(message, (background, end), found[-1], locale) if found else None
        if found and follows is None:
            ends[-1] = end
        else:
            found.append(follows or at(message, (background, end), locale))
            ends.append(end)
        background = None
    if not found:
        return [one(message, locale)]
    ends[-1] = len(message) if background is not None else ends[-1]
    return [whole(message, meant, end, locale) for meant, end in zip(found, ends, strict=True)]


def whole(message: str, meant: Understanding, end: int, locale: str) -> Understanding:
    """A question with all that goes on after it, read again if there is such."""
    return meant if end <= meant.span[1] else kept(at(message, (meant.span[0], end), locale), meant)


def clauses_of(message: str) -> list[Span]:
    """Where the message may be cut: after its sentences, and where a question of its own follows "and"."""
    found: list[Span] = []
    begin = 0
    for cut in BOUNDARY.finditer(message):
        if (
            cut.start() > begin
            and not ABBREVIATED.search(message[max(0, cut.start() - 6) : cut.start()])
            and len(found) < MOST
        ):
            found.append((begin, cut.start()))
            begin = cut.end()
    return [*found, (begin, len(message))]


def asks(clause: str) -> bool:
    """Whether a clause asks or wants something; the rest is background."""
    return clause.rstrip().endswith("?") or QUESTION.match(clause) is not None or ANOTHER.fullmatch(clause) is not None


def at(message: str, span: Span, locale: str) -> Understanding:
    """The meaning of a part of the message."""
    start, end = span
    lead = LEADING.match(message, start, end)
    start = lead.end() if lead else start
    meant = one(message[start:end], locale)
    return replace(meant, span=(start + meant.span[0], start + meant.span[1]))


def following(message: str, span: Span, before: Understanding, locale: str) -> Understanding | None:
    """The meaning of a clause that asks something else than the one before, or of something else.

    `None` when it only goes on with what was asked.
    """
    if not stands(before) and not (joined(message, span[0]) and before.confidence >= LIKELY):
        return None
    clause = message[span[0] : span[1]]
    another = ANOTHER.fullmatch(clause)
    if another and not QUESTION.match(clause) and is_named(another[1]):
        begin = span[0] + another.start(1)
        same = replace(before, entity=another[1], leftovers=(another[1],), about=None, row=None)
        return replace(same, text=another[1], span=(begin, begin + len(another[1])))
    meant = at(message, span, locale)
    if not meant.entity and not may_be_named(meant) and QUESTION.match(clause):
        meant = of_the_same(meant, before)
    if not meant.entity and not QUESTION_WORD.match(clause) and not joined(message, span[0]):
        return None
    told = (meant.symptom, meant.entity, meant.operation, meant.person, meant.about)
    same = told == (before.symptom, before.entity, before.operation, before.person, before.about)
    apart = stands(meant) or (meant.symptom in OF_A_GROUP and not stands(before))
    return meant if apart and not same and meant.confidence >= UNLIKELY else None


def joined(message: str, place: int) -> bool:
    """Whether a clause is joined to the one before by "and": neither explains the other."""
    return JOINED.search(message[max(0, place - REACH) : place]) is not None


def of_the_same(meant: Understanding, before: Understanding) -> Understanding:
    """A question that points back, with the subject of the one before: "who owns it?", "can she delete it?"."""
    if meant.symptom not in OF_A_GROUP or before.symptom not in OF_A_GROUP:
        return meant
    person = meant.person or (before.person or before.other if meant.of_another else None)
    known = replace(meant, entity=before.entity, entity_kind=before.entity_kind, leftovers=before.leftovers)
    return replace(known, person=person, about=before.about if before.about == "this" else meant.about)


def stands(meant: Understanding) -> bool:
    """Whether a question can be answered by itself."""
    if meant.symptom in {Symptom.HELP, Symptom.OUT_OF_SCOPE}:
        return False
    if meant.symptom in OF_NOTHING and meant.confidence >= LIKELY:
        return True
    return bool(meant.entity or meant.about) or may_be_named(meant)


def may_be_named(meant: Understanding) -> bool:
    """Whether words left over may well be a name: not in a story."""
    return bool(meant.leftovers) and len(meant.text.split()) <= FEW_WORDS


def is_named(text: str) -> bool:
    """Whether it is written like a name and no more."""
    said = text.split()
    return all(word[0].isupper() or word[0].isdigit() or word in {"&", "og", "and"} for word in said)


def kept(meant: Understanding, before: Understanding) -> Understanding:
    """A question as it was read with what goes on after it; what it said by itself, it still says."""
    if not stands(before):
        return meant
    said = replace(before, text=meant.text, span=meant.span, clues=meant.clues)
    if not meant.compared:
        return said
    return replace(
        said, person=meant.person, persons=meant.persons, compared=meant.compared, of_another=meant.of_another
    )


def one_language(message: str, found: Sequence[Understanding], locale: str) -> dict[str, Any]:
    """The language of all of the message, whatever its parts look like."""
    if len(found) == 1:
        return {}
    spoken = masked(message, find_names(message))
    return {"language": spoken_language(spoken, locale), "language_told": bool(language_told(spoken))}
