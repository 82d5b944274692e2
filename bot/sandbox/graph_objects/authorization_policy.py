"""What members and guests may do by default. https://learn.microsoft.com/graph/api/resources/authorizationpolicy"""

from typing import Annotated, Literal

from pydantic import Field

from bot.sandbox.graph_objects.wire import ComplexValue, GraphObject, Guid

GUEST = "10dae51f-b6af-4016-8d66-8c2a99b929b3"
"""The role a guest has when nobody changed it. https://learn.microsoft.com/entra/identity/users/users-restrict-guest-permissions"""


class DefaultUserRolePermissions(ComplexValue):
    """What every member may do; the consent policies are named `ManagePermissionGrantsForSelf.{policy}`.

    https://learn.microsoft.com/graph/api/resources/defaultuserrolepermissions
    """

    allowed_to_create_apps: bool = True
    allowed_to_create_security_groups: bool = True
    allowed_to_create_tenants: bool | None = True
    allowed_to_read_bitlocker_keys_for_owned_device: bool | None = True
    allowed_to_read_other_users: bool = True
    permission_grant_policies_assigned: tuple[str, ...] = ()


class AuthorizationPolicy(GraphObject):
    """The tenant's one authorization policy."""

    id: Annotated[str, Field(pattern="^authorizationPolicy$")] = "authorizationPolicy"
    allow_email_verified_users_to_join_organization: bool = False
    allow_invites_from: (
        Literal["none", "adminsAndGuestInviters", "adminsGuestInvitersAndAllMembers", "everyone"] | None
    ) = "everyone"
    allow_user_consent_for_risky_apps: bool | None = None
    allowed_to_sign_up_email_based_subscriptions: bool = True
    allowed_to_use_sspr: bool = Field(default=True, alias="allowedToUseSSPR")
    block_msol_power_shell: bool | None = False
    default_user_role_permissions: DefaultUserRolePermissions = DefaultUserRolePermissions()
    deleted_date_time: None = None
    description: str | None = "Used to manage authorization related settings across the company."
    display_name: str | None = "Authorization Policy"
    guest_user_role_id: Guid | None = GUEST
