"""Microsoft Graph's permissions, said so that people know what they allow."""

from collections.abc import Mapping, Sequence

from bot.texts import Text, Voice, _
from cards import kit

WORDS: Mapping[str, Text] = {
    "User.Read": _("see who you are, and which groups you own"),
    "User.ReadBasic.All": _("see people's names and photos"),
    "User.Read.All": _("see people's accounts, groups and roles"),
    "PeopleSettings.Read.All": _("see who may change photos"),
    "GroupMember.Read.All": _("see groups, their owners and their members"),
    "Group.Read.All": _("see deleted groups"),
    "GroupSettings.Read.All": _("see whether guests may be added to groups"),
    "LicenseAssignment.Read.All": _("see what your organisation's products are called"),
    "Organization.Read.All": _("see when the directory last synced"),
    "AdministrativeUnit.Read.All": _("see which administrative units a group is in"),
    "RoleManagement.Read.Directory": _("see which roles you have"),
    "RoleEligibilitySchedule.Read.Directory": _("see which roles you could activate"),
    "TeamSettings.Read.All": _("see whether a team is archived"),
    "Group.ReadWrite.All": _("change and restore groups that you may change"),
    "LicenseAssignment.ReadWrite.All": _("remove licences from groups and give them back"),
    "TeamSettings.ReadWrite.All": _("archive teams and open them again"),
    "Group-OnPremisesSyncBehavior.ReadWrite.All": _("see and change where a group is managed"),
}
"""https://learn.microsoft.com/graph/permissions-reference"""


def allowed(scopes: Sequence[str], voice: Voice) -> Sequence[kit.Element]:
    """What each permission lets the bot do, and under it Microsoft's name for it."""
    pairs = [(WORDS.get(scope, _("something else")), scope) for scope in scopes]
    return [kit.section([kit.paragraph(words, voice), kit.quiet(scope, voice)]) for words, scope in pairs]
