"""A drawing under the verdict, where one shows faster than words what it says.

It is chosen by the evidence that the card shows: no diagnosis has to say that there is one, and a drawing can't say
more than was read.
"""

from collections.abc import Mapping, Sequence

from bot.model import Evidence, Finding, Report, Severity
from bot.texts import Text, Voice, _
from cards import kit
from cards.report.verdict import first

LOCKED = (
    "chain-locked",
    _("Changes go from Active Directory to the cloud. The way back, from the cloud to Active Directory, is closed."),
)
CUT = "chain-cut", _("Nothing comes from Active Directory to the cloud: the way is cut.")
MOVING = "chain-moving", _("The way from Active Directory to the cloud is being changed right now.")

CHAINS: Mapping[tuple[str, str], tuple[str, Text]] = {
    ("Source of authority", "Active Directory"): LOCKED,
    ("Source of authority", "Active Directory ({domain})"): LOCKED,
    ("Source of authority", "Active Directory, from the next sync"): MOVING,
    ("Source of authority", "the cloud, while sync is still enabled"): MOVING,
    ("On-premises sync", "was on, is off now"): CUT,
    ("Last sync", ""): CUT,
}
"""Label and value of a cause's evidence, as templates → the drawing and its words.

The value is "" when it is an instant. When the last sync is a cause, it was too long ago.
"""
TO_ACTIVATE = "Roles that can be activated"


def picture(report: Report, voice: Voice) -> Sequence[kit.Element]:
    """The drawing that goes with the cause the answer begins with, if there is one."""
    found = first(report)
    if not found or found[1].severity is not Severity.CAUSE:
        return ()
    if any(each.label.template == TO_ACTIVATE for each in found[1].because):
        return [kit.steps("role", voice)]
    return [kit.drawing(*shown, voice) for shown in chain(found[1])]


def chain(found: Finding) -> Sequence[tuple[str, Text]]:
    """The way from Active Directory to the cloud as this finding knows it; none when it says nothing of it."""
    return [CHAINS[told(each)] for each in found.because if told(each) in CHAINS][:1]


def told(each: Evidence) -> tuple[str, str]:
    """A piece of evidence without what stands in its holes."""
    return each.label.template, each.value.template if isinstance(each.value, Text) else ""
