"""The answer to a question: verdict, what to do, why, what couldn't be seen."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.buttons import About, Again
from bot.model import Report
from bot.texts import Text, Voice, _
from cards import kit
from cards.people.photos import photos
from cards.report.also import also
from cards.report.details import details, learn_more
from cards.report.gaps import gaps, not_looked_at
from cards.report.header import header
from cards.report.offers import offers
from cards.report.verdict import first, sentence, verdict
from cards.report.why import in_order


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
    folds, folded = details(report, voice, reasons=reasons)
    shown = offers(report, kit.MOST_BUTTONS - len(folds) - 1 - len(pages(report, voice)), voice, nonces)
    body = [
        header(report, checked, voice),
        *([kit.paragraph(lead, voice)] if lead else ()),
        *(verdict(report, voice), *photos(first(report), voice)),
        *kit.buttons([*pages(report, voice), *shown.get(leading(report), ())]),
        *also(report, shown, voice),
        *gaps(report, voice),
        *not_looked_at(report, voice),
        *(() if report.cause else in_order(report, voice)),
        *kit.buttons([*folds, kit.press(Again(about=About.of(report.question)), _("Check again"), voice)]),
        *folded,
        *learn_more(report, voice),
    ]
    return kit.card(body, sentence(report), voice)


def leading(report: Report) -> str:
    """The id of what the answer begins with, if it begins with a finding."""
    found = first(report)
    return found[0] if found else ""


def pages(report: Report, voice: Voice) -> Sequence[kit.OpenUrl]:
    """The page where the next step is taken, where that is better than any button."""
    page = report.cause.page if report.cause else None
    return [kit.leave(page.label, page.url, voice)] if page else []
