"""Which group did they mean? From what they typed to one group, a few to choose from, or none."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from pydantic import ValidationError
from rapidfuzz import fuzz

from bot.model import Subject, SubjectKind
from bot.ports import Graph, Hits
from bot.reading import Search
from bot.readings.group import GroupFlags

FIELDS = ",".join(field.alias or name for name, field in GroupFlags.model_fields.items())
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
CLOSE_ENOUGH = 84
"""Of 100, by rapidfuzz's weighted ratio: one slip in a short name, two in a long one."""
SHOWN = 8
"""How many a picker shows: more is a search result, not a choice."""
SUFFIX = re.compile(r"[- ]?(gruppen?s?|teamet|team|holdet|listen|group|list)$", re.I)
"""What people append to a name without its being part of it: "marketinggruppen"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A group somebody may have meant, with what tells it from its namesakes."""

    group: GroupFlags
    deleted: bool = False

    @property
    def subject(self) -> Subject:
        """The group as the subject of a question."""
        return Subject(SubjectKind.GROUP, self.group.id, self.group.display_name or self.group.id)


async def resolve(entity: str, graph: Graph) -> tuple[Candidate, ...]:
    """The groups `entity` may stand for: none, the one, or those to choose from, the likeliest first.

    One round trip. May raise `GraphDown`.
    """
    wanted = entity.strip()
    answers = await graph.search(searches(wanted))
    return choose(wanted, candidates(answers))


def searches(entity: str) -> tuple[Search, ...]:
    """Every way a group can be found by what people type; the recycle bin comes last.

    https://learn.microsoft.com/graph/search-query-parameter
    """
    if GUID.fullmatch(entity):
        return (
            Search(f"/groups/{entity.lower()}?$select={FIELDS}"),
            Search(f"/directory/deletedItems/{entity.lower()}/graph.group?$select={FIELDS}"),
        )
    if "@" in entity:
        mail = literal(entity)
        proxy = literal(f"smtp:{entity}")
        return (where(f"mail eq {mail} or proxyAddresses/any(p:p eq {proxy})"), *in_bin(f"mail eq {mail}"))
    return by_name(common_name(entity))


def by_name(entity: str) -> tuple[Search, ...]:
    """By name as typed, without what people append to it, by its beginning, by its words, and with a slip in it."""
    bare = SUFFIX.sub("", entity) or entity
    names = dict.fromkeys((entity, bare))
    exact = " or ".join(f"displayName eq {literal(n)} or mailNickname eq {literal(n)}" for n in names)
    words = quote(f'"displayName:{bare}"'.replace("\\", "\\\\"), safe="")
    return (
        where(exact),
        where(f"onPremisesSamAccountName eq {literal(entity)}", eventual=True),
        where(f"startsWith(displayName,{literal(bare)})"),
        Search(f"/groups?$select={FIELDS}&$search={words}&$top=25", eventual=True),
        where(f"startsWith(displayName,{literal(bare[:3])})", top=100),
        *in_bin(f"startsWith(displayName,{literal(bare)})"),
    )


def where(condition: str, *, eventual: bool = False, top: int = 25) -> Search:
    """Groups for which a `$filter` holds; an advanced one must count as well."""
    count = "&$count=true" if eventual else ""
    return Search(f"/groups?$select={FIELDS}&$filter={quote(condition, safe='')}&$top={top}{count}", eventual)


def in_bin(condition: str) -> tuple[Search, ...]:
    """Deleted groups for which a `$filter` holds."""
    url = f"/directory/deletedItems/graph.group?$select={FIELDS}&$filter={quote(condition, safe='')}&$count=true"
    return (Search(url, eventual=True),)


def literal(value: str) -> str:
    """An OData string: single quotes doubled. https://learn.microsoft.com/graph/query-parameters"""
    return "'" + value.replace("'", "''") + "'"


def common_name(entity: str) -> str:
    """The name in a distinguished name ("CN=Print Admins,OU=…"), or the text itself."""
    found = re.match(r"CN=((?:[^,\\]|\\.)+)", entity, re.I)
    return re.sub(r"\\(.)", r"\1", found[1]) if found else entity


def candidates(answers: Sequence[Hits | int]) -> tuple[Candidate, ...]:
    """What was found, each group once; the last answer is the recycle bin's."""
    found: dict[str, Candidate] = {}
    for place, hits in enumerate(answers):
        for hit in hits if isinstance(hits, list) else ():
            try:
                group = GroupFlags.model_validate(hit)
            except ValidationError:
                continue
            found.setdefault(group.id, Candidate(group, deleted=place == len(answers) - 1))
    return tuple(found.values())


def choose(entity: str, found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The best kind of match decides; of that kind, all who match, the living before the deleted."""
    name = common_name(entity)
    ranked = sorted(((rank(name, c), c) for c in found), key=lambda pair: pair[0])
    best = [c for r, c in ranked if r == ranked[0][0] and r < NO_MATCH]
    return tuple(best[:SHOWN])


NO_MATCH = 9


def rank(entity: str, candidate: Candidate) -> int:
    """How well a candidate fits what was typed; lower is better, a deleted group always after a living one."""
    wanted, group = entity.casefold(), candidate.group
    bare = SUFFIX.sub("", wanted) or wanted
    name = (group.display_name or "").casefold()
    if wanted in {group.id, (group.mail or "").casefold(), name}:
        place = 0
    elif name == bare:
        place = 1
    elif name.startswith(bare):
        place = 2
    else:
        place = 3 if bare in name else 4 if fuzz.ratio(bare, name) >= CLOSE_ENOUGH else NO_MATCH
    return min(NO_MATCH, place + 5) if candidate.deleted and place < NO_MATCH else place
