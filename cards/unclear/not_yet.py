"""Understood, but nothing here can answer it yet."""

from bot.model import Symptom
from bot.texts import Voice, _
from cards import kit

LEARN = "https://learn.microsoft.com/"
SUPPORT = "https://support.microsoft.com/office/"
PHOTO = (
    SUPPORT + "information-about-profile-picture-synchronization-in-microsoft-365-20594d76-d054-4af4-a660-401133e3d48a"
)
PROFILE = SUPPORT + "edit-your-profile-in-microsoft-365-e7056090-56d4-4b81-bb3f-b6af31089ebe"
CONNECT = LEARN + "entra/identity/hybrid/connect/"

PAGES: dict[Symptom, str] = {
    Symptom.GROUP_EDIT: LEARN + "troubleshoot/entra/entra-id/user-prov-sync/cannot-manage-objects",
    Symptom.GROUP_MEMBERS: LEARN
    + "troubleshoot/entra/entra-id/users-groups-entra-apis/authorization-requestdenied-403-error-add-user-group",
    Symptom.GROUP_DELETE: LEARN + "entra/identity/users/groups-restore-deleted",
    Symptom.GROUP_LICENSES: LEARN + "entra/fundamentals/licensing-groups-resolve-problems",
    Symptom.GROUP_SYNC: CONNECT + "tshoot-connect-sync-errors",
    Symptom.GROUP_SOURCE: LEARN + "entra/identity/hybrid/concept-source-of-authority-overview",
    Symptom.SYNC_HEALTH: LEARN + "microsoft-365/enterprise/view-directory-synchronization-status",
    Symptom.SYNC_ERRORS: LEARN + "microsoft-365/enterprise/identify-directory-synchronization-errors",
    Symptom.PHOTO_STALE: PHOTO,
    Symptom.PHOTO_MISSING: PHOTO,
    Symptom.PHOTO_REFUSED: PHOTO,
    Symptom.PROFILE_STALE: LEARN + "sharepoint/user-profile-sync",
    Symptom.PROFILE_EDIT: PROFILE,
}
"""The page of Microsoft's that comes closest."""


def not_yet(symptom: Symptom, voice: Voice) -> kit.Card:
    """An honest sentence, and Microsoft's own page."""
    said = _("I understand what you're asking, but I can't look into that yet.")
    page = PAGES.get(symptom, LEARN)
    return kit.card([kit.paragraph(said, voice), kit.link(_("What Microsoft says about it"), page, voice)], said, voice)
