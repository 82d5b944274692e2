"""Keeping what was just talked about, so that the next message may follow on it."""

from bot.conversation.context import Context
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.resolve import Candidate


def remember(reply: Reply, speaker: Speaker, tools: Tools) -> Reply:
    """The reply itself; what it was about takes the place of what was talked about before."""
    report, now = reply.report, tools.clock.now()
    symptom = report.question.symptom if report else reply.symptom
    if symptom is None:
        return reply
    before = tools.contexts.of(speaker, now)
    subject = report.question.subject if report and not report.vanished else None
    context = Context(
        at=now,
        language=speaker.voice.language,
        symptom=symptom,
        subject=subject or (before.subject if before and report else None),
        candidates=reply.candidates or chosen_among(before, subject and subject.id),
        report=report,
        undo=reply.undo or (before.undo if before else None),
    )
    tools.contexts.remember(speaker, context)
    return reply


def chosen_among(before: Context | None, id: str | None) -> tuple[Candidate, ...]:
    """The groups there were to choose from, if this is one of them: "no, the other one" may still come."""
    candidates = before.candidates if before else ()
    return candidates if any(candidate.group.id == id for candidate in candidates) else ()
