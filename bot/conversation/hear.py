"""A message in, cards out: one for each question in it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.answers.misreading_reported import misunderstood
from bot.conversation.answers.second_reader import with_second_reader
from bot.conversation.answers.sequels import in_context
from bot.conversation.answers.several import several
from bot.conversation.answers.standalone_message import LONGEST, on_its_own, told_to
from bot.conversation.context import Context, Heard
from bot.conversation.meaning.asked import of_a_person
from bot.conversation.meaning.deeds import deed, of_oneself
from bot.conversation.meaning.language import spoken
from bot.conversation.meaning.phrases import NOT_MEANT, THANKS
from bot.conversation.meaning.sequel import SURE, sequel
from bot.conversation.meaning.sequel_kinds import Ask
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.conversation.unresolved_question import Wanted
from bot.model import Subject, SubjectKind, Symptom
from bot.understand import Understanding, understand_all
from cards.talk.welcome import welcome
from cards.unclear.message_too_long import message_too_long

__all__ = ["SURE", "hear", "hear_all"]


async def hear(text: str, speaker: Speaker, tools: Tools) -> Reply:
    """The answer to a message, the first one when it holds several questions. May raise as `hear_all` does."""
    return (await hear_all(text, speaker, tools))[0]


async def hear_all(text: str, speaker: Speaker, tools: Tools) -> tuple[Reply, ...]:
    """Answer every question of a message.

    May raise `GraphDown`, and `TokenProblem` when the person has to sign in or consent first; nothing is half answered
    then.
    """
    if len(text) > LONGEST:
        return (Reply("refused", message_too_long(speaker.voice)),)
    questions = [each for meant in understand_all(text, speaker.locale) for each in for_each(meant)]
    return await heard(text, questions, speaker, tools)


def for_each(meant: Understanding) -> Sequence[Understanding]:
    """One question for everybody it is asked for; what isn't understood is asked about once."""
    if len(meant.persons) < 2 or meant.confidence < SURE:
        return (meant,)
    return [replace(meant, person=person, persons=(person,)) for person in meant.persons]


async def heard(text: str, questions: Sequence[Understanding], speaker: Speaker, tools: Tools) -> tuple[Reply, ...]:
    """What is said to it."""
    now, (meant, *more) = tools.clock.now(), questions
    context, before = tools.contexts.of(speaker, now), tools.contexts.heard(speaker, now)
    answered = answering(meant, context, speaker)
    if NOT_MEANT.fullmatch(text) and before:
        return (tools.remember(await misunderstood(before, answered, tools), answered),)
    if THANKS.fullmatch(text):
        return (Reply("help", welcome(answered.voice), aside=True),)
    tools.contexts.hear(speaker, Heard(now, text, meant))
    if more:
        return tuple(tools.remember(reply, answered) for reply in await several(questions, answered, tools))
    return (await one(text, await with_second_reader(meant, text, tools), context, speaker, tools),)


async def one(text: str, meant: Understanding, context: Context | None, speaker: Speaker, tools: Tools) -> Reply:
    """The answer to a message with one question, or none."""
    placed = replace(meant, about=None) if meant.about == "this" and speaker.this_group is None else meant
    placed, meant = (with_somebody(each, context) for each in (placed, meant))
    follows = None if of_a_person(placed) else sequel(text, placed, context)
    speaker = answering(meant, context, speaker, follows=follows is not None)
    if of_oneself(text) and (remedy := deed(text)):
        reply = await told_to(remedy, of_the_speaker(speaker), meant, speaker, tools)
    elif isinstance(follows, Ask) and (remedy := deed(text)) and follows.wanted.kind is SubjectKind.GROUP:
        reply = await told_to(remedy, follows.wanted, meant, speaker, tools)
    elif follows:
        reply = await in_context(follows, context, speaker, tools)
    else:
        reply = await on_its_own(meant, text, speaker, tools)
    return tools.remember(replace(reply, understood=meant), speaker)


def of_the_speaker(speaker: Speaker) -> Wanted:
    """A question about whoever writes, before it is known what is to be done."""
    return Wanted(Symptom.PHOTO_REFUSED).of(Subject(SubjectKind.USER, speaker.person.id, speaker.person.name))


def with_somebody(meant: Understanding, context: Context | None) -> Understanding:
    """The message with whom it points at: "make him an owner" is about whoever was last asked about."""
    last = context.wanted if context else None
    who = (last.other or last.person) if last and meant.other_before else None
    return replace(meant, other=who.id if isinstance(who, Subject) else who) if who else meant


def answering(meant: Understanding, context: Context | None, speaker: Speaker, *, follows: bool = True) -> Speaker:
    """The speaker, in the language to answer in."""
    return speaker.in_language(spoken(meant, context, follows=follows))
