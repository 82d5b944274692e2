"""Graph's objects exactly as Graph returns them with every property selected.

One class per resource, properties alphabetical as on Microsoft's own pages, navigation properties left out. What is
`null` or `[]` for most objects needn't be written; a key Graph doesn't have is refused.
https://learn.microsoft.com/graph/api/overview
"""

from bot.sandbox.graph_objects.administrative_unit import AdministrativeUnit
from bot.sandbox.graph_objects.allotment import Allotment
from bot.sandbox.graph_objects.authorization_policy import AuthorizationPolicy
from bot.sandbox.graph_objects.group import Group
from bot.sandbox.graph_objects.group_setting import GroupSetting
from bot.sandbox.graph_objects.on_premises_synchronization import OnPremisesDirectorySynchronization
from bot.sandbox.graph_objects.organization import Organization
from bot.sandbox.graph_objects.people_data import ProfilePropertySetting, WorkPosition
from bot.sandbox.graph_objects.photo_update_settings import PhotoUpdateSettings
from bot.sandbox.graph_objects.role_assignment import RoleAssignment, RoleDefinition, RoleEligibility
from bot.sandbox.graph_objects.service_principal import ServicePrincipal
from bot.sandbox.graph_objects.sharepoint import SharePoint
from bot.sandbox.graph_objects.subscribed_sku import SubscribedSku
from bot.sandbox.graph_objects.team import Team
from bot.sandbox.graph_objects.user import User

__all__ = [
    "AdministrativeUnit",
    "Allotment",
    "AuthorizationPolicy",
    "Group",
    "GroupSetting",
    "OnPremisesDirectorySynchronization",
    "Organization",
    "PhotoUpdateSettings",
    "ProfilePropertySetting",
    "RoleAssignment",
    "RoleDefinition",
    "RoleEligibility",
    "ServicePrincipal",
    "SharePoint",
    "SubscribedSku",
    "Team",
    "User",
    "WorkPosition",
]
