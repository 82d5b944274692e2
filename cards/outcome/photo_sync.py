"""What became of a photo that SharePoint was to fetch."""

from bot.model import Report
from bot.texts import Voice, _
from cards import kit
from cards.outcome.later import told


def it_is_through(report: Report, voice: Voice) -> kit.Card:
    """SharePoint has fetched it; what other programs show is another matter."""
    title = _("It's through: SharePoint has fetched your photo.")
    said = _("Pages you have open can show the old one until you reload them.")
    return told(kit.Accent.GOOD, _("Done"), title, said, report.question, voice)


def not_yet_through(report: Report, check: str, voice: Voice) -> kit.Card:
    """A day has gone by, which should have been enough; `check` is the address of Microsoft's own check."""
    title = _("Not yet: SharePoint hasn't fetched your photo in 24 hours.")
    said = _(
        "Next, open SharePoint once more in a private window. If that doesn't help, ask your IT support to run "
        "Microsoft's own check, an administrator's page: {address}",
        address=check,
    )
    return told(kit.Accent.RISK, _("Not certain"), title, said, report.question, voice)
