"""Which of the names in a message the question is about, and how sure that is."""

import re
from collections.abc import Sequence

from bot.understand.asked.chunks import small
from bot.understand.asked.slots import personal, taken
from bot.understand.asked.whole_names import whole_names
from bot.understand.names.name import Name, Shape
from bot.understand.names.ordinary import is_ordinary
from bot.understand.names.people import ACCOUNT_PREFIXES
from bot.understand.names.tagger import Tagged
from bot.understand.words import fold

WANTED = {"group": "group", "history": "group", "photo": "user", "profile": "user"}
"""Topic → the kind of thing it is about."""
FEW_WORDS = 7
"""Of a question so short that what ends it, "edit marketing dk", is a name, in lower case too."""
GOES_ON = re.compile(r"\s+(?:&\s+|og\s+|and\s+)?([^\W\d_][\w&+-]*)")
HAS_MORE = re.compile(r":\s+[A-ZÆØÅ0-9]|\s+[-–]\s+\w")
KIND = re.compile(r"(?:gruppe|gruppa|grupp|verteilerliste|distributionslistan?)\s+(?=\S)", re.I)
RENAMES = re.compile(r"\b(?:renam\w+|omdøb\w*|(?:chang\w+|ændre?r?|skifte?r?) (?:the )?nam\w*|navnet)\b", re.I)
NEW_NAME = re.compile(r"\s+(?:to|til)\s+(?=\S)")
CAME_BEFORE = re.compile(r"([\w%&#+-]+\.?)\s+$")


def asked_about(text: str, names: Sequence[Tagged], rules: Sequence[Name], topic: str) -> Tagged | None:
    """The first name of the kind the topic is about, else the first; `names` are those the tagger found in `text`."""
    wanted = WANTED.get(topic)
    found = [*names, *(exactly(name, wanted) for name in rules if overlooked(name, names, topic))]
    if not found and topic == "group" and len(text.split()) <= FEW_WORDS:
        found = [
            exactly(name, wanted) for name in rules if name.shape is Shape.FRAMED and not text[name.end :].strip(" ?.!")
        ]
    return next((name for name in found if name.kind == wanted), next(iter(found), None))


def subject(
    text: str, names: Sequence[Tagged], rules: Sequence[Name], topic: str, roles: Sequence[Name]
) -> Tagged | None:
    """The name a message is about, other than those who have another part in it (`roles`)."""
    own = [name for name in rules if not taken(name, roles)]
    left = [name for name in names if not taken(as_name(name), roles)]
    found = as_quoted(asked_about(text, left, own, topic), own)
    if topic != "group" or (found and found.kind == "group"):
        return old_name(text, without_kind(found)) if found else None
    plain = next((name for name in own if plainly_a_group(name)), None)
    if plain:
        return old_name(text, Tagged(plain.text, plain.start, "group"))
    return found if found is None or personal(as_name(found)) else Tagged(found.text, found.start, "group")


def as_quoted(found: Tagged | None, rules: Sequence[Name]) -> Tagged | None:
    """The name with all that its quotation marks hold."""
    if found is None:
        return None
    whole = next((name for name in rules if name.shape is Shape.QUOTED and name.overlaps(as_name(found))), None)
    return Tagged(whole.text, whole.start, found.kind) if whole else found


def without_kind(name: Tagged) -> Tagged:
    """The name without a group's kind before it, in the languages that put it there: "die Gruppe Marketing DK"."""
    kind = KIND.match(name.text)
    return Tagged(name.text[kind.end() :], name.start + kind.end(), name.kind) if kind else name


def old_name(text: str, name: Tagged) -> Tagged:
    """The name it has, without the one it is to get: "rename Sales to Sales EMEA"."""
    new = NEW_NAME.search(name.text) if RENAMES.search(text[: name.start]) else None
    return Tagged(name.text[: new.start()], name.start, name.kind) if new else name


def plainly_a_group(name: Name) -> bool:
    """Whether it looks like a name, or stands where one would and is written like one."""
    looks = name.shape >= Shape.CAPITALISED or (name.shape is Shape.FRAMED and name.text[:1].isupper())
    return looks and not personal(name)


def is_sure(found: Tagged, rules: Sequence[Name], text: str, language: str) -> bool:
    """Whether it is a name beyond doubt and just this span: what the rules take for one, and nothing more beside it."""
    end = found.start + len(found.text)
    same = next((name for name in rules if name.start == found.start and name.end == end), None)
    if same and same.shape in {Shape.EXACT, Shape.QUOTED}:
        return True
    if any(start <= found.start and end < start + len(name) for start, name in whole_names(text, language)):
        return False
    told = same is not None and same.shape in {Shape.CAPITALISED, Shape.CODED, Shape.CALLED}
    written = any(word[0].isupper() or word[0].isdigit() for word in found.text.split()) and not is_ordinary(found.text)
    return (told or written) and found.text != found.text.lower() and not goes_on(text, found.start, end)


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether the name may be longer: a strange word follows, or a capital or an abbreviation stands before it."""
    following = GOES_ON.match(text, end)
    before = CAME_BEFORE.search(text[max(0, start - 30) : start])
    longer = HAS_MORE.match(text, end) or (following is not None and not is_ordinary(following[1]))
    led = before is not None and before[1][0].isupper() and may_lead(before[1], first=before.start(1) == 0)
    return bool(longer) or led


def may_lead(word: str, *, first: bool) -> bool:
    """Whether a word with a capital before a name may belong to it: an abbreviation, an acronym in mid-sentence."""
    return word.endswith(".") or (not first and word.isupper() and len(word) > 1 and fold(word) not in small())


def as_name(name: Tagged) -> Name:
    """The tagger's find as a span."""
    return Name(name.text, name.start, name.start + len(name.text), Shape.CAPITALISED, name.kind)


def overlooked(name: Name, names: Sequence[Tagged], topic: str) -> bool:
    """Whether a rule's name counts though the tagger passed it over.

    An address or id does; "marketinggruppen" where groups are the topic; and a code where a service account is put into
    something, as that something has a name too.
    """
    if name.shape is Shape.CODED:
        return any(each.text.lower().startswith(ACCOUNT_PREFIXES) for each in names)
    return name.shape is Shape.EXACT or (name.shape is Shape.COMPOUND and topic == "group")


def exactly(name: Name, wanted: str | None) -> Tagged:
    """An address, distinguished name or id; one that may be of either kind is of the kind wanted."""
    text = name.text.removesuffix("'s")
    return Tagged(text, name.start, name.kind or wanted or ("user" if "@" in name.text else "group"))
