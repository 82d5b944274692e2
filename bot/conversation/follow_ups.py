"""Messages that only make sense after another: "and Sales?", "hvem ejer den så?", "yes do it", "why?", "undo that".

Pure: the words and what was talked about go in, what is meant comes out.
"""

from bot.conversation.bare_names import INTENT, bare_name, elsewhere, looks_named, without_lead
from bot.conversation.choices import chosen
from bot.conversation.context import Context
from bot.conversation.follow_up_kinds import (
    About,
    AskOwner,
    DoIt,
    FollowUp,
    Forget,
    Noted,
    Other,
    Owners,
    Same,
    TakeBack,
    Why,
)
from bot.conversation.named import OF_GROUPS, SURE
from bot.conversation.phrases import (
    AGAIN,
    ANOTHER,
    ASK,
    BACK,
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
from bot.conversation.pointing import about_something_else, objects, of_its_own, operation
from bot.conversation.slips import mended
from bot.diagnoses import explaining
from bot.model import Subject, Symptom
from bot.understand import Understanding, understand
from bot.understand.names.people import is_person

SHORT = 60
"""Characters of a question that may be about the last subject without a word that points at it."""
CERTAIN = 0.9
COMMANDS = frozenset({Symptom.HELP, Symptom.ACCOUNT, Symptom.HISTORY})
MINE = frozenset({Symptom.ACCOUNT, Symptom.HISTORY, Symptom.PHOTO_STALE, Symptom.PHOTO_MISSING})
"""Readings that a short message has only when it says so."""


def follow_up(text: str, meant: Understanding, context: Context | None) -> FollowUp | None:
    """What a message means after what was said before; `None` when it stands on its own."""
    if context is None:
        return None
    said = mended(text)
    if YES.fullmatch(said):
        return agreed(context)
    return (
        command(said, context)
        or choice(said, context)
        or another(said, meant, context)
        or question(said, meant, context)
        or named_alone(said, meant, context)
    )


def command(text: str, context: Context) -> FollowUp | None:
    """One of the short answers."""
    if STOP.fullmatch(text):
        return Forget()
    if BACK.fullmatch(text) and context.undo:
        return TakeBack()
    if SEEN.fullmatch(text):
        return Noted()
    return of_the_last(text, context, context.subject) if context.subject else None


def of_the_last(text: str, context: Context, subject: Subject) -> FollowUp | None:
    """What is asked of the last answer: why, whether it still holds, and the owners for help."""
    if ASK.fullmatch(text):
        return AskOwner(subject)
    if REASON.fullmatch(text):
        return Why() if context.report else repeated(context, subject)
    return repeated(context, subject) if AGAIN.fullmatch(text) else None


def agreed(context: Context) -> FollowUp | None:
    """Yes to what was shown last: a way back, or what the answer offered."""
    if context.undo and context.undo.sure:
        return TakeBack(sure=True)
    return DoIt() if context.report else None


def repeated(context: Context, subject: Subject) -> FollowUp | None:
    """The last question once more; `None` when it was one that nothing here answers."""
    if context.owners:
        return Owners(subject)
    return About(context.symptom, subject) if explaining(context.symptom) else None


def choice(text: str, context: Context) -> FollowUp | None:
    """One of those there were to choose from, before one was chosen or instead of it."""
    if context.subject and NOT_THAT.fullmatch(text):
        others = tuple(each for each in context.candidates if each.group.id != context.subject.id)
        return Other(others) if others else None
    said = chosen(text, context.candidates) if context.candidates else ()
    if not said and NOT_THAT.fullmatch(text):
        said = context.candidates
    return Other(said) if said else None


def another(text: str, meant: Understanding, context: Context) -> FollowUp | None:
    """The same of another group: after "and", or the right one after a wrong one ("no, Sales", "I meant Sales")."""
    found = ANOTHER.fullmatch(text)
    if found and not WHOLE.match(found[1]) and not unlike_a_group(found[1], meant, context):
        return Same(meant.entity if meant.entity and meant.entity in found[1] else found[1])
    return operation_instead(text, context)


def unlike_a_group(said: str, meant: Understanding, context: Context) -> bool:
    """Whether what comes after "and" is no name: it points at the last subject, or is a printer."""
    if context.subject and not of_its_own(said):
        return True
    if meant.entity and meant.entity in said:
        return False
    if elsewhere(said, meant) and not looks_named(said):
        return True
    return bare_name(said, meant, awaited=True) is None


def operation_instead(text: str, context: Context) -> FollowUp | None:
    """Something else of the same group: "I meant add members"."""
    if context.subject is None or not INTENT.search(text):
        return None
    meant = understand(without_lead(text))
    fits = meant.symptom in OF_GROUPS and not meant.entity and operation(without_lead(text))
    return About(meant.symptom, context.subject) if fits else None


def question(text: str, meant: Understanding, context: Context) -> FollowUp | None:
    """Something else of the same group."""
    subject = context.subject
    if subject is None or meant.about == "this":
        return None
    if owned := OWNED.fullmatch(text):
        return Owners(subject) if not owned[1] or not of_its_own(owned[1]) else None
    if meant.entity:
        return None
    if WHO.search(text) and not about_something_else(text):
        return About(Symptom.GROUP_EDIT, subject)
    if not of_its_own(text):
        return about_it(text, meant, context, subject)
    points = POINTING.search(text) or (len(text) < SHORT and meant.confidence >= SURE)
    return About(meant.symptom, subject) if meant.symptom in OF_GROUPS and points else None


def about_it(text: str, meant: Understanding, context: Context, subject: Subject) -> FollowUp | None:
    """A message without a thing of its own ("kan jeg redigere det nu?"), whatever so few words were taken for."""
    if meant.symptom in MINE or not explaining(context.symptom):
        return None
    if wanted := operation(text):
        return About(meant.symptom if meant.symptom in OF_GROUPS else wanted, subject)
    return repeated(context, subject) if objects(text) or (POINTING.search(text) and asks(text)) else None


def asks(text: str) -> bool:
    """Whether it is a question, by its sign or its first word."""
    return text.rstrip().endswith("?") or bool(WHOLE.match(without_lead(text)))


def named_alone(text: str, meant: Understanding, context: Context) -> FollowUp | None:
    """A name and nothing more: the last question, of that group."""
    if meant.symptom in COMMANDS and meant.confidence >= CERTAIN:
        return None
    name = bare_name(text, meant, awaited=context.subject is None)
    no_group = name and is_person(name) and explaining(context.symptom)
    return Same(name) if name and not no_group else None
