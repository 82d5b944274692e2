"""Why we think so: the evidence; or, without a cause, what was checked and is in order."""

from collections.abc import Sequence

from bot.model import Finding, Report, Symptom
from bot.texts import Voice, _
from cards import kit

CHECKS = "checks"


def why(report: Report, voice: Voice) -> Sequence[kit.Element]:
    """The evidence of every finding."""
    proven = [found for found in report.findings.values() if found.because]
    return [block for found in proven for block in proof(found, voice, named=len(proven) > 1)]


def proof(found: Finding, voice: Voice, *, named: bool) -> Sequence[kit.Element]:
    """One finding's evidence, under its title when there are several."""
    rows = kit.facts([(each.label, each.value) for each in found.because], voice)
    return [kit.subheading(found.title, voice), rows] if named else [rows]


def listed(report: Report) -> bool:
    """Whether the evidence is what was asked for: who the owners are, when there are several."""
    found = next(iter(report.findings.values()), None)
    return report.question.symptom is Symptom.GROUP_OWNERS and found is not None and len(found.because) > 1


def asked_for(report: Report, voice: Voice) -> Sequence[kit.Element]:
    """The list that was asked for, for all to see."""
    return why(report, voice) if listed(report) else ()


def in_order(report: Report, voice: Voice) -> Sequence[kit.Element]:
    """How many checks passed, and folded under that which; nothing can be said of an object that isn't there."""
    if report.vanished or not report.clear:
        return ()
    count = len(report.clear)
    said = _("✓ {count} checks passed", count=count) if count > 1 else _("✓ 1 check passed")
    passed = [kit.subheading(_("Checked, and in order"), voice), kit.ticked(report.clear.values(), voice)]
    return kit.unfolding(said, CHECKS, voice), kit.folded(CHECKS, passed)
