"""One row a symptom: the kind of subject it is of, what people call it, when all is clear, what isn't looked at."""

from collections.abc import Mapping

from bot.model import SubjectKind, Symptom
from bot.symptom_row import Row
from bot.texts import _

LEARN = "https://learn.microsoft.com/"
TROUBLESHOOT = LEARN + "troubleshoot/entra/entra-id/"
SUPPORT = "https://support.microsoft.com/office/"
PHOTOS = SUPPORT + "20594d76-d054-4af4-a660-401133e3d48a"
KEPT = _("what Teams, Outlook and the browser keep")
POLICIES = (_("naming rules"), _("sensitivity labels"), _("access packages"))
GROUP, USER, TENANT = SubjectKind.GROUP, SubjectKind.USER, SubjectKind.TENANT
SYMPTOMS: Mapping[Symptom, Row] = {
    Symptom.GROUP_EDIT: Row(
        GROUP,
        _("I can't change a group"),
        "changing a group, team or distribution list itself is refused, greyed out or unclear: name, description, "
        "privacy, settings, membership rule",
        lambda group: _("Nothing stops you from changing {group}.", group=group),
        lambda group, person: _("Nothing stops {person} from changing {group}.", group=group, person=person),
        POLICIES,
        page=TROUBLESHOOT + "user-prov-sync/cannot-manage-objects",
    ),
    Symptom.GROUP_MEMBERS: Row(
        GROUP,
        _("I can't change members"),
        "adding, removing, joining or leaving: members of a group or team; making or removing owners",
        lambda group: _("Nothing stops you from changing the members of {group}.", group=group),
        lambda group, person: _(
            "Nothing stops {person} from changing the members of {group}.", group=group, person=person
        ),
        (_("sensitivity labels"), _("access packages"), _("who may be a member")),
        page=TROUBLESHOOT + "users-groups-entra-apis/authorization-requestdenied-403-error-add-user-group",
    ),
    Symptom.GROUP_OWNERS: Row(
        GROUP,
        _("Who owns it?"),
        "who owns a group or team, or whom to ask about it",
        lambda group: _("I can't tell who owns {group}.", group=group),
        certain=False,
        page=LEARN + "graph/api/group-list-owners",
    ),
    Symptom.GROUP_DELETE: Row(
        GROUP,
        _("I can't delete a group"),
        "deleting, restoring or getting rid of a group or team, or one that comes back",
        lambda group: _("Nothing stops you from deleting {group}.", group=group),
        lambda group, person: _("Nothing stops {person} from deleting {group}.", group=group, person=person),
        (_("retention policies"), _("what else refers to the group")),
        page=LEARN + "entra/identity/users/groups-restore-deleted",
    ),
    Symptom.GROUP_LICENSES: Row(
        GROUP,
        _("A group's licences fail"),
        "licences that are assigned through a group: missing, in error, too many, how to",
        lambda group: _("I found nothing wrong with the licences of {group}.", group=group),
        certain=False,
        page=LEARN + "entra/fundamentals/licensing-groups-resolve-problems",
    ),
    Symptom.GROUP_SYNC: Row(
        GROUP,
        _("A group doesn't sync"),
        "a group or its members differ between Active Directory and the cloud, or are not there yet",
        lambda group: _("I found nothing wrong with how {group} syncs.", group=group),
        not_looked_at=(_("conflicts of addresses"), _("the scope of the sync"), _("the members in Active Directory")),
        certain=False,
        page=LEARN + "entra/identity/hybrid/connect/tshoot-connect-sync-errors",
    ),
    Symptom.GROUP_SOURCE: Row(
        GROUP,
        _("Where is it managed?"),
        "where a group is managed (Active Directory, Exchange, the cloud), or moving it there",
        lambda group: _("{group} is managed in the cloud, in Microsoft Entra ID.", group=group),
        page=LEARN + "entra/identity/hybrid/concept-source-of-authority-overview",
    ),
    Symptom.SYNC_HEALTH: Row(
        TENANT,
        _("Does the sync run?"),
        "whether directory synchronisation as a whole runs, when it last ran, why it stopped",
        lambda tenant: _("I found nothing wrong with the sync of {tenant}.", tenant=tenant),
        certain=False,
        page=LEARN + "microsoft-365/enterprise/view-directory-synchronization-status",
    ),
    Symptom.SYNC_ERRORS: Row(
        TENANT,
        _("There are sync errors"),
        "one object can't be synchronised: conflicts, duplicates, provisioning errors and their codes",
        page=LEARN + "microsoft-365/enterprise/identify-directory-synchronization-errors",
    ),
    Symptom.PHOTO_STALE: Row(
        USER,
        _("A photo is out of date"),
        "an old or wrong profile photo is shown somewhere",
        lambda person: _("I found nothing that keeps the photo of {person} old.", person=person),
        not_looked_at=(_("copies in single sites"), _("whether SharePoint lets people change it"), KEPT),
        certain=False,
        page=PHOTOS,
    ),
    Symptom.PHOTO_MISSING: Row(
        USER,
        _("A photo is missing"),
        "no profile photo is shown, only initials or a grey head",
        lambda person: _("Microsoft 365 has a photo of {person}.", person=person),
        not_looked_at=(_("SharePoint's copy"), KEPT),
        page=PHOTOS,
    ),
    Symptom.PHOTO_REFUSED: Row(
        USER,
        _("I can't change a photo"),
        "a profile photo can't be uploaded, changed or removed",
        lambda person: _("I found nothing that keeps the photo of {person} from being changed.", person=person),
        not_looked_at=(_("whether you may change the photos of others"), _("whether Exchange Online is switched off")),
        certain=False,
        page=PHOTOS,
    ),
    Symptom.PROFILE_STALE: Row(
        USER,
        _("A profile is out of date"),
        "old or wrong details of a person are shown: title, department, name, phone, manager",
        not_looked_at=(_("what Teams, Outlook and search keep"), _("the lists of people that each site keeps")),
        certain=False,
        page=LEARN + "sharepoint/user-profile-sync",
    ),
    Symptom.PROFILE_EDIT: Row(
        USER,
        _("I can't edit a profile"),
        "how or where to change details of a person, or it is refused",
        page=SUPPORT + "edit-your-profile-in-microsoft-365-e7056090-56d4-4b81-bb3f-b6af31089ebe",
    ),
    Symptom.HELP: Row(None, _("Something else"), "a greeting, thanks, or what this assistant can do"),
    Symptom.ACCOUNT: Row(None, _("Sign me out"), "signing this assistant in or out, forgetting what it has stored"),
    Symptom.ABOUT: Row(
        None,
        _("What are you?"),
        "who the writer is to this assistant, which permissions it uses, what it sees and what it stores",
    ),
    Symptom.HISTORY: Row(
        None,
        _("What has been done?"),
        "what this assistant or somebody else changed, and who did it when",
    ),
    Symptom.OUT_OF_SCOPE: Row(
        None,
        _("Something else"),
        "anything else: files, sites, mail, calendars, passwords, MFA, sign-in, devices, printers, password "
        "synchronisation, other products",
    ),
}
