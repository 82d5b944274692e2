"""An answer as one JSON object: a contract that measuring tools read."""

from collections.abc import Sequence
from typing import Any

from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.graph.client import Traffic
from bot.model import Evidence, Finding, Report, Subject, SubjectKind
from bot.reading import Unreadable
from bot.remedy import Remedy
from bot.texts import Voice, say
from bot.understand import Understanding

Json = dict[str, Any]


def as_json(replies: Sequence[Reply], traffic: Traffic, speaker: Speaker) -> Json:
    """The whole answer to the first question of a message, and the others under `more`.

    Texts are in the language of the question, as on the card.
    """
    first, *more = replies
    graph = {
        "requests": traffic.requests,
        "round_trips": traffic.round_trips,
        "batch_parts": traffic.batch_parts,
    }
    said = answer(first, speaker)
    return {**said, "graph": graph, "card": said["card"], "more": [answer(each, speaker) for each in more]}


def answer(reply: Reply, speaker: Speaker) -> Json:
    """One answer."""
    speaking = speaker.in_language(reply.understood.language).voice if reply.understood else speaker.voice
    report = reply.report
    return {
        "outcome": reply.outcome,
        "question": question(reply.understood, report),
        "findings": [finding(id, found, speaking) for id, found in report.findings.items()] if report else [],
        "gaps": [gap(unread) for unread in (report.gaps if report else reply.gaps)],
        "unseen": [gap(unread) for unread in report.unseen] if report else [],
        "card": reply.card.wire(),
    }


def question(meant: Understanding | None, report: Report | None) -> Json:
    """What was understood, and which objects it turned out to be about.

    `person` is for whom it was asked when that isn't the asker, `other` somebody to be added or removed.
    """
    asked = report.question if report else None
    about = asked.subject if asked and report and not report.vanished else None
    return {
        "symptom": meant.symptom if meant else None,
        "language": meant.language if meant else None,
        "confidence": round(meant.confidence, 3) if meant else None,
        "subject": subject(about) if about else None,
        "alternatives": list(meant.alternatives) if meant else [],
        "operation": asked.operation if asked else meant.operation if meant else None,
        "person": person(report) if report and asked and not asked.oneself else None,
        "other": subject(asked.other) if asked and asked.other else None,
    }


def person(report: Report) -> Json:
    """Whose rights were asked about."""
    return {"kind": SubjectKind.USER, "id": report.question.person, "name": report.person}


def subject(of: Subject) -> Json:
    """The object by kind, id and name."""
    return {"kind": of.kind, "id": of.id, "name": of.name}


def finding(id: str, found: Finding, voice: Voice) -> Json:
    """One finding; its order among the others is the card's."""
    return {
        "id": id,
        "severity": found.severity,
        "title": say(found.title, voice),
        "evidence": [evidence(each, voice) for each in found.because],
        "remedies": [remedy(each, voice) for each in found.remedies],
        "hand_off": [remedy(each, voice) for each in found.hand_off],
        "learn": found.learn,
    }


def evidence(each: Evidence, voice: Voice) -> Json:
    """One line of evidence."""
    return {"label": say(each.label, voice), "value": say(each.value, voice)}


def remedy(each: Remedy, voice: Voice) -> Json:
    """One remedy: a button, or what somebody else would have to press."""
    return {"id": each.id(), "label": say(each.button, voice), "danger": each.danger, "role": say(each.role, voice)}


def gap(unread: Unreadable) -> Json:
    """One reading Graph would not give."""
    return {
        "reading": unread.reading.__name__,
        "status": unread.status,
        "code": unread.code,
        "permission": str(unread.needs),
    }
