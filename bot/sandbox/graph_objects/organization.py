"""The tenant itself. https://learn.microsoft.com/graph/api/resources/organization"""

from typing import Literal

from bot.sandbox.graph_objects.licensing import AssignedPlan, ProvisionedPlan
from bot.sandbox.graph_objects.wire import ComplexValue, DirectoryObject, Timestamp

BETA_ONLY = frozenset({"directorySizeQuota", "onPremisesLastPasswordSyncDateTime"})
"""Properties v1.0 doesn't know."""

Partner = Literal[
    "microsoftSupport",
    "syndicatePartner",
    "breadthPartner",
    "breadthPartnerDelegatedAdmin",
    "resellerPartnerDelegatedAdmin",
    "valueAddedResellerPartnerDelegatedAdmin",
]


class VerifiedDomain(ComplexValue):
    """A domain the company proved to own; `capabilities` is a list in one text, e.g. `Email, Intune`."""

    capabilities: str | None = None
    is_default: bool = False
    is_initial: bool = False
    name: str
    type: Literal["Managed", "Federated"] = "Managed"


class PrivacyProfile(ComplexValue):
    """Whom to ask about privacy."""

    contact_email: str | None = None
    statement_url: str | None = None


class DirectorySizeQuota(ComplexValue):
    """How many objects the directory may hold and holds; beta only."""

    total: int
    used: int


class Organization(DirectoryObject):
    """The one organization; its `id` is the tenant id."""

    assigned_plans: tuple[AssignedPlan, ...] = ()
    business_phones: tuple[str, ...] = ()
    city: str | None = None
    country: str | None = None
    country_letter_code: str | None = None
    created_date_time: Timestamp | None = None
    default_usage_location: str | None = None
    directory_size_quota: DirectorySizeQuota | None = None
    display_name: str
    marketing_notification_emails: tuple[str, ...] = ()
    mobile_device_management_authority: Literal["unknown", "intune", "sccm", "office365"] = "unknown"
    on_premises_last_password_sync_date_time: Timestamp | None = None
    on_premises_last_sync_date_time: Timestamp | None = None
    on_premises_sync_enabled: bool | None = None
    partner_tenant_type: Partner | None = None
    postal_code: str | None = None
    preferred_language: str | None = None
    privacy_profile: PrivacyProfile | None = None
    provisioned_plans: tuple[ProvisionedPlan, ...] = ()
    security_compliance_notification_mails: tuple[str, ...] = ()
    security_compliance_notification_phones: tuple[str, ...] = ()
    state: str | None = None
    street: str | None = None
    technical_notification_mails: tuple[str, ...] = ()
    tenant_type: str | None = "AAD"
    verified_domains: tuple[VerifiedDomain, ...]
