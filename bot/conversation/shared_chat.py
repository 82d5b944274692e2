"""Messages in a group chat or channel, where others read along.

Nothing is looked up: the card is neutral, and Teams replaces it for the asker (`29:…`) with what they may see. What
follows on an earlier message is understood from words everybody has read, never from what one person was shown.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.buttons import View
from bot.conversation.answers.looking_up import asking, word
from bot.conversation.answers.sequels import left, missing
from bot.conversation.answers.standalone_message import LONGEST, without_graph
from bot.conversation.context import Context
from bot.conversation.meaning.asked import asked
from bot.conversation.meaning.language import spoken
from bot.conversation.meaning.phrases import THANKS, YES
from bot.conversation.meaning.sequel import sequel
from bot.conversation.meaning.sequel_kinds import Ask, AskOwner, Forget, Leave, Noted, Other, Sequel, TakeBack
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.conversation.unresolved_question import Wanted
from bot.model import Subject, SubjectKind
from bot.subjects.spelling import GUID
from bot.symptoms import SYMPTOMS
from bot.understand import Understanding, understand
from cards.talk.noted import noted
from cards.talk.shared import shared
from cards.talk.welcome import welcome
from cards.unclear.message_too_long import message_too_long
from cards.unclear.nothing_there import Missing

MISSING: Mapping[type[Sequel], Missing] = {TakeBack: "undo", Other: "choice"}
"""What isn't on any card that everybody sees."""


def overheard(text: str, speaker: Speaker, asker_mri: str, tools: Tools) -> Reply:
    """Answer a message that others have read, too."""
    if len(text) > LONGEST:
        return Reply("refused", message_too_long(speaker.voice))
    before = in_words(tools.contexts.of(speaker, tools.clock.now()))
    meant = understand(text, speaker.locale)
    placed = replace(meant, about=None) if meant.about == "this" and speaker.this_group is None else meant
    follows = after(text, placed, before)
    speaker = speaker.in_language(spoken(meant, before, follows=follows is not None))
    if THANKS.fullmatch(text):
        return Reply("help", welcome(speaker.voice))
    reply = following(follows, before, speaker, asker_mri, tools) if follows else None
    reply = reply or without_graph(meant, text, speaker, tools) or asked_here(meant, speaker, asker_mri)
    return keep(replace(reply, understood=meant), speaker, tools)


def in_words(context: Context | None) -> Context | None:
    """What was talked about as far as everybody here has read it: no answer, no choice, no name that was looked up."""
    if context is None or (view := context.shared) is None:
        return None
    kind = SYMPTOMS[view.symptom].kind or SubjectKind.GROUP
    known = bool(GUID.fullmatch(view.entity))
    subject = Subject(kind, view.entity if known else "", "" if known else view.entity) if view.entity else None
    names = (view.entity,) if view.entity else ()
    wanted = Wanted(view.symptom, view.operation, names=names, detail=view.detail)
    wanted = replace(wanted, person=view.person or None, other=view.other or None)
    return Context(context.at, context.language, wanted, subject, foreign=context.foreign, shared=view)


def after(text: str, meant: Understanding, before: Context | None) -> Sequel | None:
    """What a message follows on; a yes only shows the question again, since it is pressed on one's own answer."""
    if before and before.subject and before.wanted and YES.fullmatch(text):
        return Ask(before.wanted.of(before.subject))
    return sequel(text, meant, before)


def following(follows: Sequel, before: Context | None, speaker: Speaker, mri: str, tools: Tools) -> Reply | None:
    """What was asked, of another object, or something else of this one; `None` when it means nothing here."""
    match follows:
        case Forget():
            return left(follows, speaker, tools)
        case Noted() | Leave():
            return Reply("help", noted(speaker.voice))
        case Ask(wanted=wanted):
            return neutral(view_of(wanted), speaker, mri)
        case AskOwner() if before and before.wanted and before.subject:
            return neutral(view_of(before.wanted.of(before.subject)), speaker, mri)
        case _:
            return missing(MISSING.get(type(follows), "yes"), speaker)


def asked_here(meant: Understanding, speaker: Speaker, mri: str) -> Reply:
    """A question of its own, about what it names or the group of the channel."""
    wanted = asked(meant, speaker)
    if wanted.subject is None and not wanted.names:
        return replace(asking(wanted, "entity", speaker), shared=View(symptom=wanted.symptom, detail=wanted.detail))
    return neutral(view_of(wanted), speaker, mri)


def view_of(wanted: Wanted) -> View:
    """The question as anybody may ask it for themselves: "my photo" is theirs, whoever looks."""
    subject = wanted.subject
    own = subject is not None and subject.kind is not SubjectKind.GROUP
    entity = "" if own else (subject.id or subject.name) if subject else next(iter(wanted.names), "")
    return View(
        symptom=wanted.symptom,
        operation=wanted.operation,
        detail=wanted.detail,
        entity=entity,
        person=word(wanted.person),
        compared=word(wanted.compared),
        other=word(wanted.other),
    )


def neutral(view: View, speaker: Speaker, mri: str) -> Reply:
    """That something was asked, and a way for everybody to see their own answer."""
    named = None if GUID.fullmatch(view.entity) else view.entity or None
    return Reply("answered", shared(speaker.person.name, named, view, speaker.voice, (mri,)), shared=view)


def keep(reply: Reply, speaker: Speaker, tools: Tools) -> Reply:
    """The reply itself; the person's next message here may follow on what it is about."""
    if view := reply.shared:
        now, language = tools.clock.now(), speaker.voice.language
        tools.contexts.remember(speaker, Context(now, language, foreign=speaker.foreign, shared=view))
    return reply
