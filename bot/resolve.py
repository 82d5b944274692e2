"""Which object did they mean? From what they typed to one, a few to choose from, or none."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from bot.model import SubjectKind
from bot.ports import Graph, Hits
from bot.reading import GraphDown
from bot.subjects import SUBJECTS, Candidate, Fit, Kind, Way
from bot.subjects.group import SUFFIX
from bot.subjects.spelling import common_name

DIGITS = re.compile(r"\d+")
CLOSE_ENOUGH = 84
"""Of 100, by rapidfuzz's ratio: one slip in a short name, two in a long one."""
SHOWN = 8
"""How many a picker shows: more is a search result, not a choice."""
LONGEST = 256
"""Characters of a name: https://learn.microsoft.com/graph/api/resources/group, displayName"""

Fitting = tuple[Fit, Candidate]


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed, and the kind of object it may stand for."""

    text: str
    kind: SubjectKind


async def resolve(typed: str, kind: SubjectKind, graph: Graph) -> tuple[Candidate, ...]:
    """The objects `typed` may stand for: none, the one, or those to choose from, the likeliest first.

    One round trip. Raises `GraphDown` also when a search that could have found a better one was not answered.
    """
    (found,) = await resolve_all((Typed(typed, kind),), graph)
    return found


async def resolve_all(typed: Sequence[Typed], graph: Graph) -> tuple[tuple[Candidate, ...], ...]:
    """What each of these may stand for, all looked up in one round trip. May raise `GraphDown`, as `resolve` does."""
    wanted = [(each.text.strip()[:LONGEST], SUBJECTS[each.kind]) for each in typed]
    ways = [kind.ways(text) if any(map(str.isalnum, text)) else () for text, kind in wanted]
    answers = iter(await graph.search([way.search for each in ways for way in each]) if any(ways) else ())
    return tuple(
        chosen(text, kind, each, [next(answers) for _way in each])
        for (text, kind), each in zip(wanted, ways, strict=True)
    )


def chosen(typed: str, kind: Kind, ways: Sequence[Way], answers: Sequence[Hits | int]) -> tuple[Candidate, ...]:
    """Who is meant, from the answers to every way of looking. May raise `GraphDown`."""
    found = fitting(typed, kind, ways, answers)
    certain = any(fit is Fit.NAMED for fit, _candidate in found)
    if not certain and any(unanswered(answer) for answer in answers):
        raise GraphDown
    return choose(found)


def unanswered(answer: Hits | int) -> bool:
    """Whether Graph said "not now"; a 403 is an answer: what this person may not search isn't there for them."""
    return isinstance(answer, int) and (answer == 429 or answer >= 500)


def fitting(typed: str, kind: Kind, ways: Sequence[Way], answers: Sequence[Hits | int]) -> tuple[Fitting, ...]:
    """What was found, each object once, the best fits first."""
    name = common_name(typed)
    found: dict[str, Fitting] = {}
    for way, hits in zip(ways, answers, strict=True):
        for hit in hits if isinstance(hits, list) else ():
            candidate = kind.candidate(hit, deleted=way.deleted)
            if candidate is None:
                continue
            fit = min(way.fit, fit_of(name, candidate.subject.name))
            if candidate.subject.id not in found or fit < found[candidate.subject.id][0]:
                found[candidate.subject.id] = (fit, candidate)
    return tuple(sorted((f for f in found.values() if f[0] < Fit.NOT), key=lambda fitting: fitting[0]))


def fit_of(typed: str, display_name: str) -> Fit:
    """How well a display name fits what was typed. A wrong digit is no slip: "2025" isn't "2026"."""
    wanted, name = typed.casefold(), display_name.casefold()
    bare = SUFFIX.sub("", wanted) or wanted
    near = fuzz.ratio(bare, name) >= CLOSE_ENOUGH and DIGITS.findall(bare) == DIGITS.findall(name)
    fits = (
        (Fit.NAMED, wanted == name),
        (Fit.ALSO_CALLED, bare == name),
        (Fit.BEGINS, name.startswith(wanted) or whole_words(bare, name)),
        (Fit.CONTAINS, bare in name),
        (Fit.CLOSE, near),
    )
    return next((fit for fit, holds in fits if holds), Fit.NOT)


def whole_words(words: str, name: str) -> bool:
    """Whether a name has these words as they are, "nord" in "ledergruppe nord" but not in "nordlys"."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", name) is not None


def choose(found: Sequence[Fitting]) -> tuple[Candidate, ...]:
    """The best kind of match decides; of that kind, all who match.

    A deleted one is only meant when no living one fits as well; it doesn't lose against a mere likeness.
    """
    living = best(each for each in found if not each[1].deleted)
    gone = best(each for each in found if each[1].deleted)
    if living and gone and gone[0][0] < living[0][0]:
        living, gone = ((), gone) if living[0][0] is Fit.CLOSE else (living, gone)
    elif living:
        gone = ()
    return tuple(replace(candidate, fit=fit) for fit, candidate in (*living, *gone))[:SHOWN]


def best(found: Iterable[Fitting]) -> tuple[Fitting, ...]:
    """Those of the best kind."""
    fits = tuple(found)
    return tuple(each for each in fits if each[0] == fits[0][0])
