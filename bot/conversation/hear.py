"""A message in, a card out."""

from dataclasses import replace

from bot.buttons import View
from bot.conversation.context import Context, Heard
from bot.conversation.follow_ups import BACK, STOP, THANKS, YES, follow_up
from bot.conversation.in_context import in_context
from bot.conversation.look_up import known_group, named_group
from bot.conversation.misunderstood import NOT_MEANT, misunderstood
from bot.conversation.named import named
from bot.conversation.remembering import remember
from bot.conversation.reply import Reply
from bot.conversation.several import questions_in
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.diagnoses import explaining
from bot.model import Symptom
from bot.understand import Understanding, detect_language, understand
from cards.forgotten import forgotten
from cards.help import help_card
from cards.message_too_long import message_too_long
from cards.not_mine import not_mine
from cards.not_yet import not_yet
from cards.shared import shared
from cards.signed_out import signed_out
from cards.unsure import unsure
from cards.welcome import welcome
from cards.which_group import which_group

LONGEST = 4_000
"""Characters of a message that are still a question; the rest is a document."""
SURE = 0.5
"""Below this confidence the bot asks what was meant."""


async def hear(text: str, speaker: Speaker, tools: Tools) -> Reply:
    """Answer a message. May raise `GraphDown`, and `TokenProblem` when the person has to sign in or consent first."""
    if len(text) > LONGEST:
        return Reply("refused", message_too_long(speaker.voice))
    now = tools.clock.now()
    if NOT_MEANT.fullmatch(text) and (heard := tools.contexts.heard(speaker, now)):
        return await misunderstood(heard, speaker.in_language(detect_language(text, speaker.locale)), tools)
    if THANKS.fullmatch(text):
        return Reply("help", welcome(speaker.in_language(detect_language(text, speaker.locale)).voice))
    context = tools.contexts.of(speaker, now)
    meant = await read(text, speaker, tools)
    tools.contexts.hear(speaker, Heard(now, text, meant))
    follow = follow_up(text, meant, context)
    speaker = speaker.in_language(spoken(text, meant, context if follow else None))
    if follow is None and any(words.fullmatch(text) for words in (YES, BACK, STOP)):
        return Reply("help", forgotten(speaker.voice))
    if follow and context:
        reply = await in_context(follow, context, speaker, tools)
    else:
        reply = without_graph(meant, speaker, tools) or await about_group(meant, speaker, tools)
    return remember(replace(reply, understood=meant), speaker, tools)


async def hear_all(text: str, speaker: Speaker, tools: Tools) -> tuple[Reply, ...]:
    """Answer every question of a message, one by one. May raise as `hear` does; nothing is half answered then."""
    parts = questions_in(text, speaker.locale) if len(text) <= LONGEST else (text,)
    return tuple([await hear(part, speaker, tools) for part in parts])


async def read(text: str, speaker: Speaker, tools: Tools) -> Understanding:
    """What the message means; unsure, a second reader is asked, whose guess is offered and never acted on."""
    meant = named(understand(text, speaker.locale), text)
    if meant.confidence >= SURE or tools.second_opinion is None:
        return meant
    opinion = await tools.second_opinion.ask(text)
    if opinion is None or opinion.symptom is meant.symptom:
        return meant
    others = (meant.symptom, *(each for each in meant.alternatives if each is not opinion.symptom))
    return replace(meant, symptom=opinion.symptom, alternatives=others, entity=meant.entity or opinion.entity)


def spoken(text: str, meant: Understanding, context: Context | None) -> str:
    """The language to answer in: the message's; the conversation's when the words are the same in both languages."""
    if context is None:
        return meant.language
    undecided = detect_language(text, "en-US") != detect_language(text, "da-DK")
    return context.language if undecided else meant.language


def overheard(text: str, speaker: Speaker, asker_mri: str, tools: Tools) -> Reply:
    """Answer a message in a group chat or channel, where others read along.

    Nothing is looked up: the card is neutral, and Teams replaces it for the asker (`29:…`) with what they may see.
    """
    if len(text) > LONGEST:
        return Reply("refused", message_too_long(speaker.voice))
    meant = named(understand(text, speaker.locale), text)
    speaker = speaker.in_language(meant.language)
    reply = without_graph(meant, speaker, tools) or neutral(meant, speaker, asker_mri)
    return replace(reply, understood=meant)


def neutral(meant: Understanding, speaker: Speaker, asker_mri: str) -> Reply:
    """That something was asked, and a way for everybody to see their own answer."""
    named = meant.entity if meant.entity_kind != "user" and meant.about != "this" else None
    if not named and not speaker.this_group:
        return Reply("clarify", which_group(meant.symptom, speaker.voice))
    this = speaker.this_group.id if speaker.this_group and not named else None
    view = View(symptom=meant.symptom, id=this, entity=(named or "")[:256])
    return Reply("answered", shared(speaker.person.name, named, view, speaker.voice, (asker_mri,)))


def without_graph(meant: Understanding, speaker: Speaker, tools: Tools) -> Reply | None:
    """What can be said without reading anything; `None` when the directory has to be asked."""
    voice = speaker.voice
    match meant.symptom:
        case Symptom.HELP:
            return Reply("help", help_card(voice))
        case Symptom.ACCOUNT:
            tools.sign_out(speaker.person)
            tools.contexts.forget(speaker)
            return Reply("account", signed_out(voice))
        case Symptom.OUT_OF_SCOPE:
            return Reply("out_of_scope", not_mine(voice))
        case symptom if meant.confidence < SURE and meant.alternatives:
            choices = (symptom, *meant.alternatives)[:3]
            return Reply("clarify", unsure(choices, meant.entity or "", voice))
        case symptom:
            return None if explaining(symptom) else Reply("not_yet", not_yet(symptom, voice))


async def about_group(meant: Understanding, speaker: Speaker, tools: Tools) -> Reply:
    """Find the group that is meant, then answer."""
    named = meant.entity if meant.entity_kind != "user" else None
    if named and meant.about != "this":
        return await named_group(meant.symptom, named, speaker, tools)
    if speaker.this_group:
        return await known_group(meant.symptom, speaker.this_group, speaker, tools)
    return Reply("clarify", which_group(meant.symptom, speaker.voice), symptom=meant.symptom)
