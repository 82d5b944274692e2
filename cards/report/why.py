"""Why we think so: the evidence; or, without a cause, what was checked and is in order."""

from collections.abc import Sequence

from bot.model import Finding, Report
from bot.texts import Voice, _
from cards import kit


def why(report: Report, voice: Voice) -> Sequence[kit.Element]:
    """The evidence of every finding."""
    proven = [found for found in report.findings.values() if found.because]
    return [block for found in proven for block in proof(found, voice, named=len(proven) > 1)]


def proof(found: Finding, voice: Voice, *, named: bool) -> Sequence[kit.Element]:
    """One finding's evidence, under its title when there are several."""
    rows = kit.facts([(each.label, each.value) for each in found.because], voice)
    return [kit.subheading(found.title, voice), rows] if named else [rows]


def in_order(report: Report, voice: Voice) -> Sequence[kit.Element]:
    """What was checked and found in order; nothing can be said of an object that isn't there."""
    if report.vanished or not report.clear:
        return ()
    return [
        kit.section(
            [kit.subheading(_("Checked, and in order"), voice), kit.ticked(tuple(report.clear.values()), voice)]
        )
    ]
