"""Messages in a group chat or channel, where others read along.

Nothing is looked up: the card is neutral, and Teams replaces it for the asker (`29:…`) with what they may see. What
follows on an earlier message is understood from words everybody has read, never from what one person was shown.
"""

from dataclasses import replace

from bot.buttons import View
from bot.conversation.asking import asked
from bot.conversation.context import Context
from bot.conversation.follow_up_kinds import About, AskOwner, FollowUp, Forget, Noted, Owners, Same
from bot.conversation.follow_ups import follow_up
from bot.conversation.in_place import in_place, spoken
from bot.conversation.on_its_own import LONGEST, without_graph
from bot.conversation.phrases import THANKS, YES
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.model import Subject, SubjectKind, Symptom
from bot.understand import Understanding
from cards.groups.which_group import which_group
from cards.talk.forgotten import forgotten
from cards.talk.message_too_long import message_too_long
from cards.talk.noted import noted
from cards.talk.shared import shared
from cards.talk.welcome import welcome

LONGEST_NAME = 256
"""Characters of a group's name: https://learn.microsoft.com/graph/api/resources/group"""


def overheard(text: str, speaker: Speaker, asker_mri: str, tools: Tools) -> Reply:
    """Answer a message that others have read, too."""
    if len(text) > LONGEST:
        return Reply("refused", message_too_long(speaker.voice))
    before = in_words(tools.contexts.of(speaker, tools.clock.now()))
    meant, _owners = asked(text, speaker.locale)
    follow = after(text, in_place(meant, speaker), before)
    speaker = speaker.in_language(spoken(text, meant, before if follow else None))
    if THANKS.fullmatch(text):
        return Reply("help", welcome(speaker.voice))
    reply = following(follow, before, speaker, asker_mri, tools) if follow and before else None
    reply = reply or without_graph(meant, speaker, tools) or asked_here(meant, speaker, asker_mri)
    return keep(replace(reply, understood=meant), speaker, tools)


def in_words(context: Context | None) -> Context | None:
    """What was talked about as far as everybody here has read it: no answer, no choice, no name that was looked up."""
    if context is None or (view := context.shared) is None:
        return None
    subject = Subject(SubjectKind.GROUP, view.id or "", view.entity) if view.id or view.entity else None
    return Context(context.at, context.language, view.symptom, subject, foreign=context.foreign, shared=view)


def after(text: str, meant: Understanding, before: Context | None) -> FollowUp | None:
    """What a message follows on; a yes only shows the question again, since it is pressed on one's own answer."""
    if before and before.subject and YES.fullmatch(text):
        return About(before.symptom, before.subject)
    return follow_up(text, meant, before)


def following(follow: FollowUp, before: Context, speaker: Speaker, mri: str, tools: Tools) -> Reply | None:
    """The same of another group, or something else of the same; `None` when it means nothing here."""
    last = before.shared or View(symptom=before.symptom)
    match follow:
        case Forget():
            tools.contexts.forget(speaker)
            return Reply("help", forgotten(speaker.voice))
        case Noted():
            return Reply("help", noted(speaker.voice))
        case Same(entity=entity):
            return neutral(View(symptom=last.symptom, entity=entity[:LONGEST_NAME]), speaker, mri)
        case About(symptom=symptom):
            return neutral(View(symptom=symptom, id=last.id, entity=last.entity), speaker, mri)
        case Owners() | AskOwner():
            return neutral(View(symptom=Symptom.GROUP_EDIT, id=last.id, entity=last.entity), speaker, mri)
        case _:
            return None


def asked_here(meant: Understanding, speaker: Speaker, mri: str) -> Reply:
    """A question of its own, about the group it names or that of the channel."""
    named = meant.entity if meant.entity_kind != "user" and meant.about != "this" else None
    if not named and not speaker.this_group:
        which = which_group(meant.symptom, speaker.voice)
        return Reply("clarify", which, symptom=meant.symptom, shared=View(symptom=meant.symptom))
    this = speaker.this_group.id if speaker.this_group and not named else None
    return neutral(View(symptom=meant.symptom, id=this, entity=(named or "")[:LONGEST_NAME]), speaker, mri)


def neutral(view: View, speaker: Speaker, mri: str) -> Reply:
    """That something was asked, and a way for everybody to see their own answer."""
    return Reply("answered", shared(speaker.person.name, view.entity or None, view, speaker.voice, (mri,)), shared=view)


def keep(reply: Reply, speaker: Speaker, tools: Tools) -> Reply:
    """The reply itself; the person's next message here may follow on what it is about."""
    if view := reply.shared:
        now, language = tools.clock.now(), speaker.voice.language
        context = Context(now, language, view.symptom, foreign=speaker.foreign, shared=view)
        tools.contexts.remember(speaker, context)
    return reply
