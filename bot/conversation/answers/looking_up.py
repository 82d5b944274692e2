"""From names to objects: every name in a message is looked up in one round trip, with the asker's own rights."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.buttons import Meant, Slot
from bot.conversation.meaning.spellings import spellings
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.unresolved_question import Choice, Named, Wanted
from bot.model import Operation, Subject, SubjectKind
from bot.ports import Graph
from bot.resolve import Typed, resolve_all
from bot.scopes import Scope
from bot.subjects import SUBJECTS, Candidate, Fit
from bot.subjects.spelling import GUID, MAIL
from bot.texts import Text, _
from bot.understand.names.people import is_person
from cards.subjects.not_found import not_found
from cards.subjects.picker import picker
from cards.subjects.which import which

READING = (Scope.of_graph(SUBJECTS[SubjectKind.GROUP].gate),)
"""What the bot is for takes at least this."""

Found = Mapping[Typed, tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True)
class Settled:
    """A question in which every object is known."""

    wanted: Wanted
    subject: Subject
    person: Subject | None
    compared: Subject | None
    other: Subject | None
    lead: Text | None = None
    """What is to be said first."""


def gates(wanted: Sequence[Wanted]) -> tuple[str, ...]:
    """The permissions without which "not found" would be the wrong answer; what else is missing leaves gaps."""
    kinds = {each.kind for each in wanted if each.kind}
    people = {SubjectKind.USER} if any(named for each in wanted for _slot, named in each.people) else set[SubjectKind]()
    return tuple(sorted({SUBJECTS[kind].gate for kind in kinds | people}))


async def settled(
    wanted: Sequence[Wanted], speaker: Speaker, graph: Graph, row: str = ""
) -> tuple[Settled | Reply, ...]:
    """Each with its objects, or the question which one is meant; only one when `row` is a group's name.

    May raise `GraphDown`.
    """
    whole = [Typed(row, SubjectKind.GROUP)] if row else []
    found = await looked_up([*whole, *(typed for each in wanted for typed in to_look_up(each))], graph)
    if any(each.fit is Fit.NAMED for name in whole for each in found[name]):
        wanted = (wanted[0].called(row),)
    return tuple(settle(each, found, speaker) for each in wanted)


def to_look_up(wanted: Wanted) -> Iterator[Typed]:
    """Every name in it; an id is known already."""
    if wanted.subject is None and wanted.kind:
        yield from (Typed(name, wanted.kind) for name in wanted.names if not GUID.fullmatch(name))
    for _slot, named in wanted.people:
        if isinstance(named, str) and not GUID.fullmatch(named):
            yield Typed(named, SubjectKind.USER)


async def looked_up(typed: Sequence[Typed], graph: Graph) -> Found:
    """What each name stands for; what isn't found as typed is looked for with Nordic letters."""
    each = [*dict.fromkeys(typed)]
    found = dict(zip(each, await resolve_all(each, graph), strict=True)) if each else {}
    respelt = [(name, Typed(other, name.kind)) for name in each if not found[name] for other in others(name.text)]
    if respelt and not any(found[name] for name in each if name.kind is SubjectKind.GROUP):
        again = zip(respelt, await resolve_all([other for _name, other in respelt], graph), strict=True)
        found |= {name: candidates for (name, _other), candidates in reversed([*again]) if candidates}
    return found


def others(name: str) -> tuple[str, ...]:
    """Other ways to spell a name that may have been typed without Nordic letters."""
    return () if MAIL.fullmatch(name) else spellings(name)


def settle(wanted: Wanted, found: Found, speaker: Speaker) -> Settled | Reply:
    """The objects, or which of them has to be asked for first."""
    wanted = either(wanted, found)
    subject = subject_of(wanted, found, speaker)
    if isinstance(subject, Reply):
        return subject
    wanted = wanted.of(subject)
    if wanted.somebody:
        return asking(wanted, "person", speaker)
    person = somebody("person", wanted.person, wanted, found, speaker)
    compared = somebody("compared", wanted.compared, wanted, found, speaker)
    for each in (person, compared):
        if isinstance(each, Reply):
            return each
    return with_other(
        Settled(wanted, subject, themselves(person, speaker), themselves(compared, speaker), None), found, speaker
    )


def either(wanted: Wanted, found: Found) -> Wanted:
    """It with the name where it belongs, when it may be the subject's or the person's."""
    if not wanted.either or not wanted.otherwise or not wanted.kind:
        return wanted
    name = wanted.names[0]
    is_subject = any(each.fit <= Fit.BEGINS for each in found[Typed(name, wanted.kind)])
    return replace(wanted.called(name), person=None) if is_subject else wanted.of(wanted.otherwise)


def subject_of(wanted: Wanted, found: Found, speaker: Speaker) -> Subject | Reply:
    """What it is of: known, the one that fits best, or a reply that asks."""
    if wanted.subject:
        return wanted.subject
    if not wanted.names or wanted.kind is None:
        return asking(wanted, "entity", speaker)
    name, candidates = best(wanted.names, wanted.kind, found)
    if not candidates and wanted.otherwise:
        return wanted.otherwise
    return one_of(candidates, "entity", name, wanted, speaker)


def best(names: Sequence[str], kind: SubjectKind, found: Found) -> tuple[str, tuple[Candidate, ...]]:
    """The candidates that fit best, whichever of the names they were found by, and that name."""
    every = [(each.fit, -len(name), name, each) for name in names for each in by_name(name, kind, found)]
    if not every:
        return names[0], ()
    fit, _length, best_name, _first = min(every, key=lambda each: each[:2])
    fitting = (each for f, _l, name, each in every if f == fit and (name == best_name or name not in best_name))
    return best_name, tuple({each.subject.id: each for each in fitting}.values())


def by_name(name: str, kind: SubjectKind, found: Found) -> tuple[Candidate, ...]:
    """What a name stands for; an id stands for itself."""
    if GUID.fullmatch(name):
        return (Candidate(Subject(kind, name.lower(), ""), _("{id}", id=name), fit=Fit.NAMED),)
    return found[Typed(name, kind)]


def somebody(slot: Slot, named: Named, wanted: Wanted, found: Found, speaker: Speaker) -> Subject | Reply | None:
    """A person in the question, or the question who is meant."""
    if not isinstance(named, str):
        return named
    candidates = by_name(named, SubjectKind.USER, found)
    if not candidates and not looks_like_somebody(named):
        return None
    return one_of(candidates, slot, named, wanted, speaker)


def looks_like_somebody(named: str) -> bool:
    """Whether it is written like a person's name or address: an everyday word that nobody is called is none."""
    return is_person(named) or named[:1].isupper() or "@" in named


def one_of(
    candidates: tuple[Candidate, ...], slot: Slot, name: str, wanted: Wanted, speaker: Speaker
) -> Subject | Reply:
    """The only one, a choice, or that there is none."""
    if not candidates:
        kind = wanted.kind if slot == "entity" and wanted.kind else SubjectKind.USER
        return Reply("not_found", not_found(kind, name, speaker.voice), wanted=wanted)
    if len(candidates) > 1:
        return offered(Choice(wanted, slot, candidates), name, speaker)
    return next(iter(candidates)).subject


def offered(choice: Choice, name: str, speaker: Speaker) -> Reply:
    """Which of these? `name` is what was typed."""
    card = picker(in_words(choice.wanted, choice.slot), name, choice.candidates, speaker.voice)
    return Reply("clarify", card, wanted=choice.wanted, choice=choice)


def asking(wanted: Wanted, slot: Slot, speaker: Speaker, lead: Text | None = None) -> Reply:
    """What or whom is it about?"""
    kind = wanted.kind if slot == "entity" and wanted.kind else SubjectKind.USER
    return Reply("clarify", which(kind, in_words(wanted, slot), speaker.voice, lead), wanted=wanted)


def in_words(wanted: Wanted, slot: Slot) -> Meant:
    """The question as a button carries it, with one place in it to be filled."""
    return Meant(
        symptom=wanted.symptom,
        operation=wanted.operation,
        detail=wanted.detail,
        entity=word(wanted.subject or next(iter(wanted.names), None)),
        person=word(wanted.person),
        compared=word(wanted.compared),
        other=word(wanted.other),
        slot=slot,
    )


def word(named: Named) -> str:
    """A name as typed, or the id of what is known."""
    return named.id if isinstance(named, Subject) else named or ""


def themselves(person: Subject | Reply | None, speaker: Speaker) -> Subject | None:
    """Nobody else, when it is the asker."""
    return person if isinstance(person, Subject) and person.id != speaker.person.id else None


def with_other(so_far: Settled, found: Found, speaker: Speaker) -> Settled | Reply:
    """With whoever is to be added or removed; only the removal of an owner depends on who that is."""
    named = so_far.wanted.other
    if not isinstance(named, str):
        return replace(so_far, other=named)
    candidates = by_name(named, SubjectKind.USER, found)
    if not candidates:
        said = _("I can't find anybody called “{entity}”, so I looked without knowing who that is.", entity=named)
        return replace(so_far, lead=said)
    if len(candidates) > 1 and so_far.wanted.operation is Operation.REMOVE_OWNER:
        return offered(Choice(so_far.wanted, "other", candidates), named, speaker)
    return replace(so_far, other=candidates[0].subject if len(candidates) == 1 else None)
