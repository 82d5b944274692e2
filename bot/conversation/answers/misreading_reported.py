"""What people mean by "that's not what I meant": kept without names for the next training, and asked again."""

from bot.conversation.context import Heard
from bot.conversation.meaning.unknown_words import unknown_words
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.model import Symptom
from bot.understand.names import find_names
from cards.unclear.unsure import unsure

LIKELIEST = (Symptom.GROUP_EDIT, Symptom.GROUP_MEMBERS, Symptom.GROUP_SOURCE)
"""Offered when the bot had no second guess of its own."""


async def misunderstood(heard: Heard, speaker: Speaker, tools: Tools) -> Reply:
    """Keep what was misread, in words that are everybody's, and offer the other readings."""
    meant = heard.meant
    await tools.misunderstandings.keep(
        heard.text,
        [*((name.start, name.end) for name in find_names(heard.text)), *unknown_words(heard.text)],
        at=tools.clock.now(),
        language=meant.language,
        symptom_taken=meant.symptom,
        confidence=meant.confidence,
    )
    others = tuple(each for each in (*meant.alternatives, *LIKELIEST) if each is not meant.symptom)
    return Reply("clarify", unsure(others, meant.entity or "", speaker.voice))
