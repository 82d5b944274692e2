"""What people complain of, in sentences."""

from bot.model import Symptom
from bot.texts import Text, _

COMPLAINTS: dict[Symptom, Text] = {
    Symptom.GROUP_EDIT: _("I can't change a group"),
    Symptom.GROUP_MEMBERS: _("I can't change members"),
    Symptom.GROUP_DELETE: _("I can't delete a group"),
    Symptom.GROUP_LICENSES: _("A group's licences fail"),
    Symptom.GROUP_SYNC: _("A group doesn't sync"),
    Symptom.GROUP_SOURCE: _("Where is it managed?"),
    Symptom.SYNC_HEALTH: _("Does the sync run?"),
    Symptom.SYNC_ERRORS: _("There are sync errors"),
    Symptom.PHOTO_STALE: _("A photo is out of date"),
    Symptom.PHOTO_MISSING: _("A photo is missing"),
    Symptom.PHOTO_REFUSED: _("I can't change a photo"),
    Symptom.PROFILE_STALE: _("A profile is out of date"),
    Symptom.PROFILE_EDIT: _("I can't edit a profile"),
    Symptom.HELP: _("Something else"),
    Symptom.ACCOUNT: _("Sign me out"),
    Symptom.HISTORY: _("What has been done?"),
    Symptom.OUT_OF_SCOPE: _("Something else"),
}
"""As the person would say it, short enough for a button."""


def nothing_stops(symptom: Symptom, group: str) -> Text:
    """The verdict when everything was checked and is in order."""
    verdicts = {
        Symptom.GROUP_EDIT: _("Nothing stops you from changing {group}.", group=group),
        Symptom.GROUP_MEMBERS: _("Nothing stops you from changing the members of {group}.", group=group),
        Symptom.GROUP_DELETE: _("Nothing stops you from deleting {group}.", group=group),
        Symptom.GROUP_LICENSES: _("Nothing is wrong with the licences of {group}.", group=group),
        Symptom.GROUP_SYNC: _("Nothing is wrong with how {group} syncs.", group=group),
        Symptom.GROUP_SOURCE: _("{group} is managed in the cloud, in Microsoft Entra ID.", group=group),
    }
    return verdicts.get(symptom, _("I found nothing wrong with {group}.", group=group))
