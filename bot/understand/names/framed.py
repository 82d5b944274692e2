"""Names told by where they stand: after "the group called", in front of "gruppen", at the end of a known question."""

import re
from collections.abc import Iterator

from bot.understand.names.name import Name, Shape
from bot.understand.names.ordinary import is_ordinary, not_names
from bot.understand.names.people import is_first_name
from bot.understand.words import fold

PIECE = r"[^\W_][\w.&+'/-]*"
SPAN = rf"({PIECE}(?:\s+(?:&\s+)?{PIECE}){{0,4}})"
END = r"\s*[?.!…]*\s*$"
CALLED = re.compile(
    rf"(?:\b(?:called|named|hedder|kaldet|med navnet|ved navn|heter|namens)\s+)(?:gruppen\s+|the\s+)?{SPAN}"
    rf"|\b(?:group|gruppen|teamet|holdet|listen|distributionslisten|sikkerhedsgruppen|maillisten|team|liste|gruppe)\s+{SPAN}",
    re.I,
)
BEFORE = re.compile(rf"\b({PIECE}(?:\s+{PIECE}){{0,2}})[\s-]+(gruppen|teamet|holdet|listen|gruppe|group|team|dl|list|distribution list)\b", re.I)
VERBS = (
    "edit|change|rename|delete|update|manage|modify|leave|join|restore|convert|archive|administer|remove|redigere|rediger|ændre|slette|slet|rette|omdøbe|omdøb|administrere"
    "|opdatere|gendanne|gendan|forlade|konvertere|nedlægge|vedligeholde|styre|members of|members in|members to|owners of|owner of|ejer af|ejere af|ejer|ejere til"
    "|medlemmer til|medlemmer i|medlemmer fra|medlemmer af|medlem af|folk til|folk fra|brugere til|brugere fra|owns|for"
)
LAST = re.compile(rf"\b(?:{VERBS})\s+(?:the\s+)?(?:(?:group|team|list|gruppen|teamet|holdet|listen)\s+)?{SPAN}{END}", re.I)
TARGET = re.compile(
    rf"\b(?:add|invite|put|get|remove|kick|take|tilføj\w*|invitere?|fjerne?|melde?|sætte|lægge|smide?|få)\b.{{1,60}}?"
    rf"\b(?:to|into|from|out of|off|til|fra|ind i|ud af|i)\s+(?:the\s+)?{SPAN}{END}",
    re.I,
)
STATE = (
    r"managed|mastered|synced|synchroni[sz]ed|controlled|owned|from|cloud|in|on|an?|administered|maintained|edited|coming|created|styret|styres|administreret"
    r"|synkroniseret|synket|fra|oprettet|redigeres|med|lavet|en|ad|hjemme|til"
)
WHERE = re.compile(
    rf"(?:^|[,.;:!?\n]\s*|\b(?:if|know|see|tell|whether|om|vide|se|og|and|me)\s+)(?:where|how|who|is|are|hvor|er|hvordan)\s+(?:(?:is|are|do|does|we|i|you|er|bliver|styres|administreres|redigeres|vedligeholdes|kommer|manage|edit|can|change)\s+){{0,3}}"
    rf"(?:the\s+)?{SPAN}?\s+(?:{STATE})\b",
    re.I,
)
WHERE_LAST = re.compile(
    rf"\b(?:hvor|hvem|where|who|why)\s+(?:(?:styres|styrer|administreres|administrerer|redigeres|vedligeholdes|ejer|owns|manages|kan|can|does|do|i|we|is|er|edit|manage|rette|redigere|ændre)\s+){{1,4}}{SPAN}{END}",
    re.I,
)
OWNED = re.compile(rf"\b({PIECE})'s\s+(?:new |old )?(?:photo|picture|pic|avatar|title|phone|department|profile|manager|name|account|licen[cs]e)", re.I)
LAST_WORD = re.compile(r"\s*(?:[?!.,;]|længere|mere|anymore|any more|$)")
COMPOUND = re.compile(r"\b([^\W\d_]{3,}?)s?(?:gruppen|gruppens|holdet|teamet|maillisten)\b", re.I)
KINDS = frozenset(
    "sikkerheds distributions licens mail mails ad bruger brugere adgangs medarbejder projekt ejer e-mail post arbejds m365 o365 teams dynamiske rolle chat user test pilot"
    " whatsapp ledelses kontakt adresse medlems deltager under hoved modul vores prøve produkt fordeler facebook sms skole personale messenger fagd".split()
)


def called(text: str) -> Iterator[Name]:
    """Spans said to be a name, or with the word "group" beside them."""
    for match in CALLED.finditer(text):
        for name in named(match, match.lastindex or 1, Shape.CALLED):
            if match.lastindex == 1 or sentence_case(match, name) and (name.text != name.text.lower() or LAST_WORD.match(text, name.end)):
                yield name
    for match in BEFORE.finditer(text):
        if match.group(2) == match.group(2).lower():
            yield from tail(match)


def sentence_case(match: re.Match[str], name: Name) -> bool:
    """Whether the word "group" in front is no part of the name itself, as it is in "Team Aarhus"."""
    return match.group()[0].islower() or name.text[0].islower()


def framed(text: str) -> Iterator[Name]:
    """Spans where a question has its name, also in lower case."""
    for frame in (LAST, TARGET, WHERE, WHERE_LAST, OWNED):
        for match in frame.finditer(text):
            if match.group(1):
                yield from named(match, 1, Shape.FRAMED)


def compound(text: str) -> Iterator[Name]:
    """Danish names grown together with their kind, "marketinggruppen", as typed."""
    for match in COMPOUND.finditer(text):
        first = fold(match.group(1))
        if first not in {fold(kind).rstrip("s") for kind in KINDS} and first not in KINDS and not is_ordinary(match.group(1)):
            yield Name(match.group(), match.start(), match.end(), Shape.COMPOUND, "group")


def named(match: re.Match[str], index: int, shape: Shape) -> Iterator[Name]:
    """The span up to its first ordinary word, if anything is left."""
    span, start = match.group(index), match.start(index)
    end = 0
    for piece in re.finditer(PIECE, span):
        if stops(piece.group(), begun=end > 0):
            break
        end = piece.end()
    kept = span[:end].rstrip(".'-/&+ ")
    if len(kept) > 1 and not kept.isdigit():
        yield Name(kept, start, start + len(kept), shape)


def tail(match: re.Match[str]) -> Iterator[Name]:
    """The words straight in front of "group", as far back as they are not ordinary."""
    span, start = match.group(1), match.start(1)
    begin = len(span)
    for piece in reversed(list(re.finditer(PIECE, span))):
        if stops(piece.group(), begun=begin < len(span)) or is_first_name(piece.group()):
            break
        begin = piece.start()
    kept = span[begin:]
    if len(kept) > 1 and not kept.isdigit():
        yield Name(kept, start + begin, start + len(span), Shape.FRAMED, "group")


def stops(word: str, *, begun: bool) -> bool:
    """Whether a name can't hold this word: it is ordinary, and not the number, kind or unit names end in."""
    if fold(word) in not_names():
        return not begun
    if any(sign.isdigit() for sign in word):
        return False
    if begun and fold(word) in {"team", "group", "list", "dk", "no", "se", "uk", "club", "board"}:
        return False
    if is_first_name(word) or (word[0].isupper() and word[1:].islower()):
        return False
    return all(is_ordinary(part) for part in word.split("-"))
