"""Why it works for one and not for the other."""

from collections.abc import Callable, Sequence

from bot.buttons import About, Again
from bot.model import Finding, Report, Severity
from bot.texts import Text, Voice, _
from cards import kit
from cards.report.answer import MOST_SHOWN
from cards.report.gaps import gaps
from cards.report.header import foot, header
from cards.report.offers import offers
from cards.report.verdict import first, titled, verdict


def difference(report: Report, works_for: Report, voice: Voice, nonces: Callable[[], str]) -> kit.Card:
    """The verdict of the one it fails for, and what the one it works for has instead."""
    said = sentence(report, works_for)
    (shown, _spare), leading = offers(report, MOST_SHOWN - 1, voice, nonces), first(report)
    again = kit.press(Again(about=About.of(report.question)), _("Check again"), voice)
    body = [
        header(report, voice),
        verdict(report, voice),
        *kit.ending_in(again, shown.get(leading[0], ()) if leading else ()),
        kit.section([kit.subheading(_("The difference"), voice), kit.paragraph(said, voice)]),
        *lacking(report, works_for, voice),
        *gaps(report, voice),
        *(gaps(works_for, voice) if works_for.gaps else ()),
        foot(report.question.asked, voice),
    ]
    return kit.card(body, titled(leading[1]) if leading and not works_for.cause else said, voice)


def sentence(report: Report, works_for: Report) -> Text:
    """What the two verdicts come to, side by side."""
    name, also = works_for.person, works_for.cause
    if also:
        return refused(name, also)
    if works_for.gaps:
        return unclear(name)
    if not report.cause:
        return _("I found nothing that stops either of the two.")
    return _("Nothing stops {person} here.", person=name) if name else _("Nothing stops you here.")


def refused(name: str, also: Finding) -> Text:
    """It can't be so: something stops that one, too."""
    if not name:
        return _("It can't work for you either: {verdict}", verdict=titled(also))
    return _("It can't work for {person} either: {verdict}", person=name, verdict=titled(also))


def unclear(name: str) -> Text:
    """Not enough could be seen of the one it works for."""
    if not name:
        return _("I couldn't see everything about you, so I can't tell what is different.")
    return _("I couldn't see everything about {person}, so I can't tell what is different.", person=name)


def causes(report: Report) -> set[str]:
    """Ids of what stops somebody."""
    return {id for id, found in report.findings.items() if found.severity is Severity.CAUSE}


def lacking(report: Report, works_for: Report, voice: Voice) -> Sequence[kit.Element]:
    """What was checked and is in order for the one, and isn't for the other."""
    passed = tuple(works_for.clear[id] for id in causes(report) if id in works_for.clear)
    if not passed:
        return ()
    name = works_for.person
    title = _("In order for {person}", person=name) if name else _("In order for you")
    return [kit.section([kit.subheading(title, voice), kit.ticked(passed, voice)])]
