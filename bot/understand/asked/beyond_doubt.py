"""What a message says of its symptom beyond doubt, whatever the models make of its words."""

import re
from collections.abc import Mapping

from bot.model import Symptom
from bot.object_id import OBJECT_ID as GUID
from bot.understand.asked.clues import clues
from bot.understand.asked.details import the_one
from bot.understand.asked.leftovers import leftovers
from bot.understand.asked.operations import LEAVE
from bot.understand.asked.owning import OWNS
from bot.understand.asked.people import one_by_one
from bot.understand.asked.seeing import left_behind, of_the_group, of_the_members
from bot.understand.asked.slots import personal
from bot.understand.asked.whose import whose
from bot.understand.asked.written_names import written_name
from bot.understand.features import Seen

REQUEST = re.compile(
    rf"\b(PATCH|PUT|POST|DELETE)\s+(?:https?://[\w.-]{{1,60}})?/?(?:v1\.0/|beta/)?(groups|users|me)(?:/{GUID})?"
    r"((?:/[\w$.-]{1,60}){0,4})(?![\w/])",
    re.I,
)
"""A request to Microsoft Graph that changes something, as an error message quotes it."""
OF_A_GROUP = re.compile(
    rf"(?:\b(?:group|team)s?(?:[-_ ]?id)?|GroupDetails\w*)[/=:]{{1,3}}(?:[\w~]{{1,40}}/){{0,4}}{GUID}", re.I
)
OF_A_USER = re.compile(rf"(?:\busers?(?:[-_ ]?id)?|UserProfile\w*)[/=:]{{1,3}}(?:[\w~]{{1,40}}/){{0,4}}{GUID}", re.I)
"""The id in the address of a page or of a request, with what says whose it is."""
CALLED = re.compile(r"\W*(?:(?:the|my|our)\s+)?(?:[Gg]roup|[Tt]eam|[Gg]ruppen?|[Tt]eamet|[Hh]oldet?)\s+(\S.{0,80}?)\W*")
"""What begins with a group's kind."""
PAGE = re.compile(r"\bhttps?://\S{1,600}", re.I)
EDGES = " \t\n.,!?:;\"'“”»«()"
ASKS = re.compile(
    r"\b(?:i|me|myself|we|us|jeg|mig|vi|os|man)\b.{0,60}\?|\b(?:how|can'?t|cannot|unable|want|let|get|please|hvordan"
    r"|kan|vil|må|hvorfor|why|unsubscribe|afmeld|frameld|udmeld|fjern|remove)\b",
    re.I,
)
GROUP_WORD = re.compile(r"\b(?:groups?|teams?|\w*gruppen?|teamet|holdet|\w*listen?|mailing list)\b", re.I)
FOLLOWS = re.compile(
    r"\b(?:updat(?:e|es|ed|ing)|refresh(?:es|ed)?|opdater(?:es|er|et|ing))\b.{0,60}\b(?:auto\w+|by itself|af sig selv)"
    r"|\b(?:auto\w+)\b.{0,40}\b(?:updat\w+|opdater\w+)",
    re.I,
)
"""Whether something keeps up by itself."""
ARCHIVE = re.compile(r"\b(?:un|de)?archiv(?:e|es|ed|ing)\b|\b(?:af)?arkiver(?:e|es|er|et)?\b|\bgenåbn\w*", re.I)
DELETE = re.compile(r"\b(?:delet|remov|restor|slet|fjern|gendan|nedl)", re.I)
LAST_SYNCED = re.compile(
    r"\b(?:when|how long ago)\s+(?:was|were|did|is)\s+(.{1,80}?)\s+(?:last\s+|latest\s+|get\s+)*sync\w*"
    r"|\b(?:hvornår|hvor længe siden)\s+(?:blev|er|var)\s+(.{1,80}?)\s+(?:sidst\s+|senest\s+)*syn[ck]\w*"
    r"|\bsyn[ck]\w*\s+(?:of|af)\s+(.{1,80}?)(?=\s+(?:running|working|ok|fine|down|kører|virker|nede)\b|[?.!]|$)",
    re.I,
)
"""When something was synced last: of a group, the answer that says where it is managed has the time."""
ACCESS = re.compile(
    r"\b(?:access to|adgang til)\s+(?:the |gruppen |teamet )?([A-ZÆØÅ0-9].{0,80}?)(?: group| team)?\W*$"
)
"""What somebody wants to be let into; things of other products are no names."""
IT = re.compile(r"it|den|det|(?:this|that|the) (?:group|team|list)|(?:denne |den )?(?:gruppen?|listen?)|teamet", re.I)
RESTORES = re.compile(
    r"\b(?:restor\w*|undelet\w*|recover\w*|(?:bring|get)\w*\s[^?!.\n]{0,30}\bback|gendan\w*|genskab\w*|(?:få|hent)\w*\s[^?!.\n]{0,30}\btilbage)\b",
    re.I,
)
OF_THEIRS = re.compile(
    r"\b(?:photo|picture|avatar|billede\w*|foto\w*|licen\w*|files?|fil\w*|mail\w*|onedrive|profil\w*|access|adgang"
    r"|owner\w*|ejer\w*|member\w*|medlem\w*|groups?|teams?|\w*gruppe\w*|rights?|rettighed\w*|password|adgangskode)\b",
    re.I,
)
"""Something of a person's, which isn't the person."""
OF_SEEING_MEMBERS = frozenset(
    {Symptom.GROUP_MEMBERS, Symptom.GROUP_EDIT, Symptom.GROUP_OWNERS, Symptom.OUT_OF_SCOPE, Symptom.ABOUT}
)
OF_SEEING = frozenset({Symptom.GROUP_MEMBERS, Symptom.GROUP_EDIT, Symptom.GROUP_SYNC})
"""What questions about seeing something of a group may be taken for."""
DELVE = re.compile(r"\bdelves?\b", re.I)
"""What is gone was for looking at people's profiles and changing one's own."""
MINE = re.compile(r"\b(?:my|mit|min|mine)\b", re.I)
OF_PHOTOS = re.compile(r"\b(?:photos?|pictures?|avatars?|\w*billeder?\w*|\w*fotos?\w*)\b", re.I)
UNSURE = 0.5
NEARLY_SURE = 0.9
UNSAID = frozenset({Symptom.OUT_OF_SCOPE, Symptom.HELP, Symptom.ACCOUNT, Symptom.SYNC_HEALTH})
"""Symptoms that a message has which names no group."""
TOPICS = {"group": ("group",), "user": ("photo", "profile")}
"""Kind → the topics of its symptoms."""
BY_PATH = (
    ("groups", "/members", Symptom.GROUP_MEMBERS),
    ("groups", "/owners", Symptom.GROUP_OWNERS),
    ("groups", "/assignlicense", Symptom.GROUP_LICENSES),
    ("groups", "/onpremisessyncbehavior", Symptom.GROUP_SOURCE),
    ("users", "/photo", Symptom.PHOTO_REFUSED),
    ("me", "/photo", Symptom.PHOTO_REFUSED),
)
"""What stands before the id, what follows it, and what such a request changes."""
MOSTLY = {
    "group": (Symptom.GROUP_EDIT, Symptom.GROUP_MEMBERS, Symptom.GROUP_DELETE),
    "user": (Symptom.PHOTO_MISSING, Symptom.PHOTO_REFUSED, Symptom.PROFILE_EDIT),
}
"""What is mostly asked of one that is named and no more."""


def weighed(seen: Seen, chances: Mapping[str, float]) -> Mapping[str, float]:
    """Symptom → probability: what the models say, within what the message says itself."""
    likeliest = Symptom(max(chances, key=lambda each: chances[each]))
    doubtful = chances[likeliest] < NEARLY_SURE
    of_a_profile = meant_of_a_profile(seen.text, likeliest) if doubtful else None
    if certain := requested(seen.text) or told_by_clues(seen) or of_a_profile or meant_of_its_state(seen, likeliest):
        return only(certain, chances)
    if chances[likeliest] < UNSURE and may_another_change_it(seen):
        chances = within(chances, TOPICS["group"])
    if likeliest in UNSAID and (certain := meant_of_a_group(seen)):
        return only(certain, chances)
    if likeliest is Symptom.GROUP_DELETE and ARCHIVE.search(seen.text) and not DELETE.search(seen.text):
        # Archiving a team or opening it again is a change of it: nothing is deleted.
        return only(Symptom.GROUP_EDIT, chances)
    if likeliest is Symptom.OUT_OF_SCOPE and (written := written_name(seen.text)):
        return only(written[0], chances)
    kind, alone = named_alone(seen)
    if kind and alone:
        return dict.fromkeys(chances, 0.0) | {each.value: 1 / len(MOSTLY[kind]) for each in MOSTLY[kind]}
    return within(chances, TOPICS[kind]) if kind else chances


def only(symptom: Symptom, chances: Mapping[str, float]) -> Mapping[str, float]:
    """Certainty of one symptom; the others stay possible at 0."""
    return dict.fromkeys(chances, 0.0) | {symptom.value: 1.0}


def requested(text: str) -> Symptom | None:
    """What a quoted request was to change."""
    found = REQUEST.search(text)
    if found is None:
        return None
    method, kind, rest = found[1].upper(), found[2].lower(), found[3].lower()
    for before, after, symptom in BY_PATH:
        if kind == before and rest.startswith(after):
            return symptom
    if rest or kind == "me":
        return None
    if kind == "users":
        return Symptom.PROFILE_EDIT if method == "PATCH" else None
    return {"PATCH": Symptom.GROUP_EDIT, "DELETE": Symptom.GROUP_DELETE}.get(method)


def told_by_clues(seen: Seen) -> Symptom | None:
    """What an error says was tried of something named: 113 is a group that can't be deleted while it holds licences."""
    return Symptom.GROUP_DELETE if "error_licensed_group" in clues(seen.text) and names_something(seen) else None


def meant_of_a_profile(text: str, likeliest: Symptom) -> Symptom | None:
    """A detail of one's own, or Delve, where profiles were changed; a photo in it is still a photo."""
    if likeliest.topic == "profile" and MINE.search(text) and the_one(text):
        return likeliest
    return Symptom.PROFILE_EDIT if DELVE.search(text) and not OF_PHOTOS.search(text) else None


def meant_of_a_group(seen: Seen) -> Symptom | None:
    """Leaving one, or whether it keeps up by itself, when one is named."""
    if LEAVE.search(seen.text) and ASKS.search(seen.text) and (GROUP_WORD.search(seen.text) or names_something(seen)):
        return Symptom.GROUP_MEMBERS
    if (access := ACCESS.search(seen.text)) and access[1] in named(seen):
        return Symptom.GROUP_MEMBERS
    if (synced := LAST_SYNCED.search(seen.text)) and is_one(next(filter(None, synced.groups())), seen):
        return Symptom.GROUP_SOURCE
    return Symptom.GROUP_SYNC if FOLLOWS.search(seen.text) and names_something(seen) else None


def meant_of_its_state(seen: Seen, likeliest: Symptom) -> Symptom | None:
    """Who is in a group, whether it shows, who owns it, or that only Active Directory has lost it."""
    if restores_somebody(seen):
        return Symptom.GROUP_DELETE
    if likeliest.topic != "group" and not names_something(seen):
        return None
    if left_behind(seen.text) and likeliest is not Symptom.GROUP_LICENSES:
        return Symptom.GROUP_DELETE
    if OWNS.search(seen.text) and (likeliest.topic == "group" or likeliest is Symptom.ABOUT):
        return Symptom.GROUP_OWNERS
    if likeliest in OF_SEEING_MEMBERS and of_the_members(seen.text):
        return Symptom.GROUP_MEMBERS
    return Symptom.GROUP_MEMBERS if likeliest in OF_SEEING and of_the_group(seen.text) else None


def restores_somebody(seen: Seen) -> bool:
    """Whether a person is to be brought back, and nothing else is named."""
    somebody = any(map(personal, seen.names)) and not names_something(seen)
    return somebody and bool(RESTORES.search(seen.text)) and not OF_THEIRS.search(seen.text)


def is_one(words: str, seen: Seen) -> bool:
    """Whether these words are something named, or point at it."""
    return bool(IT.fullmatch(words)) or words in named(seen)


def may_another_change_it(seen: Seen) -> bool:
    """Whether it is asked if somebody named can do something, and something else is named or left over."""
    people = whose(seen.text, one_by_one(seen.names), seen.language).names
    return bool(people) and bool(leftovers(seen.text, people, None, seen.language))


def named(seen: Seen) -> frozenset[str]:
    """All that is named, and all that may be."""
    sure = (name.text for name in seen.names if not personal(name))
    return frozenset((*sure, *leftovers(seen.text, (), None, seen.language)))


def names_something(seen: Seen) -> bool:
    """Whether something that is no person is named, or words are left over that are written like a name."""
    if any(not personal(name) for name in seen.names):
        return True
    return any(name[0].isupper() for name in leftovers(seen.text, seen.names, None, seen.language))


def named_alone(seen: Seen) -> tuple[str | None, bool]:
    """The kind of what is named, and whether the message does no more than name it.

    The address of its page tells the kind, or a word before its name where nothing else stands.
    """
    rest = PAGE.sub(" ", seen.text).strip(EDGES)
    called, of_page = CALLED.fullmatch(rest), kind_of_page(seen.text)
    if called is None and of_page is None:
        return None, False
    name = called[1] if called else rest
    may_be = {*(each.text for each in seen.names), *leftovers(rest, (), None, seen.language)}
    alone = not rest or name in may_be
    return "group" if called and alone else of_page, alone


def kind_of_page(text: str) -> str | None:
    """The kind of what an address in the message is of; of two kinds, neither."""
    group, user = OF_A_GROUP.search(text), OF_A_USER.search(text)
    if bool(group) == bool(user):
        return None
    return "group" if group else "user"


def within(chances: Mapping[str, float], topics: tuple[str, ...]) -> Mapping[str, float]:
    """The probabilities of the symptoms of these topics alone, adding up to 1; the others stay possible at 0."""
    kept = {each: share for each, share in chances.items() if Symptom(each).topic in topics}
    whole = sum(kept.values())
    if not whole:
        return chances
    return dict.fromkeys(chances, 0.0) | {each: share / whole for each, share in kept.items()}
