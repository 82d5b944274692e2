"""The answer in one sentence, and what to do about it."""

from bot.model import Finding, Report, Severity, Symptom
from bot.operations import all_clear, row
from bot.subjects import SUBJECTS
from bot.texts import Text, Voice, _
from cards import kit
from cards.report.severity import word

OF_RIGHTS = frozenset({Symptom.GROUP_EDIT, Symptom.GROUP_MEMBERS, Symptom.GROUP_DELETE, Symptom.PHOTO_REFUSED})
"""Symptoms of somebody who is stopped; the others ask how something is."""
UNDOCUMENTED = _("Microsoft doesn't document this, so I can't be certain.")


def first(report: Report) -> tuple[str, Finding] | None:
    """What the answer begins with: the cause, else the likelier reason when nothing is refused."""
    found = report.findings.items()
    cause = next((each for each in found if each[1].severity is Severity.CAUSE), None)
    if cause or report.gaps or report.vanished:
        return cause
    return next((each for each in found if each[1].leads), None)


def sentence(report: Report) -> Text:
    """The verdict."""
    found = first(report)
    if found:
        return titled(found[1])
    if report.vanished:
        return SUBJECTS[report.question.subject.kind].words.gone
    if not sure(report):
        return unsure(report)
    return all_clear(report.question, report.person)


def sure(report: Report) -> bool:
    """Whether enough was looked at to say that nothing is wrong."""
    return report.all_clear and row(report.question).certain


def unsure(report: Report) -> Text:
    """That no cause was found, and that this doesn't say much."""
    if not report.gaps:
        return all_clear(report.question, report.person)
    if report.question.symptom not in OF_RIGHTS:
        return _("I couldn't check everything, so I can't be sure about {name}.", name=report.question.subject.name)
    if report.person:
        return _("I couldn't check everything, so I can't tell what stops {person}.", person=report.person)
    return _("I couldn't check everything, so I can't tell what stops you.")


def titled(found: Finding) -> Text:
    """A finding's title, worded as no more than it is."""
    return _("Probably: {verdict}", verdict=found.title) if found.probable else found.title


def verdict(report: Report, voice: Voice) -> kit.Element:
    """The verdict on the colour of its severity, and the next move."""
    found = first(report)
    accent, severity = word(found[1]) if found else standing(report)
    advice = found[1].advice if found else next_move(report)
    doubt = [kit.quiet(found[1].doubt or UNDOCUMENTED, voice, close=False)] if found and found[1].probable else []
    said = [kit.heading(sentence(report), voice), kit.paragraph(advice, voice), *doubt]
    return kit.band(accent, severity, said, voice)


def standing(report: Report) -> tuple[kit.Accent, Text]:
    """How sure it is that nothing is wrong."""
    if not sure(report):
        return kit.Accent.OPEN, _("Not certain")
    return kit.Accent.GOOD, _("All clear")


def next_move(report: Report) -> Text:
    """What to do when no cause was found."""
    if report.vanished:
        return SUBJECTS[report.question.subject.kind].words.gone_advice
    if report.gaps:
        return _("What I could see is in order. Below it says what I couldn't see, and why.")
    if not sure(report):
        return _("I can only look at a part of this so far.")
    match report.question.symptom:
        case Symptom.GROUP_SOURCE:
            return _("Its owners can change it in My Groups, administrators in the Entra admin center.")
        case Symptom.PHOTO_MISSING:
            return _("Where it doesn't show, an old copy is kept. That can take a day, in Teams some days more.")
        case _:
            return fresh_rights(report)


def fresh_rights(report: Report) -> Text:
    """Rights given a moment ago take their time."""
    if report.person:
        return _(
            "If {person} was given the right just now, it can take 15 minutes, or until the next sign-in.",
            person=report.person,
        )
    return _("If you were given the right just now, it can take 15 minutes, or until you sign in again.")
