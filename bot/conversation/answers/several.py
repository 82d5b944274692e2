"""Several questions in one message: all are read in one wave, and what has no room is named."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.answers.standalone_message import without_graph
from bot.conversation.answers.verdicts import IN_ENGLISH, all_answered
from bot.conversation.meaning.asked import asked
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.understand import Understanding
from cards.unclear.left_out import left_out

MOST = 3
"""Answers to one message; more would be a wall of cards."""


async def several(questions: Sequence[Understanding], speaker: Speaker, tools: Tools) -> tuple[Reply, ...]:
    """One card for each question, up to three; the rest are named, never dropped in silence.

    "Research and Development" may be one group: then it is one question.
    """
    now, rest = questions[:MOST], questions[MOST:]
    plain = [(meant, without_graph(meant, meant.text, speaker, tools)) for meant in now]
    wanted = [asked(meant, speaker) for meant, reply in plain if reply is None]
    lead = IN_ENGLISH if speaker.foreign else None
    looked_at = await all_answered(wanted, speaker, tools, lead, row=row_of(questions))
    if len(looked_at) < len(wanted):
        return (replace(looked_at[0], understood=questions[0]),)
    answers = iter(looked_at)
    replies = [replace(reply or next(answers), understood=meant) for meant, reply in plain]
    return (*replies, *([unanswered(rest, speaker)] if rest else ()))


def row_of(questions: Sequence[Understanding]) -> str:
    """The names as they stand in a row, when that is what makes them several questions."""
    rows = {each.row for each in questions}
    return rows.pop() or "" if len(rows) == 1 else ""


def unanswered(rest: Sequence[Understanding], speaker: Speaker) -> Reply:
    """What was asked and isn't answered."""
    names = tuple(dict.fromkeys(each.entity or each.text for each in rest))
    return Reply("clarify", left_out(names, speaker.voice), aside=True)
