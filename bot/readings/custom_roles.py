"""The roles an organisation has made itself, and what they permit."""

from bot.reading import GraphModel, Listing
from bot.readings.group import DeletedGroup, Group
from bot.role_actions import sufficient
from bot.roles import Doing
from bot.texts import _


class RolePermission(GraphModel):
    """Actions a role permits, like "microsoft.directory/groups/members/update"."""

    allowed_resource_actions: tuple[str, ...] = ()


class CustomRole(GraphModel):
    """One such role; assignments name it by its id."""

    id: str
    display_name: str | None = None
    role_permissions: tuple[RolePermission, ...] = ()

    @property
    def name(self) -> str:
        """What to call it; the id when the person who asks may not read its name."""
        return self.display_name or self.id

    def permits(self, group: Group | DeletedGroup, doing: Doing) -> bool | None:
        """Whether it permits this for such a group; `None` where its actions don't tell."""
        return sufficient(
            (action for each in self.role_permissions for action in each.allowed_resource_actions),
            doing,
            unified=group.unified,
            dynamic=group.dynamic,
            role_assignable=bool(group.is_assignable_to_role),
        )


class CustomRoles(Listing[CustomRole]):
    """Every role that isn't one of Microsoft's own.

    Assignments can't be read together with what they permit: advanced queries take no `$expand`.
    https://learn.microsoft.com/graph/api/rbacapplication-list-roledefinitions
    https://learn.microsoft.com/graph/aad-advanced-queries
    """

    path = "/roleManagement/directory/roleDefinitions"
    scope = "RoleManagement.Read.Directory"
    query = "$filter=isBuiltIn eq false"
    words = _("what the roles permit that your organisation has made itself")

    def permitting(self, group: Group | DeletedGroup, doing: Doing) -> frozenset[str]:
        """Ids of those that permit this for such a group."""
        return frozenset(role.id for role in self.value if role.permits(group, doing))

    def unclear(self, group: Group | DeletedGroup, doing: Doing) -> frozenset[str]:
        """Ids of those whose actions don't tell."""
        return frozenset(role.id for role in self.value if role.permits(group, doing) is None)

    def names(self, ids: frozenset[str]) -> tuple[str, ...]:
        """What those of these are called that are among them."""
        return tuple(role.name for role in self.value if role.id in ids)
