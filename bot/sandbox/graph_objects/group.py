"""A group. https://learn.microsoft.com/graph/api/resources/group"""

from typing import Literal

from pydantic import Field

from bot.sandbox.graph_objects.licensing import AssignedLicense, LicenseProcessingState
from bot.sandbox.graph_objects.on_premises import OnPremisesExtensionAttributes, OnPremisesProvisioningError
from bot.sandbox.graph_objects.service_provisioning import ServiceProvisioningXmlError
from bot.sandbox.graph_objects.wire import ComplexValue, DirectoryObject, Guid, Timestamp, security_identifier_of

BETA_ONLY = frozenset({"membershipRuleProcessingStatus", "writebackConfiguration"})
"""Properties v1.0 doesn't know."""

Rule = Literal["On", "Paused"]


class AssignedLabel(ComplexValue):
    """A sensitivity label on a Microsoft 365 group. https://learn.microsoft.com/graph/api/resources/assignedlabel"""

    display_name: str | None = None
    label_id: str


class MembershipRuleProcessingStatus(ComplexValue):
    """How the last evaluation of a dynamic group went; beta only.

    https://learn.microsoft.com/graph/api/resources/membershipruleprocessingstatus
    """

    error_message: str | None = None
    last_membership_updated: Timestamp | None = None
    status: Literal["NotStarted", "Running", "Failed", "Succeeded"]


class WritebackConfiguration(ComplexValue):
    """Whether the group is written back to Active Directory, and as what; beta only.

    https://learn.microsoft.com/graph/api/resources/groupwritebackconfiguration
    """

    is_enabled: bool | None = None
    on_premises_group_type: (
        Literal[
            "universalDistributionGroup",
            "universalSecurityGroup",
            "universalMailEnabledSecurityGroup",
        ]
        | None
    ) = None


class Group(DirectoryObject):
    """A group of any kind, alive or in the recycle bin (then `deletedDateTime` is set).

    The four required properties are those Graph itself asks for: https://learn.microsoft.com/graph/api/group-post-groups
    """

    access_type: Literal["none", "private", "secret", "public"] | None = None
    allow_external_senders: bool | None = None
    assigned_labels: tuple[AssignedLabel, ...] = ()
    assigned_licenses: tuple[AssignedLicense, ...] = ()
    auto_subscribe_new_members: bool | None = None
    classification: str | None = None
    created_date_time: Timestamp | None = None
    description: str | None = None
    display_name: str = Field(min_length=1, max_length=256)
    expiration_date_time: Timestamp | None = None
    group_types: tuple[Literal["Unified", "DynamicMembership"], ...] = ()
    has_members_with_license_errors: bool | None = None
    hide_from_address_lists: bool | None = None
    hide_from_outlook_clients: bool | None = None
    info_catalogs: tuple[str, ...] = ()
    is_archived: bool | None = None
    is_assignable_to_role: bool | None = None
    is_favorite: bool | None = None
    is_management_restricted: bool | None = None
    is_subscribed_by_mail: bool | None = None
    license_processing_state: LicenseProcessingState | None = None
    mail: str | None = None
    mail_enabled: bool
    mail_nickname: str = Field(min_length=1, max_length=64)
    membership_rule: str | None = Field(default=None, max_length=3072)
    membership_rule_processing_state: Rule | None = None
    membership_rule_processing_status: MembershipRuleProcessingStatus | None = None
    on_premises_domain_name: str | None = None
    on_premises_extension_attributes: OnPremisesExtensionAttributes | None = None
    on_premises_last_sync_date_time: Timestamp | None = None
    on_premises_net_bios_name: str | None = None
    on_premises_provisioning_errors: tuple[OnPremisesProvisioningError, ...] = ()
    on_premises_sam_account_name: str | None = None
    on_premises_security_identifier: str | None = None
    on_premises_sync_enabled: bool | None = None
    organization_id: Guid | None = None
    preferred_data_location: str | None = None
    preferred_language: str | None = None
    proxy_addresses: tuple[str, ...] = ()
    renewed_date_time: Timestamp | None = None
    resource_behavior_options: tuple[str, ...] = ()
    resource_provisioning_options: tuple[str, ...] = ()
    security_enabled: bool
    security_identifier: str = Field(default_factory=security_identifier_of)
    service_provisioning_errors: tuple[ServiceProvisioningXmlError, ...] = ()
    theme: str | None = None
    unique_name: str | None = None
    unseen_conversations_count: int | None = None
    unseen_count: int | None = None
    unseen_messages_count: int | None = None
    visibility: Literal["Private", "Public", "HiddenMembership"] | None = None
    welcome_message_enabled: bool | None = None
    writeback_configuration: WritebackConfiguration | None = None
