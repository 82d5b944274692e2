"""Messages that only make sense after another: "and Sales?", "hvem ejer den så?", "yes do it", "why?", "undo that".

The last subject is taken up only when nothing in the message can name one.
"""

from dataclasses import replace

from bot.conversation.context import Context
from bot.conversation.meaning.asked import symptom_of
from bot.conversation.meaning.bare_names import INTENT, bare_name, elsewhere, looks_named, without_lead
from bot.conversation.meaning.choices import chosen, is_place
from bot.conversation.meaning.phrases import (
    AGAIN,
    ANOTHER,
    ASK,
    BACK,
    NO,
    NOT_THAT,
    OWNED,
    POINTING,
    REASON,
    SEEN,
    STOP,
    WHO,
    WHOLE,
    YES,
)
from bot.conversation.meaning.pointing import about_something_else, objects, of_its_own, operation
from bot.conversation.meaning.sequel_kinds import (
    Ask,
    AskOwner,
    DoIt,
    Forget,
    Leave,
    Noted,
    Other,
    Sequel,
    TakeBack,
    Why,
)
from bot.conversation.meaning.slips import mended
from bot.conversation.unresolved_question import Wanted
from bot.diagnoses import explaining
from bot.model import Subject, SubjectKind, Symptom
from bot.symptoms import SYMPTOMS
from bot.understand import Understanding, understand
from bot.understand.names.people import is_person

SURE = 0.5
"""Below this confidence the bot asks what was meant."""
SHORT = 60
"""Characters of a question that may be about the last subject without a word that points at it."""
CERTAIN = 0.9
COMMANDS = frozenset({Symptom.HELP, Symptom.ACCOUNT, Symptom.ABOUT, Symptom.HISTORY})
MINE = frozenset({Symptom.ACCOUNT, Symptom.ABOUT, Symptom.HISTORY, Symptom.PHOTO_STALE, Symptom.PHOTO_MISSING})
"""Readings that a short message has only when it says so."""


def sequel(text: str, meant: Understanding, context: Context | None) -> Sequel | None:
    """What a message means after what was said before; `None` when it stands on its own.

    Agreeing, taking back and choosing mean nothing by themselves, whatever went before.
    """
    said = mended(text)
    if (consent := consenting(said, context)) is not None:
        return consent
    if context is None:
        return Other(()) if is_place(said) else None
    return (
        command(said, context)
        or choice(said, context)
        or another(said, meant, context)
        or question(said, meant, context)
        or named_alone(said, meant, context)
    )


def consenting(text: str, context: Context | None) -> Sequel | None:
    """A yes, a no or an undo: each is about the last card, and about nothing when that offers nothing."""
    if YES.fullmatch(text):
        return DoIt()
    if BACK.fullmatch(text):
        return TakeBack()
    if NO.fullmatch(text):
        return Leave() if context and offers(context) else Noted()
    return Forget() if STOP.fullmatch(text) else None


def offers(context: Context) -> bool:
    """Whether the last card has something to agree to or to choose."""
    remedies = context.report and any(found.remedies for found in context.report.findings.values())
    return bool(context.confirming or context.undo or context.choice or remedies)


def command(text: str, context: Context) -> Sequel | None:
    """One of the short answers."""
    if SEEN.fullmatch(text):
        return Noted()
    return of_the_last(text, context, context.subject) if context.subject else None


def of_the_last(text: str, context: Context, subject: Subject) -> Sequel | None:
    """What is asked of the last answer: why, whether it still holds, and the owners for help."""
    if ASK.fullmatch(text):
        return AskOwner(subject) if subject.kind is SubjectKind.GROUP else None
    if REASON.fullmatch(text):
        return Why() if context.report else repeated(context, subject)
    return repeated(context, subject) if AGAIN.fullmatch(text) else None


def repeated(context: Context, subject: Subject) -> Ask | None:
    """The last question once more; `None` when it was one that nothing here answers."""
    last = context.wanted
    return Ask(last.of(subject)) if last and explaining(last.symptom, last.operation) else None


def choice(text: str, context: Context) -> Other | None:
    """One of those there were to choose from, before one was chosen or instead of it."""
    there = context.choice.candidates if context.choice else ()
    if context.subject and NOT_THAT.fullmatch(text):
        others = tuple(each for each in there if each.subject.id != context.subject.id)
        return Other(others) if others else None
    said = chosen(text, there) if there else ()
    if not said and NOT_THAT.fullmatch(text):
        said = there
    return Other(said) if said or is_place(text) else None


def another(text: str, meant: Understanding, context: Context) -> Ask | None:
    """What was asked, of another object: after "and", or the right one after a wrong one ("no, Sales")."""
    found = ANOTHER.fullmatch(text)
    if found and not WHOLE.match(found[1]) and not unlike_a_name(found[1], meant, context):
        return same(meant.entity if meant.entity and meant.entity in found[1] else found[1], context)
    return operation_instead(text, context)


def same(name: str, context: Context) -> Ask | None:
    """The last question, of what has this name, or for whom has it."""
    last = context.wanted
    if last is None or last.kind in {None, SubjectKind.TENANT}:
        return None
    if last.somebody and (last.subject or last.names):
        return Ask(last.filled("person", name))
    if last.kind is SubjectKind.GROUP and is_person(name) and context.subject:
        return Ask(replace(last.called(name), otherwise=context.subject, person=name, compared=None, either=True))
    return Ask(last.called(name))


def unlike_a_name(said: str, meant: Understanding, context: Context) -> bool:
    """Whether what comes after "and" is no name: it points at the last subject, or is a printer."""
    if context.subject and not of_its_own(said):
        return True
    if meant.entity and meant.entity in said:
        return False
    if elsewhere(said, meant) and not looks_named(said):
        return True
    return bare_name(said, meant, awaited=True) is None


def operation_instead(text: str, context: Context) -> Ask | None:
    """Something else of the same object: "I meant add members"."""
    if context.subject is None or not INTENT.search(text):
        return None
    meant = understand(without_lead(text))
    fits = fitting(meant.symptom, context.subject) and not meant.entity and operation(without_lead(text))
    return Ask(asking(meant, context.subject, context)) if fits else None


def question(text: str, meant: Understanding, context: Context) -> Ask | None:
    """Something else of the same object, when the message names none."""
    subject = context.subject
    if subject is None or meant.about == "this":
        return None
    if owned := OWNED.fullmatch(text):
        return owners(subject, context) if not owned[1] or not of_its_own(owned[1]) else None
    if meant.entity:
        return None
    if meant.leftovers:
        return perhaps(text, meant, context, subject)
    return without_names(text, meant, context, subject)


def owners(subject: Subject, context: Context) -> Ask | None:
    """Who owns it."""
    return Ask(Wanted(Symptom.GROUP_OWNERS, subject=subject)) if subject.kind is SubjectKind.GROUP else None


def perhaps(text: str, meant: Understanding, context: Context, subject: Subject) -> Ask | None:
    """What may name something is looked up first, and only if nothing is called so, "it" is the last subject."""
    if not POINTING.search(text) or not fitting(meant.symptom, subject):
        return None
    return Ask(replace(asking(meant, subject, context), subject=None, names=meant.leftovers, otherwise=subject))


def without_names(text: str, meant: Understanding, context: Context, subject: Subject) -> Ask | None:
    """Nothing in the message can name a subject."""
    if WHO.search(text) and not about_something_else(text) and subject.kind is SubjectKind.GROUP:
        return Ask(Wanted(Symptom.GROUP_EDIT, subject=subject))
    of_people = meant.person or meant.other or meant.of_another
    if not of_people and not of_its_own(text):
        return about_it(text, meant, context, subject)
    points = POINTING.search(text) or of_people or (len(text) < SHORT and meant.confidence >= SURE)
    return Ask(asking(meant, subject, context)) if fitting(meant.symptom, subject) and points else None


def about_it(text: str, meant: Understanding, context: Context, subject: Subject) -> Ask | None:
    """A message without a thing of its own ("kan jeg redigere det nu?"), whatever so few words were taken for."""
    last = context.wanted
    if meant.clues and subject.kind is not SubjectKind.GROUP:
        return None  # an error message, mostly about a group
    if meant.symptom in MINE or last is None or not explaining(last.symptom, last.operation):
        return None
    if wanted := operation(text):
        told = meant.symptom if fitting(meant.symptom, subject) else wanted
        return Ask(asking(replace(meant, symptom=told), subject, context)) if fitting(told, subject) else None
    return repeated(context, subject) if objects(text) or (POINTING.search(text) and asks(text)) else None


def asking(meant: Understanding, subject: Subject, context: Context) -> Wanted:
    """What a message asks of the last subject; "can he delete it?" is about whom was last asked about."""
    last = context.wanted
    before = last.person if last and meant.of_another and not meant.person else None
    return Wanted(
        symptom=symptom_of(meant),
        operation=meant.operation,
        detail=meant.detail,
        subject=subject,
        person=meant.person or before,
        somebody=meant.of_another and not (meant.person or before),
        compared=meant.compared,
        other=meant.other,
    )


def fitting(symptom: Symptom, subject: Subject) -> bool:
    """Whether a symptom can be one of this object's."""
    return SYMPTOMS[symptom].kind is subject.kind


def asks(text: str) -> bool:
    """Whether it is a question, by its sign or its first word."""
    return text.rstrip().endswith("?") or bool(WHOLE.match(without_lead(text)))


def named_alone(text: str, meant: Understanding, context: Context) -> Ask | None:
    """A name and nothing more: the last question, of what is called so."""
    if meant.symptom in COMMANDS and meant.confidence >= CERTAIN:
        return None
    name = bare_name(text, meant, awaited=context.subject is None)
    return same(name, context) if name else None
