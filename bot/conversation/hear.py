"""A message in, a card out."""

from dataclasses import replace

from bot.conversation.asking import asked
from bot.conversation.context import Heard
from bot.conversation.follow_ups import follow_up
from bot.conversation.in_context import in_context
from bot.conversation.in_place import in_place, spoken
from bot.conversation.misunderstood import NOT_MEANT, misunderstood
from bot.conversation.named import SURE
from bot.conversation.on_its_own import LONGEST, about_group, without_graph
from bot.conversation.overhear import overheard
from bot.conversation.phrases import BACK, STOP, THANKS, YES
from bot.conversation.remembering import remember
from bot.conversation.reply import Reply
from bot.conversation.several import asks_of_it, questions_in
from bot.conversation.several_groups import one_by_one
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.understand import Understanding, detect_language
from cards.talk.forgotten import forgotten
from cards.talk.message_too_long import message_too_long
from cards.talk.welcome import welcome

__all__ = ["SURE", "hear", "hear_all", "overheard"]
UNANSWERED = frozenset({"clarify", "not_found"})
"""After these nobody knows yet what "it" is."""


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
    meant, owners = await read(text, speaker, tools)
    tools.contexts.hear(speaker, Heard(now, text, meant))
    follow = follow_up(text, in_place(meant, speaker), context)
    speaker = speaker.in_language(spoken(text, meant, context if follow else None))
    if follow and context:
        reply = await in_context(follow, context, speaker, tools)
    elif any(words.fullmatch(text) for words in (YES, BACK, STOP)):
        return Reply("help", forgotten(speaker.voice))
    else:
        reply = without_graph(meant, speaker, tools) or await about_group(meant, speaker, tools, owners=owners)
    return remember(replace(reply, understood=meant), speaker, tools)


async def hear_all(text: str, speaker: Speaker, tools: Tools) -> tuple[Reply, ...]:
    """Answer every question of a message, one by one. May raise as `hear` does; nothing is half answered then."""
    parts = questions_in(text, speaker.locale) if len(text) <= LONGEST else (text,)
    replies: list[Reply] = []
    for question in [each for part in parts for each in await one_by_one(part, speaker, tools)]:
        if not replies or replies[-1].outcome not in UNANSWERED or not asks_of_it(question):
            replies.append(await hear(question, speaker, tools))
    return tuple(replies)


async def read(text: str, speaker: Speaker, tools: Tools) -> tuple[Understanding, bool]:
    """What the message means, and whether it asks who owns a group.

    Unsure, a second reader is asked, whose guess is offered and never acted on.
    """
    meant, owners = asked(text, speaker.locale)
    if meant.confidence >= SURE or tools.second_opinion is None:
        return meant, owners
    opinion = await tools.second_opinion.ask(text)
    if opinion is None or opinion.symptom is meant.symptom:
        return meant, owners
    others = (meant.symptom, *(each for each in meant.alternatives if each is not opinion.symptom))
    return replace(meant, symptom=opinion.symptom, alternatives=others, entity=meant.entity or opinion.entity), owners
