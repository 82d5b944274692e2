"""The person whose rights are asked about: who they are, what they own, which roles they have and could have.

Their own roles and groups anybody may read; those of somebody else take a permission and, for some, a role:
https://learn.microsoft.com/entra/fundamentals/users-default-permissions
"""

from datetime import datetime

from bot.reading import GraphModel, Ids, Listing, Reading
from bot.scopes import Scope
from bot.texts import _

KIND_OF_OTHERS = Scope.of_graph("User.Read.All")
"""What it takes to be told of others whether they are guests."""


class Account(Reading):
    """The account of the person whose rights are asked about."""

    path = "/{who}"
    scope = "User.Read"
    scope_of_others = "User.ReadBasic.All"
    words = _("the account")
    own_words = _("your account")

    id: str
    display_name: str | None = None
    user_principal_name: str | None = None
    user_type: str | None = None

    @property
    def guest(self) -> bool:
        """Whether they are known to be a guest here; an address with #EXT# tells where the type may not be read.

        https://learn.microsoft.com/entra/external-id/user-properties
        """
        if self.user_type is None:
            return "#EXT#" in (self.user_principal_name or "").upper()
        return self.user_type == "Guest"

    @property
    def name(self) -> str:
        """What to call them; the id when the asker may not read the name."""
        return self.display_name or self.user_principal_name or self.id


class ObjectId(GraphModel):
    """Any directory object, by id only."""

    id: str


class DirectoryRole(GraphModel):
    """An active directory role, tenant-wide."""

    id: str
    role_template_id: str


class ActiveRoles(Listing[DirectoryRole]):
    """Roles the person has now for the whole tenant, also through groups."""

    path = "/{who}/transitiveMemberOf/graph.directoryRole"
    scope = "User.Read"
    scope_of_others = "GroupMember.Read.All"
    query = "$count=true"
    eventual = True
    words = _("the person's active roles")
    own_words = _("your active roles")

    @property
    def templates(self) -> frozenset[str]:
        """Their role template ids."""
        return frozenset(role.role_template_id for role in self.value)


class RoleAssignment(GraphModel):
    """A role that is active, for the whole tenant (`/`) or within a scope (`/administrativeUnits/{id}`)."""

    role_definition_id: str
    directory_scope_id: str | None = None

    @property
    def unit(self) -> str | None:
        """The id of the administrative unit it is limited to, if it is."""
        prefix, _slash, unit = (self.directory_scope_id or "").rpartition("/")
        return unit if prefix == "/administrativeUnits" else None


class RoleAssignments(Listing[RoleAssignment]):
    """Every role in force for the person, also those held through a group and those limited to a unit.

    Only beta follows groups: https://learn.microsoft.com/graph/api/rbacapplication-list-transitiveroleassignments
    """

    path = "/roleManagement/directory/transitiveRoleAssignments"
    scope = "RoleManagement.Read.Directory"
    query = "$count=true&$filter=principalId eq '{person}'"
    version = "beta"
    eventual = True
    words = _("the roles the person has for a part of the organisation")
    own_words = _("the roles you have for a part of the organisation")

    def within(self, units: frozenset[str]) -> frozenset[str]:
        """Role template ids the person has in any of these administrative units."""
        return frozenset(a.role_definition_id for a in self.value if a.unit in units)

    def over(self, object_id: str) -> frozenset[str]:
        """Role template ids the person has for this one object."""
        return frozenset(a.role_definition_id for a in self.value if a.directory_scope_id == f"/{object_id}")


class RoleEligibility(GraphModel):
    """A role somebody may activate in Privileged Identity Management."""

    role_definition_id: str
    directory_scope_id: str | None = None
    end_date_time: datetime | None = None


class EligibleRoles(Listing[RoleEligibility]):
    """Roles the person could activate; of oneself Graph has a way that takes no role to ask.

    https://learn.microsoft.com/graph/api/unifiedroleeligibilityscheduleinstance-filterbycurrentuser
    https://learn.microsoft.com/graph/api/rbacapplication-list-roleeligibilityscheduleinstances
    """

    path = "/roleManagement/directory/roleEligibilityScheduleInstances"
    scope = "RoleEligibilitySchedule.Read.Directory"
    query = "$filter=principalId eq '{person}'"
    words = _("the roles the person could activate")
    own_words = _("the roles you could activate")

    @classmethod
    def url(cls, ids: Ids) -> str:
        """Two requests with one answer: of oneself, and of somebody else."""
        if ids.person != ids.asker:
            return super().url(ids)
        return f"{cls.path}/filterByCurrentUser(on='principal')?$select={cls.selected()}"


class RoleGroups(Listing[ObjectId]):
    """The groups somebody else is in that can hold directory roles: a role may be waiting for them there.

    Of oneself nothing is asked. Unverified: what one may activate oneself is given with what comes through groups.
    """

    path = "/{who}/transitiveMemberOf/graph.group"
    scope = "GroupMember.Read.All"
    query = "$count=true&$filter=isAssignableToRole eq true"
    eventual = True
    words = _("which role groups the person is in")

    @classmethod
    def known(cls, ids: Ids) -> "RoleGroups | None":
        """Nothing to ask about oneself."""
        return cls(value=()) if ids.person == ids.asker else None


class GroupEligibleRoles(Listing[RoleEligibility]):
    """Roles that the members of a group could activate; the group is the subject here."""

    path = "/roleManagement/directory/roleEligibilityScheduleInstances"
    scope = "RoleEligibilitySchedule.Read.Directory"
    query = "$filter=principalId eq '{id}'"
    words = _("the roles a group of the person could activate")
