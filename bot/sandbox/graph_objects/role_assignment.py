"""Directory roles people have, roles they could activate, and roles the company has made itself.

`roleDefinitionId` is the role's template id; `directoryScopeId` is `/` for the whole tenant, or
`/administrativeUnits/{id}`.
https://learn.microsoft.com/graph/api/resources/unifiedroleassignment
"""

from typing import Annotated, Literal

from pydantic import Field

from bot.sandbox.graph_objects.wire import ComplexValue, GraphObject, Guid, Timestamp

Scope = Annotated[str, Field(pattern=r"^/(administrativeUnits/[0-9a-f-]{36}|[0-9a-f-]{36})?$")]
"""Where a role holds: the tenant `/`, an administrative unit, or one object `/{id}`."""


class RoleAssignment(GraphObject):
    """A role somebody has now; the principal is a user, a group or a service principal."""

    app_scope_id: str | None = None
    condition: str | None = None
    directory_scope_id: Scope = "/"
    principal_id: Guid
    principal_organization_id: Guid | None = None
    role_definition_id: Guid


class RolePermission(ComplexValue):
    """Actions a role permits, like "microsoft.directory/groups/members/update"."""

    allowed_resource_actions: tuple[str, ...]
    condition: str | None = None


class RoleDefinition(GraphObject):
    """A role the company has made itself. https://learn.microsoft.com/graph/api/resources/unifiedroledefinition"""

    display_name: str
    role_permissions: tuple[RolePermission, ...]


class RoleEligibility(GraphObject):
    """A role somebody could activate in Privileged Identity Management; without `endDateTime` for ever.

    https://learn.microsoft.com/graph/api/resources/unifiedroleeligibilityscheduleinstance
    """

    app_scope_id: str | None = None
    directory_scope_id: Scope = "/"
    end_date_time: Timestamp | None = None
    member_type: Literal["Direct", "Group", "Inherited"] = "Direct"
    principal_id: Guid
    role_definition_id: Guid
    role_eligibility_schedule_id: str | None = None
    start_date_time: Timestamp
