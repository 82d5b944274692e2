"""The person who asks: who they are, what they own, which roles they have and could have."""

from datetime import datetime

from bot.reading import GraphModel, Listing, Reading


class Asker(Reading):
    """The person behind the token."""

    path = "/me"
    scope = "User.Read"

    id: str
    display_name: str | None = None
    user_principal_name: str | None = None
    user_type: str | None = None

    @property
    def guest(self) -> bool:
        """Whether they are a guest in this tenant."""
        return self.user_type == "Guest"


class ObjectId(GraphModel):
    """Any directory object, by id only."""

    id: str


class OwnedGroups(Listing[ObjectId]):
    """The groups the person owns."""

    path = "/me/ownedObjects/graph.group"
    scope = "User.Read"
    query = "$top=999"

    def includes(self, group: str) -> bool:
        """Whether the group with this id is among them."""
        return any(owned.id == group for owned in self.value)


class DirectoryRole(GraphModel):
    """An active directory role, tenant-wide."""

    id: str
    role_template_id: str


class ActiveRoles(Listing[DirectoryRole]):
    """Roles the person has now for the whole tenant, also through groups."""

    path = "/me/transitiveMemberOf/graph.directoryRole"
    scope = "User.Read"
    query = "$count=true"
    eventual = True

    @property
    def templates(self) -> frozenset[str]:
        """Their role template ids."""
        return frozenset(role.role_template_id for role in self.value)


class RoleAssignment(GraphModel):
    """A role assigned to the person, for the whole tenant (`/`) or within a scope (`/administrativeUnits/{id}`)."""

    role_definition_id: str
    directory_scope_id: str | None = None

    @property
    def unit(self) -> str | None:
        """The id of the administrative unit it is limited to, if it is."""
        prefix, _, unit = (self.directory_scope_id or "").rpartition("/")
        return unit if prefix == "/administrativeUnits" else None


class RoleAssignments(Listing[RoleAssignment]):
    """Roles assigned to the person directly; those limited to an administrative unit show only here."""

    path = "/roleManagement/directory/roleAssignments"
    scope = "RoleManagement.Read.Directory"
    query = "$filter=principalId eq '{me}'"

    def within(self, units: frozenset[str]) -> frozenset[str]:
        """Role template ids the person has in any of these administrative units."""
        return frozenset(a.role_definition_id for a in self.value if a.unit in units)


class RoleEligibility(GraphModel):
    """A role the person may activate in Privileged Identity Management."""

    role_definition_id: str
    directory_scope_id: str | None = None
    end_date_time: datetime | None = None


class EligibleRoles(Listing[RoleEligibility]):
    """Roles the person could activate. https://learn.microsoft.com/graph/api/unifiedroleeligibilityscheduleinstance-filterbycurrentuser"""

    path = "/roleManagement/directory/roleEligibilityScheduleInstances/filterByCurrentUser(on='principal')"
    scope = "RoleEligibilitySchedule.Read.Directory"
