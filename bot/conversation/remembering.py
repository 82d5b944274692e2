"""Keeping what was just talked about, so that the next message may follow on it."""

from bot.buttons import Undo
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
        subject=subject or (before.subject if before and keeps_the_subject(reply) else None),
        candidates=reply.candidates or chosen_among(before, subject and subject.id),
        report=None if reply.owners else report,  # "do it" must not mean what its card didn't offer
        undo=reply.undo or earlier(before),
        owners=reply.owners,
        foreign=speaker.foreign,
        shared=reply.shared or (before.shared if before else None),
    )
    tools.contexts.remember(speaker, context)
    return reply


def earlier(before: Context | None) -> Undo | None:
    """The way back from what was done before; what it takes back is no longer what was shown last."""
    return before.undo.model_copy(update={"sure": False}) if before and before.undo else None


def keeps_the_subject(reply: Reply) -> bool:
    """Whether "it" still means what it meant: the answer was about a thing the bot can't look into, or can't find."""
    return reply.report is not None or reply.outcome == "not_yet"


def chosen_among(before: Context | None, id: str | None) -> tuple[Candidate, ...]:
    """The groups there were to choose from, if this is one of them: "no, the other one" may still come."""
    candidates = before.candidates if before else ()
    return candidates if any(candidate.group.id == id for candidate in candidates) else ()
