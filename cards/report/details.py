"""What is folded away until somebody asks: why we think so, and how to do it by hand."""

from collections.abc import Sequence

from bot.model import Report
from bot.texts import Voice, _
from cards import kit
from cards.report.by_hand import by_hand
from cards.report.hand_off import hand_offs
from cards.report.why import why

Blocks = Sequence[kit.Element]


def details(report: Report, voice: Voice, *, reasons: bool) -> tuple[Sequence[kit.Toggle], Blocks]:
    """The buttons, and what they fold out; with `reasons` the evidence is folded out already."""
    kept = [
        (_("Why I think so"), "why", why(report, voice)),
        (_("Do it by hand"), "by_hand", by_hand(report, voice)),
        (_("Ask somebody who can"), "hand_off", hand_offs(report, voice)),
    ]
    held = [(title, id, blocks) for title, id, blocks in kept if blocks]
    folded = [kit.folded(id, blocks, shown=reasons and id == "why") for _title, id, blocks in held]
    return [kit.fold(title, id, voice) for title, id, _blocks in held], folded


def learn_more(report: Report, voice: Voice) -> Blocks:
    """Microsoft's own page about the first thing found."""
    page = next((found.learn for found in report.findings.values() if found.learn), "")
    return [kit.link(_("Read more at Microsoft Learn"), page, voice)] if page else ()
