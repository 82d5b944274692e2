"""The places in a sentence where a name stands, as expressions whose first group that matched is the span."""

import re

PIECE = r"[^\W_][\w.&+'/-]*"
SPAN = rf"({PIECE}(?:\s+(?:&\s+)?{PIECE}){{0,4}})"
END = r"\s*[?.!…]*\s*$"
CALLED = re.compile(
    rf"\b(?:called|named|hedder|kaldet|med navnet|ved navn|heter|namens)\s+(?:gruppen\s+|the\s+)?{SPAN}"
    r"|\b(?:group|team|gruppen?|teamet|holdet|listen?|distributionslisten|sikkerhedsgruppen|maillisten)"
    rf"\s+{SPAN}",
    re.I,
)
"""The first group is said to be a name; the second only follows the word "group"."""
BEFORE = re.compile(
    rf"\b({PIECE}(?:\s+{PIECE}){{0,2}})[\s-]+"
    r"(gruppen|teamet|holdet|listen|gruppe|group|team|dl|list|distribution list)\b",
    re.I,
)
CHANGE = (
    "edit|change|rename|delete|update|manage|modify|leave|join|restore|convert|archive|administer|remove"
    "|redigere?|ændre|slette?|rette|omdøbe?|administrere|opdatere|gendanne?|forlade|konvertere|nedlægge|vedligeholde|styre"
)
BELONG = (
    "members (?:of|in|to)|owners? of|owns|for|ejere? af|ejere?|ejere til|medlem af|medlemmer (?:til|i|fra|af)"
    "|folk (?:til|fra)|brugere (?:til|fra)"
)
LAST = re.compile(
    rf"\b(?:{CHANGE}|{BELONG})\s+(?:the\s+)?(?:(?:group|team|list|gruppen|teamet|holdet|listen)\s+)?{SPAN}{END}",
    re.I,
)
TARGET = re.compile(
    r"\b(?:add|invite|put|get|remove|kick|take|tilføj\w*|invitere?|fjerne?|melde?|sætte|lægge|smide?|få)\b.{1,60}?"
    rf"\b(?:to|into|from|out of|off|til|fra|ind i|ud af|i)\s+(?:the\s+)?{SPAN}{END}",
    re.I,
)
STATE = (
    "managed|mastered|synced|synchroni[sz]ed|controlled|owned|administered|maintained|edited|coming|created|from|cloud|in|on"
    "|an?|styret|styres|administreret|synkroniseret|synket|redigeres|oprettet|lavet|fra|med|en|ad|hjemme|til"
)
WHERE = re.compile(
    r"(?:^|[,.;:!?\n]\s*|\b(?:if|know|see|tell|whether|om|vide|se|og|and|me)\s+)(?:where|how|who|is|are|hvor|er|hvordan)\s+"
    r"(?:(?:is|are|do|does|we|i|you|manage|edit|can|change|er|bliver|styres|administreres|redigeres|vedligeholdes|kommer)"
    rf"\s+){{0,3}}(?:the\s+)?{SPAN}?\s+(?:{STATE})\b",
    re.I,
)
WHERE_LAST = re.compile(
    r"\b(?:where|who|why|hvor|hvem)\s+(?:(?:owns|manages|can|does|do|i|we|is|er|edit|manage|kan|styres|styrer|ejer|rette"
    rf"|administreres|administrerer|redigeres|redigere|vedligeholdes|ændre)\s+){{1,4}}{SPAN}{END}",
    re.I,
)
OWNED = re.compile(
    rf"\b({PIECE})'s\s+(?:new |old )?"
    r"(?:photo|picture|pic|avatar|title|phone|department|profile|manager|name|account|licen[cs]e)",
    re.I,
)
FRAMES = (LAST, TARGET, WHERE, WHERE_LAST, OWNED)
COMPOUND = re.compile(r"\b([^\W\d_]{3,}?)s?(?:gruppen|gruppens|holdet|teamet|maillisten)\b", re.I)
LAST_WORD = re.compile(r"\s*(?:[?!.,;]|længere|mere|anymore|any more|$)")
