"""The mobile number was changed in the cloud once, and Active Directory's no longer counts.

Seen as   The mobile number is right in Active Directory and stays old in Microsoft 365, sync after sync.
Why       A mobile number set in Microsoft Entra goes before that of Active Directory from then on, unless the
          sync's feature BypassDirSyncOverrides is on.
Put right An administrator changes it in Microsoft Entra too, or turns the feature on.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.person_details import Property
from bot.reading import Unreadable
from bot.readings.profile import Details, SyncFeatures
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-bypassdirsyncoverrides"


@explains(
    Symptom.PROFILE_STALE,
    checks=_("whether the mobile number still follows Active Directory"),
    unless=("own_contact_overrides",),
)
def diagnose(question: Question, details: Details, features: SyncFeatures | Unreadable) -> Verdict:
    """Speaks of a synchronised account's mobile number, unless the sync overrules the cloud."""
    if question.detail is None or question.detail.property is not Property.MOBILE:
        return NOT_APPLICABLE
    if not details.visible:
        return Unreadable(Details, 200, "NotVisible")
    if not details.synced:
        return NOT_APPLICABLE
    if isinstance(features, SyncFeatures) and features.overrules_the_cloud:
        return None
    return detached(details, features)


def detached(details: Details, features: SyncFeatures | Unreadable) -> Finding:
    """The verdict: what can happen to such numbers, for whether it did can't be read."""
    return Finding(
        severity=Severity.CAUSE,
        title=_("A mobile number changed in the cloud once no longer follows Active Directory."),
        advice=_(
            "If that happened to this one, what Active Directory has doesn't count. Ask your IT support to change it "
            "in Microsoft Entra too, or to turn on BypassDirSyncOverrides."
        ),
        because=(
            Evidence(_("Microsoft Entra has"), details.mobile_phone or _("nothing")),
            Evidence(
                _("BypassDirSyncOverrides"),
                _("not visible to you") if isinstance(features, Unreadable) else _("off"),
            ),
        ),
        learn=LEARN,
        probable=True,
        doubt=_("I can't see whether it was ever changed in the cloud."),
    )
