"""What else was found, in short."""

from collections.abc import Mapping, Sequence

from bot.model import Finding, Report
from bot.texts import Voice, _
from cards import kit
from cards.report.severity import another
from cards.report.verdict import first, titled

ALSO = "also"
"""Id of the container these stand in; the details take its place, since they name every finding with its evidence."""


def also(report: Report, buttons: Mapping[str, list[kit.Execute]], voice: Voice) -> Sequence[kit.Element]:
    """Everything found but the cause the card began with."""
    leading = first(report)
    others = [(id, found) for id, found in report.findings.items() if not leading or id != leading[0]]
    if not others:
        return ()
    return kit.subheading(_("Also"), voice), *(in_short(found, buttons[id], voice) for id, found in others)


def in_short(found: Finding, buttons: Sequence[kit.Execute], voice: Voice) -> kit.Element:
    """One finding in three lines."""
    said = [kit.label(*another(found), voice), kit.paragraph(titled(found), voice), kit.quiet(found.advice, voice)]
    return kit.section([*said, *kit.buttons(buttons)], line=True)
