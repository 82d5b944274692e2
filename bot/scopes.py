"""Every delegated permission the bot asks for, once: who may consent to it, and what it lets the bot do.

https://learn.microsoft.com/graph/permissions-reference
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.endpoints import GRAPH
from bot.texts import Text, _


class Resource(StrEnum):
    """Whose permission it is, and so for whom a token is made: Graph's `User.Read.All` isn't SharePoint's."""

    GRAPH = "Microsoft Graph"
    SHAREPOINT = "SharePoint"

    @property
    def app_id(self) -> str:
        """The app id of the resource, the same in every tenant.

        https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
        """
        return APP_IDS[self]


APP_IDS: Mapping[Resource, str] = {
    Resource.GRAPH: "00000003-0000-0000-c000-000000000000",
    Resource.SHAREPOINT: "00000003-0000-0ff1-ce00-000000000000",
}


@dataclass(frozen=True, slots=True, order=True)
class Scope:
    """A delegated permission: the resource it is of, and its short name there."""

    resource: Resource
    name: str

    @classmethod
    def of_graph(cls, name: str) -> "Scope":
        """Microsoft Graph's permission of this name."""
        return cls(Resource.GRAPH, name)

    @property
    def folded(self) -> "Scope":
        """For comparing: Entra doesn't mind upper and lower case."""
        return Scope(self.resource, self.name.casefold())

    def __str__(self) -> str:
        """As people are told: Graph's by its name alone, another resource's with the resource before it."""
        return self.name if self.resource is Resource.GRAPH else f"{self.resource} {self.name}"

    @property
    def in_full(self) -> str:
        """As Entra takes it; SharePoint's address differs from tenant to tenant, its app id doesn't."""
        return f"{GRAPH if self.resource is Resource.GRAPH else self.resource.app_id}/{self.name}"


@dataclass(frozen=True, slots=True)
class Permitted:
    """What belongs to a permission."""

    allows: Text
    """What it lets the bot do, as people are told who are asked for it."""
    admin: bool = True
    """Whether only an administrator can consent to it, once for everybody."""


def _graph(name: str) -> Scope:
    return Scope.of_graph(name)


def _sharepoint(name: str) -> Scope:
    return Scope(Resource.SHAREPOINT, name)


SCOPES: Mapping[Scope, Permitted] = {
    _graph("User.Read"): Permitted(_("see who you are, and which groups you own"), admin=False),
    _graph("User.ReadWrite"): Permitted(_("change your own photo"), admin=False),
    _graph("User.ReadBasic.All"): Permitted(_("see people's names and photos"), admin=False),
    _graph("User.Read.All"): Permitted(_("see people's accounts, groups and roles")),
    _graph("GroupMember.Read.All"): Permitted(_("see groups, their owners and their members")),
    _graph("Group.Read.All"): Permitted(_("see deleted groups, and licences on groups")),
    _graph("GroupSettings.Read.All"): Permitted(_("see whether guests may be added to groups")),
    _graph("Organization.Read.All"): Permitted(_("see when the directory last synced")),
    _graph("AdministrativeUnit.Read.All"): Permitted(_("see which administrative units a group is in")),
    _graph("RoleManagement.Read.Directory"): Permitted(_("see who has which roles")),
    _graph("RoleEligibilitySchedule.Read.Directory"): Permitted(_("see who could activate which roles")),
    _graph("TeamSettings.Read.All"): Permitted(_("see whether a team is archived")),
    _graph("LicenseAssignment.Read.All"): Permitted(_("see which products people and groups have"), admin=False),
    _graph("MailboxSettings.Read"): Permitted(_("see where your mailbox is"), admin=False),
    _graph("PeopleSettings.Read.All"): Permitted(_("see who may change photos")),
    _graph("PeopleSettings.ReadWrite.All"): Permitted(_("change who may change photos")),
    _graph("OnPremDirectorySynchronization.Read.All"): Permitted(_("see what the sync is set to do")),
    _graph("Sites.Read.All"): Permitted(_("see what your organisation's SharePoint is called"), admin=False),
    _graph("Group.ReadWrite.All"): Permitted(
        _("change and restore groups that you may change, and take licences off them")
    ),
    _graph("TeamSettings.ReadWrite.All"): Permitted(_("archive teams and open them again")),
    _graph("Group-OnPremisesSyncBehavior.ReadWrite.All"): Permitted(_("see and change where a group is managed")),
    # Unverified: that only an administrator can consent to it; Microsoft's table is of Graph's permissions alone.
    _sharepoint("User.Read.All"): Permitted(_("see what SharePoint keeps of people's photos")),
}

ADMIN_CONSENT = frozenset(scope for scope, permitted in SCOPES.items() if permitted.admin)
"""Those a person can't consent to for themselves."""
