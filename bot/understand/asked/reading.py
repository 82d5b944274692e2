"""One question, read whole: its symptom from the models, and who and what is in it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.model import Symptom
from bot.understand.asked.about import about_whom
from bot.understand.asked.beyond_doubt import PAGE, weighed
from bot.understand.asked.clues import clues
from bot.understand.asked.details import detail
from bot.understand.asked.leftovers import leftovers
from bot.understand.asked.operations import operation
from bot.understand.asked.others import others, points_at_one
from bot.understand.asked.owning import owner_apart
from bot.understand.asked.people import one_by_one
from bot.understand.asked.slots import personal, taken
from bot.understand.asked.spoken import spoken_language
from bot.understand.asked.subject import as_name, exactly, is_sure, is_to_be, subject
from bot.understand.asked.whose import Whose, whose
from bot.understand.asked.written_names import written_name
from bot.understand.features import Seen, features
from bot.understand.language import told
from bot.understand.linear_model import Meaning, model
from bot.understand.name_marks import masked
from bot.understand.names import Name
from bot.understand.names.tagger import Tagged, Tagger, tagger
from bot.understand.understanding import Understanding

OFFERED = 3
"""Other readings that are offered at most."""
LIKELY = 0.005
"""Below this probability a reading is not worth offering."""
NAMELESS = frozenset({Symptom.HELP, Symptom.ACCOUNT, Symptom.ABOUT, Symptom.SYNC_HEALTH})
"""Symptoms that are of nothing in particular."""
SURELY = 0.9
"""From this probability what isn't ours names nothing that could be looked up, unless it is but a name."""
UNLIKE_OURS = 0.5
"""From this probability of being out of scope, words of other products may stand in a group's name."""
BARE = 3
"""Words of a message that may be but a name."""
OF_RIGHTS = frozenset(
    {Symptom.GROUP_EDIT, Symptom.GROUP_MEMBERS, Symptom.GROUP_OWNERS, Symptom.GROUP_DELETE, Symptom.GROUP_SOURCE}
)
"""Symptoms whose subject is a group, whoever is named beside it."""
OF_PEOPLE_TOO = frozenset({Symptom.GROUP_MEMBERS, Symptom.GROUP_OWNERS, Symptom.GROUP_EDIT})
"""Symptoms in which somebody may be added, removed or made an owner."""
NOBODYS = frozenset({"out_of_scope", "about", "account", "help"})
"""Topics that are no person's and no group's."""
OF_A_PERSON = frozenset({"photo", "profile"})
"""Topics whose subject is a person, perhaps the one whose rights are asked about: "why can't Lee change his photo?"."""
OF_OTHERS = frozenset({Symptom.HELP, Symptom.ACCOUNT, Symptom.ABOUT, Symptom.HISTORY, Symptom.OUT_OF_SCOPE})
"""Symptoms in which nobody's rights are asked about."""


def reading(seen: Seen, locale: str, *, greeted: bool) -> Understanding:
    """The meaning of a message that says something; `locale` is like "da-DK"."""
    meant = model().meaning(features(seen))
    seen = with_written_name(replace(seen, names=owner_apart(seen.text, one_by_one(seen.names))), meant)
    likely = sorted(weighed(seen, meant.symptoms).items(), key=lambda each: -each[1])
    symptom, chance = Symptom(likely[0][0]), round(likely[0][1], 3)
    rights, done_with = parts_of(seen, symptom)
    roles = (*rights.names, *done_with)
    named = subject_of(seen, symptom, roles, tagger())
    concerns = about(seen, symptom, meant, named, rights)
    spoken = without_names(seen, named)
    heard = Understanding(
        symptom=symptom,
        language=spoken_language(spoken, locale),
        confidence=chance,
        alternatives=tuple(Symptom(other) for other, share in likely[1 : OFFERED + 1] if share >= LIKELY),
        entity=named.text if named else None,
        entity_kind=named.kind if named else None,
        about=concerns,
        greeting=greeted,
        language_told=bool(told(spoken)),
        leftovers=left_over(seen, (symptom, chance), named, roles, concerns),
        text=seen.text,
        span=(0, len(seen.text)),
    )
    return with_parts(heard, rights, done_with)


def with_written_name(seen: Seen, meant: Meaning) -> Seen:
    """With the name an unlikely message ends with, in place of what looked like names within it."""
    written = written_name(seen.text) if meant.symptoms[Symptom.OUT_OF_SCOPE] >= UNLIKE_OURS else None
    if written is None:
        return seen
    return replace(seen, names=(*(name for name in seen.names if not name.overlaps(written[1])), written[1]))


def without_names(seen: Seen, named: Tagged | None) -> str:
    """The message without what says nothing of its language: names, as the "IT" of a group is no English, and pages."""
    written = (as_name(named),) if named and named.text[0].isupper() else ()
    return PAGE.sub(" ", masked(seen.text, (*seen.names, *written)))


def with_parts(heard: Understanding, rights: Whose, done_with: Sequence[Name]) -> Understanding:
    """What is understood, with what is wanted, of whom, and what errors say."""
    return replace(
        heard,
        operation=operation(heard.text, heard.symptom),
        detail=detail(heard.text, heard.symptom),
        person=text_of(rights.person),
        persons=tuple(each.text for each in rights.persons),
        compared=text_of(rights.compared),
        of_another=rights.of_another,
        other=text_of(next(iter(done_with), None)),
        others=tuple(each.text for each in done_with),
        other_before=not done_with and heard.symptom in OF_PEOPLE_TOO and points_at_one(heard.text),
        clues=clues(heard.text),
    )


def parts_of(seen: Seen, symptom: Symptom) -> tuple[Whose, tuple[Name, ...]]:
    """Whose rights a message of this symptom is about, and with whom something is to be done."""
    names = seen.names
    rights = Whose() if symptom in OF_OTHERS else whose(seen.text, names, seen.language)
    done_with = others(seen.text, names, seen.language) if symptom in OF_PEOPLE_TOO else ()
    own = {name.start for name in rights.names}
    return rights, tuple(each for each in done_with if each.start not in own)


def subject_of(seen: Seen, symptom: Symptom, roles: Sequence[Name], taught: Tagger) -> Tagged | None:
    """The name the question is about; somebody with another part in it only if it can be about a person."""
    topic = symptom.topic
    names = taught.names(seen.text, seen.names, topic)
    found = subject(seen.text, names, seen.names, topic, roles)
    if found or symptom in OF_RIGHTS or topic in NOBODYS:
        return found
    known = [name for name in seen.names if personal(name)] if topic in OF_A_PERSON else []
    apart = [name for name in known if not taken(name, roles)]
    whom = next(iter(apart or known), None)
    return exactly(whom, "user") if whom else subject(seen.text, names, seen.names, topic, ())


def about(seen: Seen, symptom: Symptom, meant: Meaning, named: Tagged | None, rights: Whose) -> str | None:
    """Whom it is about; somebody else's rights are somebody else's matter."""
    found = about_whom(symptom, meant.about, seen.concepts, named.kind if named else None)
    return "other" if rights.of_another and found in {None, "self"} else found


def left_over(
    seen: Seen, likeliest: tuple[Symptom, float], named: Tagged | None, roles: Sequence[Name], concerns: str | None
) -> tuple[str, ...]:
    """What may be the subject's name, unless a sure one was found or the question has none."""
    symptom, chance = likeliest
    topic = symptom.topic
    if symptom in NAMELESS or concerns == "this" or (topic in OF_A_PERSON and concerns == "self"):
        return ()
    if named and is_sure(named, seen.names, seen.text, seen.language):
        return ()
    people = [name for name in seen.names if personal(name) and (named is None or name.start != named.start)]
    left = leftovers(
        seen.text,
        (*roles, *people) if topic in {"group", "history"} else roles,
        as_name(named) if named else None,
        seen.language,
    )
    left = tuple(name for name in left if not is_to_be(seen.text, name))
    surely_not = symptom is Symptom.OUT_OF_SCOPE and chance >= SURELY
    return left if not surely_not or len(seen.text.split()) <= BARE else ()


def text_of(name: Name | None) -> str | None:
    """As typed."""
    return name.text if name else None
