"""An administrative unit. https://learn.microsoft.com/graph/api/resources/administrativeunit"""

from typing import Literal

from bot.sandbox.graph_objects.wire import DirectoryObject


class AdministrativeUnit(DirectoryObject):
    """A part of the directory a role can be limited to.

    With `isMemberManagementRestricted` only roles scoped to it may change its members:
    https://learn.microsoft.com/entra/identity/role-based-access-control/admin-units-restricted-management
    """

    description: str | None = None
    display_name: str
    is_member_management_restricted: bool = False
    membership_rule: str | None = None
    membership_rule_processing_state: Literal["On", "Paused"] | None = None
    membership_type: Literal["Assigned", "Dynamic"] | None = None
    visibility: Literal["HiddenMembership"] | None = None
