"""The answer to a question: verdict, what to do, why, what couldn't be seen."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.buttons import About, Again
from bot.model import Report
from bot.texts import Text, Voice, _
from cards import kit
from cards.people.photos import photos
from cards.report.also import ALSO, also
from cards.report.details import details
from cards.report.gaps import gaps, not_looked_at
from cards.report.header import foot, header
from cards.report.offers import offers
from cards.report.picture import picture
from cards.report.verdict import first, sentence, verdict
from cards.report.why import asked_for, in_order

MOST_SHOWN = 4
"""More buttons than this are read by nobody; what has no room stands under Details."""


def answer(
    report: Report,
    checked: datetime,
    voice: Voice,
    nonces: Callable[[], str],
    lead: Text | None = None,
    *,
    reasons: bool = False,
) -> kit.Card:
    """The answer card; `lead` is a line above the verdict, `reasons` shows the evidence without being asked."""
    leave = pages(report, voice)
    shown, spare = offers(report, MOST_SHOWN - len(leave) - 2, voice, nonces)
    others = also(report, shown, voice)
    folds, folded = details(report, spare, voice, reasons=reasons, instead=[ALSO] if others else ())
    again = kit.press(Again(about=About.of(report.question)), _("Check again"), voice)
    body = [
        *opening(report, lead, voice),
        *photos(first(report), voice),
        *kit.ending_in(again, [*leave, *shown.get(leading(report), ()), *folds]),
        *([kit.folded(ALSO, others, shown=not (reasons and folds))] if others else ()),
        *folded,
        *unseen(report, voice),
        foot(checked, voice),
    ]
    return kit.card(body, sentence(report), voice)


def opening(report: Report, lead: Text | None, voice: Voice) -> Sequence[kit.Element]:
    """What it is, and how it stands: what is read in five seconds."""
    said = [kit.paragraph(lead, voice)] if lead else []
    shown = [*picture(report, voice), *asked_for(report, voice)]
    return [header(report, voice), *said, verdict(report, voice), *shown]


def unseen(report: Report, voice: Voice) -> Sequence[kit.Element]:
    """What couldn't be seen, what wasn't looked at, and what is in order where nothing was found to blame."""
    passed = () if report.cause else in_order(report, voice)
    return [*gaps(report, voice), *not_looked_at(report, voice), *passed]


def leading(report: Report) -> str:
    """The id of what the answer begins with, if it begins with a finding."""
    found = first(report)
    return found[0] if found else ""


def pages(report: Report, voice: Voice) -> Sequence[kit.OpenUrl]:
    """The page where the next step is taken, where that is better than any button."""
    page = report.cause.page if report.cause else None
    return [kit.leave(page.label, page.url, voice)] if page else []
