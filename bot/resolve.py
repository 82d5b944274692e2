"""Which group did they mean? From what they typed to one group, a few to choose from, or none."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from urllib.parse import quote

from pydantic import ValidationError
from rapidfuzz import fuzz

from bot.model import Subject, SubjectKind
from bot.ports import Graph, Hits
from bot.reading import GraphDown, Search
from bot.readings.group import GroupFlags

FIELDS = ",".join(field.alias or name for name, field in GroupFlags.model_fields.items())
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
DIGITS = re.compile(r"\d+")
SEARCH_SIGNS = re.compile(r'["\\]')
"""What a `$search` would have to escape; no word has them."""
CLOSE_ENOUGH = 84
"""Of 100, by rapidfuzz's ratio: one slip in a short name, two in a long one."""
SHOWN = 8
"""How many a picker shows: more is a search result, not a choice."""
SUFFIX = re.compile(r"(?:[- ](?:team|group|list)|(?:[- ]|(?<=\w\w\w))(?:gruppen?s?|teamet|holdet|listen))$", re.I)
"""What people append to a name without its being part of it: "marketinggruppen", "the Sales team" (but not "Steam")."""


class Fit(IntEnum):
    """How well a group fits what was typed; the lower the better."""

    NAMED = 0
    """Its id, its mail address or its display name, as typed."""
    ALSO_CALLED = 1
    """Another of its names, or its display name without what people append."""
    BEGINS = 2
    CONTAINS = 3
    CLOSE = 4
    """Spelt nearly so."""
    NOT = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A group somebody may have meant, with what tells it from its namesakes."""

    group: GroupFlags
    deleted: bool = False

    @property
    def subject(self) -> Subject:
        """The group as the subject of a question."""
        return Subject(SubjectKind.GROUP, self.group.id, self.group.display_name or self.group.id)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to look for a group: whatever it finds fits at least this well, whatever its display name says."""

    search: Search
    fit: Fit = Fit.NOT
    deleted: bool = False


Fitting = tuple[Fit, Candidate]


async def resolve(entity: str, graph: Graph) -> tuple[Candidate, ...]:
    """The groups `entity` may stand for: none, the one, or those to choose from, the likeliest first.

    One round trip. Raises `GraphDown` also when a search that could have found a better one was not answered.
    """
    wanted = entity.strip()
    ways = ways_to(wanted)
    answers = await graph.search([way.search for way in ways])
    found = fitting(wanted, ways, answers)
    certain = any(fit is Fit.NAMED for fit, _ in found)
    if not certain and any(unanswered(answer) for answer in answers):
        raise GraphDown
    return choose(found)


def ways_to(entity: str) -> tuple[Way, ...]:
    """Every way a group can be found by what people type; the recycle bin comes last.

    https://learn.microsoft.com/graph/search-query-parameter
    """
    if GUID.fullmatch(entity):
        deleted = f"/directory/deletedItems/{entity.lower()}/graph.group"
        return (
            Way(Search(f"/groups/{entity.lower()}?$select={FIELDS}"), Fit.NAMED),
            Way(Search(f"{deleted}?$select={FIELDS}"), Fit.NAMED, deleted=True),
        )
    if MAIL.fullmatch(entity):
        mail = literal(entity)
        proxy = literal(f"smtp:{entity}")
        return (
            Way(where(f"mail eq {mail} or proxyAddresses/any(p:p eq {proxy})"), Fit.NAMED),
            Way(in_bin(f"mail eq {mail}"), Fit.NAMED, deleted=True),
        )
    return by_name(common_name(entity))


def by_name(entity: str) -> tuple[Way, ...]:
    """By name as typed, without what people append to it, by its beginning, by its words, and with a slip in it."""
    bare = SUFFIX.sub("", entity) or entity
    names = dict.fromkeys((entity, bare))
    words = SEARCH_SIGNS.sub(" ", bare).strip()
    exact = " or ".join(f"displayName eq {literal(n)} or mailNickname eq {literal(n)}" for n in names)
    return (
        Way(where(exact), Fit.ALSO_CALLED),
        Way(where(f"onPremisesSamAccountName eq {literal(entity)}", eventual=True), Fit.ALSO_CALLED),
        Way(where(f"startsWith(displayName,{literal(bare)})")),
        *((Way(with_words(words), Fit.CONTAINS),) if words else ()),
        Way(where(f"startsWith(displayName,{literal(bare[:3])})", top=100)),
        Way(in_bin(f"startsWith(displayName,{literal(bare)})"), deleted=True),
    )


def where(condition: str, *, eventual: bool = False, top: int = 25) -> Search:
    """Groups for which a `$filter` holds; an advanced one must count as well."""
    count = "&$count=true" if eventual else ""
    return Search(f"/groups?$select={FIELDS}&$filter={quote(condition, safe='')}&$top={top}{count}", eventual)


def with_words(text: str) -> Search:
    """Groups with all these words in their display name, in any order; `text` is without signs that mean something."""
    words = quote(f'"displayName:{text}"', safe="")
    return Search(f"/groups?$select={FIELDS}&$search={words}&$top=25", eventual=True)


def in_bin(condition: str) -> Search:
    """Deleted groups for which a `$filter` holds."""
    url = f"/directory/deletedItems/graph.group?$select={FIELDS}&$filter={quote(condition, safe='')}&$count=true"
    return Search(url, eventual=True)


def literal(value: str) -> str:
    """An OData string: single quotes doubled. https://learn.microsoft.com/graph/query-parameters"""
    return "'" + value.replace("'", "''") + "'"


def common_name(entity: str) -> str:
    """The name in a distinguished name ("CN=Print Admins,OU=…"), or the text itself."""
    found = re.match(r"CN=((?:[^,\\]|\\.)+)", entity, re.I)
    return re.sub(r"\\(.)", r"\1", found[1]) if found else entity


def unanswered(answer: Hits | int) -> bool:
    """Whether Graph said "not now"; a 403 is an answer: what this person may not search isn't there for them."""
    return isinstance(answer, int) and (answer == 429 or answer >= 500)


def fitting(entity: str, ways: Sequence[Way], answers: Sequence[Hits | int]) -> tuple[Fitting, ...]:
    """What was found, each group once, the best fits first."""
    name = common_name(entity)
    found: dict[str, Fitting] = {}
    for way, hits in zip(ways, answers, strict=True):
        for group in groups(hits):
            fit = min(way.fit, fit_of(name, group))
            if group.id not in found or fit < found[group.id][0]:
                found[group.id] = (fit, Candidate(group, way.deleted))
    return tuple(sorted((f for f in found.values() if f[0] < Fit.NOT), key=lambda fitting: fitting[0]))


def groups(hits: Hits | int) -> Iterable[GroupFlags]:
    """The groups among what a search found; anything else Graph may send is passed over."""
    for hit in hits if isinstance(hits, list) else ():
        try:
            yield GroupFlags.model_validate(hit)
        except ValidationError:
            continue


def fit_of(entity: str, group: GroupFlags) -> Fit:
    """How well a group's display name fits what was typed. A wrong digit is no slip: "2025" isn't "2026"."""
    wanted, name = entity.casefold(), (group.display_name or "").casefold()
    bare = SUFFIX.sub("", wanted) or wanted
    near = fuzz.ratio(bare, name) >= CLOSE_ENOUGH and DIGITS.findall(bare) == DIGITS.findall(name)
    fits = (
        (Fit.NAMED, wanted == name),
        (Fit.ALSO_CALLED, bare == name),
        (Fit.BEGINS, name.startswith(wanted)),
        (Fit.CONTAINS, bare in name),
        (Fit.CLOSE, near),
    )
    return next((fit for fit, holds in fits if holds), Fit.NOT)


def choose(found: Sequence[Fitting]) -> tuple[Candidate, ...]:
    """The best kind of match decides; of that kind, all who match.

    A deleted group is only meant when no living one fits as well; it doesn't lose against a mere likeness.
    """
    living = best(each for each in found if not each[1].deleted)
    gone = best(each for each in found if each[1].deleted)
    if living and gone and gone[0][0] < living[0][0]:
        living, gone = ((), gone) if living[0][0] is Fit.CLOSE else (living, gone)
    elif living:
        gone = ()
    return tuple(candidate for _, candidate in (*living, *gone))[:SHOWN]


def best(found: Iterable[Fitting]) -> tuple[Fitting, ...]:
    """Those of the best kind."""
    fits = tuple(found)
    return tuple(each for each in fits if each[0] == fits[0][0])
