"""What an app offers to others: roles, delegated permissions and permissions on a single resource."""

from bot.sandbox.graph_objects.wire import ComplexValue, Guid


class AppRole(ComplexValue):
    """A role the app knows. https://learn.microsoft.com/graph/api/resources/approle"""

    allowed_member_types: tuple[str, ...] = ()
    description: str | None = None
    display_name: str | None = None
    id: Guid
    is_enabled: bool = True
    origin: str | None = None
    value: str | None = None


class PermissionScope(ComplexValue):
    """A delegated permission the app offers. https://learn.microsoft.com/graph/api/resources/permissionscope"""

    admin_consent_description: str | None = None
    admin_consent_display_name: str | None = None
    id: Guid
    is_enabled: bool = True
    origin: str | None = None
    type: str | None = None
    user_consent_description: str | None = None
    user_consent_display_name: str | None = None
    value: str | None = None


class ResourceSpecificPermission(ComplexValue):
    """A permission on one team or chat. https://learn.microsoft.com/graph/api/resources/resourcespecificpermission"""

    description: str | None = None
    display_name: str | None = None
    id: Guid
    is_enabled: bool = True
    value: str | None = None
