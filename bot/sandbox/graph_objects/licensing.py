"""Licences as they hang on users and groups."""

from typing import Literal

from bot.sandbox.graph_objects.wire import ComplexValue, Guid, Timestamp


class AssignedLicense(ComplexValue):
    """A product given to a user or group, without some of its plans.

    https://learn.microsoft.com/graph/api/resources/assignedlicense
    """

    disabled_plans: tuple[Guid, ...] = ()
    sku_id: Guid


class LicenseAssignmentState(ComplexValue):
    """How the giving of one product to one user went; `assignedByGroup` is null when it was given directly.

    https://learn.microsoft.com/graph/api/resources/licenseassignmentstate
    """

    assigned_by_group: Guid | None = None
    disabled_plans: tuple[Guid, ...] = ()
    error: Literal[
        "None",
        "CountViolation",
        "MutuallyExclusiveViolation",
        "DependencyViolation",
        "ProhibitedInUsageLocationViolation",
        "UniquenessViolation",
        "Other",
    ] = "None"
    last_updated_date_time: Timestamp
    sku_id: Guid
    state: Literal["Active", "ActiveWithError", "Disabled", "Error"]


class LicenseProcessingState(ComplexValue):
    """Whether the group's licences have reached its members.

    https://learn.microsoft.com/graph/api/resources/group#properties
    """

    state: Literal["QueuedForProcessing", "ProcessingInProgress", "ProcessingComplete"]


class AssignedPlan(ComplexValue):
    """A service plan that is assigned. https://learn.microsoft.com/graph/api/resources/assignedplan"""

    assigned_date_time: Timestamp
    capability_status: Literal["Enabled", "Warning", "Suspended", "Deleted", "LockedOut"]
    service: str
    service_plan_id: Guid


class ProvisionedPlan(ComplexValue):
    """A service plan that is provisioned. https://learn.microsoft.com/graph/api/resources/provisionedplan"""

    capability_status: Literal["Enabled", "Warning", "Suspended", "Deleted", "LockedOut"]
    provisioning_status: str
    service: str
