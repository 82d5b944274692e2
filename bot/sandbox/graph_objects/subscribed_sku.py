"""A product the company subscribes to. https://learn.microsoft.com/graph/api/resources/subscribedsku"""

from typing import Literal

from bot.sandbox.graph_objects.wire import ComplexValue, GraphObject, Guid


class LicenseUnitsDetail(ComplexValue):
    """How many units there are, by the state of the subscription behind them; `warning` is expired but in grace."""

    enabled: int = 0
    locked_out: int = 0
    suspended: int = 0
    warning: int = 0


class ServicePlanInfo(ComplexValue):
    """One service of a product."""

    applies_to: Literal["User", "Company"] = "User"
    provisioning_status: str = "Success"
    service_plan_id: Guid
    service_plan_name: str


class SubscribedSku(GraphObject):
    """A product; `id` is the tenant id and the SKU id with an underscore between them."""

    account_id: str | None = None
    account_name: str | None = None
    applies_to: Literal["User", "Company"] = "User"
    capability_status: Literal["Enabled", "Warning", "Suspended", "Deleted", "LockedOut"] = "Enabled"
    consumed_units: int = 0
    prepaid_units: LicenseUnitsDetail
    service_plans: tuple[ServicePlanInfo, ...] = ()
    sku_id: Guid
    sku_part_number: str
    subscription_ids: tuple[str, ...] = ()
