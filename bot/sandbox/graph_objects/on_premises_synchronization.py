"""How the tenant is synchronised. https://learn.microsoft.com/graph/api/resources/onpremisesdirectorysynchronization"""

from typing import Annotated, Literal

from pydantic import Field

from bot.sandbox.graph_objects.wire import ComplexValue, Guid

Duration = Annotated[str, Field(pattern=r"^PT(\d+H)?(\d+M)?$")]
"""A length of time as ISO 8601 has it, e.g. `PT30M`."""


class AccidentalDeletionPrevention(ComplexValue):
    """From how many deletions on a cycle stops; a number of objects, or a percentage.

    https://learn.microsoft.com/graph/api/resources/onpremisesaccidentaldeletionprevention
    """

    alert_threshold: int | None = 500
    synchronization_prevention_type: Literal["disabled", "enabledForCount", "enabledForPercentage"] = "enabledForCount"


class CurrentExportData(ComplexValue):
    """The last export of the sync server; beta only."""

    client_machine_name: str | None = None
    pending_objects_addition: int | None = None
    pending_objects_deletion: int | None = None
    pending_objects_update: int | None = None
    service_account: str | None = None
    successful_links_provisioning_count: int | None = None
    successful_objects_provisioning_count: int | None = None
    total_connector_space_objects: int | None = None


class WritebackContainers(ComplexValue):
    """Where in Active Directory things from the cloud are put, as distinguished names; beta only."""

    unified_group_container: str | None = None
    user_container: str | None = None


BETA_ONLY = frozenset(
    {
        "anchorAttribute",
        "applicationId",
        "currentExportData",
        "customerRequestedSynchronizationInterval",
        "synchronizationClientVersion",
        "synchronizationInterval",
        "writebackConfiguration",
    }
)
"""What v1.0 doesn't know of the configuration."""


class SynchronizationConfiguration(ComplexValue):
    """What can be tuned, and (in beta) what the sync server says about itself."""

    accidental_deletion_prevention: AccidentalDeletionPrevention = AccidentalDeletionPrevention()
    anchor_attribute: str | None = None
    application_id: Guid | None = None
    current_export_data: CurrentExportData | None = None
    customer_requested_synchronization_interval: Duration | None = None
    synchronization_client_version: str | None = None
    synchronization_interval: Duration | None = None
    writeback_configuration: WritebackContainers | None = None


class SynchronizationFeatures(ComplexValue):
    """What is switched on.

    https://learn.microsoft.com/graph/api/resources/onpremisesdirectorysynchronizationfeature
    """

    allow_on_prem_update_of_on_premises_object_identifier_enabled: bool = False
    block_cloud_object_takeover_through_hard_match_enabled: bool = False
    block_soft_match_enabled: bool = False
    bypass_dir_sync_overrides_enabled: bool = False
    cloud_password_policy_for_password_synced_users_enabled: bool = False
    concurrent_credential_update_enabled: bool = False
    concurrent_org_id_provisioning_enabled: bool = False
    device_writeback_enabled: bool = False
    directory_extensions_enabled: bool = False
    fope_conflict_resolution_enabled: bool = False
    group_write_back_enabled: bool = False
    password_sync_enabled: bool = False
    password_writeback_enabled: bool = False
    quarantine_upon_proxy_addresses_conflict_enabled: bool = True
    quarantine_upon_upn_conflict_enabled: bool = True
    soft_match_on_upn_enabled: bool = True
    synchronize_upn_for_managed_users_enabled: bool = True
    unified_group_writeback_enabled: bool = False
    user_force_password_change_on_logon_enabled: bool = False
    user_writeback_enabled: bool = False


class OnPremisesDirectorySynchronization(ComplexValue):
    """The tenant's one synchronisation object; its id is the tenant's and isn't written."""

    configuration: SynchronizationConfiguration = SynchronizationConfiguration()
    features: SynchronizationFeatures = SynchronizationFeatures()
