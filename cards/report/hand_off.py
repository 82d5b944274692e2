"""What takes a role the reader doesn't have: words for somebody who has it, ready to be sent."""

from collections.abc import Iterator, Sequence

from bot.model import Finding, Report
from bot.remedy import Remedy
from bot.texts import Text, Voice, _, say
from cards import kit


def hand_offs(report: Report, voice: Voice) -> Sequence[kit.Element]:
    """For each thing somebody else can do, the text to send to them."""
    found = [(each, remedy) for each in report.findings.values() for remedy in each.hand_off]
    return [
        kit.section(
            [
                kit.subheading(remedy.handed_on[0], voice),
                kit.copied(message(report, finding, remedy, voice), voice),
            ]
        )
        for finding, remedy in found
    ]


def message(report: Report, finding: Finding, wish: Remedy, voice: Voice) -> str:
    """The request with its evidence, as plain text in the reader's language."""
    return "\n".join(say(line, voice) for line in lines(report, finding, wish))


def lines(report: Report, finding: Finding, wish: Remedy) -> Iterator[Text]:
    """What it is about, what was found, what is asked for."""
    yield _("About {name} (id {id})", name=report.question.subject.name, id=report.question.subject.id)
    yield finding.title
    for each in finding.because:
        yield _("{label}: {value}", label=each.label, value=each.value)
    yield _("Please do this: {wish}", wish=wish.handed_on[1])
    for change in wish.changes:
        yield _(
            "{label}: now {before}, afterwards {after}", label=change.label, before=change.before, after=change.after
        )
