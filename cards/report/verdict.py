"""The answer in one sentence, and what to do about it."""

from bot.model import Finding, Report, Severity, Symptom
from bot.texts import Text, Voice, _
from cards import kit
from cards.report.severity import word
from cards.report.symptoms import nothing_stops

UNDOCUMENTED = _("Microsoft doesn't document this, so I can't be certain.")


def cause(report: Report) -> Finding | None:
    """What explains the symptom; `None` when nothing found does."""
    return next((found for found in report.findings.values() if found.severity is Severity.CAUSE), None)


def sentence(report: Report) -> Text:
    """The verdict."""
    found, subject = cause(report), report.question.subject
    if found:
        return titled(found)
    if report.vanished:
        return _("There is no such group any more, or none that you may see.")
    if report.gaps:
        return _("I couldn't check everything, so I can't tell what stops you.")
    return nothing_stops(report.question.symptom, subject.name)


def titled(found: Finding) -> Text:
    """A finding's title, worded as no more than it is."""
    return _("Probably: {verdict}", verdict=found.title) if found.probable else found.title


def verdict(report: Report, voice: Voice) -> kit.Element:
    """The verdict with its severity, and the next move."""
    found = cause(report)
    accent, severity = word(found) if found else standing(report)
    advice = found.advice if found else next_move(report)
    doubt = [kit.quiet(UNDOCUMENTED, voice, close=False)] if found and found.probable else []
    said = [kit.heading(sentence(report), voice), kit.paragraph(advice, voice), *doubt]
    return kit.panel([kit.label(accent, severity, voice), *said])


def standing(report: Report) -> tuple[kit.Accent, Text]:
    """How sure it is that nothing is wrong."""
    if report.gaps or report.vanished:
        return kit.Accent.OPEN, _("Not certain")
    return kit.Accent.GOOD, _("All clear")


def next_move(report: Report) -> Text:
    """What to do when no cause was found."""
    if report.vanished:
        return _("If it was deleted long ago, it can't be brought back. Otherwise ask one of its owners.")
    if report.gaps:
        return _("What I could see is in order. Below it says what I couldn't see, and why.")
    if report.question.symptom is Symptom.GROUP_SOURCE:
        return _("Its owners can change it in My Groups, administrators in the Entra admin center.")
    return _("If you were given the right just now, it can take 15 minutes, or until you sign in again.")
