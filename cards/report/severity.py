"""How serious a finding is: a word, a shape and a colour."""

from bot.model import Finding, Severity
from bot.texts import Text, _
from cards import kit


def word(found: Finding) -> tuple[kit.Accent, Text]:
    """The reader's next move, in a word or two."""
    match found.severity, found.probable:
        case Severity.CAUSE, False:
            return kit.Accent.CAUSE, _("The cause")
        case Severity.CAUSE, True:
            return kit.Accent.CAUSE, _("Likely cause")
        case Severity.RISK, _any:
            return kit.Accent.RISK, _("Risk")
        case _:
            return kit.Accent.NOTE, _("Good to know")


def another(found: Finding) -> tuple[kit.Accent, Text]:
    """Sign and word for what is found beside the first thing."""
    if found.severity is Severity.CAUSE and not found.probable:
        return kit.Accent.CAUSE, _("Another cause")
    return word(found)
