"""The symptoms in words another reader understands: what people mean when they are labelled so."""

from collections.abc import Mapping

from bot.model import Symptom

MEANINGS: Mapping[Symptom, str] = {
    Symptom.GROUP_EDIT: "changing a group, team or distribution list itself is refused, greyed out or unclear: "
    "name, description, privacy, settings, membership rule",
    Symptom.GROUP_MEMBERS: "adding, removing, joining or leaving: members and owners of a group or team",
    Symptom.GROUP_DELETE: "deleting, restoring or getting rid of a group or team, or one that comes back",
    Symptom.GROUP_LICENSES: "licences that are assigned through a group: missing, in error, too many, how to",
    Symptom.GROUP_SYNC: "a group or its members differ between Active Directory and the cloud, or are not there yet",
    Symptom.GROUP_SOURCE: "where a group is managed (Active Directory, Exchange, the cloud), or moving it there",
    Symptom.SYNC_HEALTH: "whether directory synchronisation as a whole runs, when it last ran, why it stopped",
    Symptom.SYNC_ERRORS: "one object can't be synchronised: conflicts, duplicates, provisioning errors and their codes",
    Symptom.PHOTO_STALE: "an old or wrong profile photo is shown somewhere",
    Symptom.PHOTO_MISSING: "no profile photo is shown, only initials or a grey head",
    Symptom.PHOTO_REFUSED: "a profile photo can't be uploaded, changed or removed",
    Symptom.PROFILE_STALE: "old or wrong details of a person are shown: title, department, name, phone, manager",
    Symptom.PROFILE_EDIT: "how or where to change details of a person, or it is refused",
    Symptom.HELP: "a greeting, thanks, or what this assistant can do",
    Symptom.ACCOUNT: "signing this assistant in or out, its permissions, what it has stored about the writer",
    Symptom.HISTORY: "what this assistant or somebody else changed, and who did it when",
    Symptom.OUT_OF_SCOPE: "anything else: files, sites, mail, calendars, passwords, MFA, sign-in, devices, printers, "
    "password synchronisation, other products",
}
