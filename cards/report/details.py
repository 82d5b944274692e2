"""What is folded away until somebody asks: why we think so, how to do it by hand, and who else can."""

from collections.abc import Sequence

from bot.model import Report
from bot.texts import Text, Voice, _
from cards import kit
from cards.report.by_hand import by_hand
from cards.report.hand_off import hand_offs
from cards.report.why import listed, why

Blocks = Sequence[kit.Element]
DETAILS = "details"


def details(
    report: Report, spare: Sequence[kit.Execute], voice: Voice, *, reasons: bool, instead: Sequence[str]
) -> tuple[Sequence[kit.Toggle], Blocks]:
    """The button, and what it folds out in the place of the containers with the ids `instead`, if there is anything.

    `spare` are buttons that had no room above; with `reasons` all this is folded out already.
    """
    parts = [
        *kit.buttons(spare),
        *part(_("Why I think so"), () if listed(report) else why(report, voice), voice),
        *part(_("Do it by hand"), by_hand(report, voice), voice),
        *part(_("Ask somebody who can"), hand_offs(report, voice), voice),
        *learn_more(report, voice),
    ]
    if not parts:
        return (), ()
    return [kit.fold(_("Details"), [DETAILS, *instead], voice)], [kit.folded(DETAILS, parts, shown=reasons)]


def part(title: Text, blocks: Blocks, voice: Voice) -> Blocks:
    """Blocks under their title, or nothing."""
    return [kit.subheading(title, voice), *blocks] if blocks else ()


def learn_more(report: Report, voice: Voice) -> Blocks:
    """Microsoft's own page about the first thing found."""
    page = next((found.learn for found in report.findings.values() if found.learn), "")
    return [kit.link(_("Read more at Microsoft Learn"), page, voice)] if page else ()
