"""A user, member or guest. https://learn.microsoft.com/graph/api/resources/user"""

from datetime import UTC, datetime
from typing import Literal

from pydantic import Field, JsonValue

from bot.sandbox.graph_objects.licensing import AssignedLicense, AssignedPlan, LicenseAssignmentState, ProvisionedPlan
from bot.sandbox.graph_objects.mailbox import MailboxSettings
from bot.sandbox.graph_objects.on_premises import OnPremisesExtensionAttributes, OnPremisesProvisioningError
from bot.sandbox.graph_objects.service_provisioning import ServiceProvisioningXmlError
from bot.sandbox.graph_objects.wire import ComplexValue, DirectoryObject, Timestamp, security_identifier_of

NO_DATE = datetime(1, 1, 1, 8, tzinfo=UTC)
"""What SharePoint's profile gives for a date nobody entered. Unverified: seen in samples, documented nowhere."""


class AuthorizationInfo(ComplexValue):
    """Certificates that sign the user in."""

    certificate_user_ids: tuple[str, ...] = ()


class EmployeeOrgData(ComplexValue):
    """Where the user stands in the company's books."""

    cost_center: str | None = None
    division: str | None = None


class ObjectIdentity(ComplexValue):
    """A way to sign in as the user."""

    issuer: str
    issuer_assigned_id: str | None = None
    sign_in_type: str


class PasswordProfile(ComplexValue):
    """Rules for the user's password; the password itself is always null when read."""

    force_change_password_next_sign_in: bool | None = None
    force_change_password_next_sign_in_with_mfa: bool | None = None
    password: None = None


class SignInActivity(ComplexValue):
    """When the user last signed in."""

    last_non_interactive_sign_in_date_time: Timestamp | None = None
    last_non_interactive_sign_in_request_id: str | None = None
    last_sign_in_date_time: Timestamp | None = None
    last_sign_in_request_id: str | None = None
    last_successful_sign_in_date_time: Timestamp | None = None
    last_successful_sign_in_request_id: str | None = None


class UserPrint(ComplexValue):
    """Universal Print: it has nothing but navigation properties."""


class User(DirectoryObject):
    """A person, or an account that looks like one."""

    about_me: str | None = None
    account_enabled: bool = True
    age_group: Literal["Minor", "NotAdult", "Adult"] | None = None
    assigned_licenses: tuple[AssignedLicense, ...] = ()
    assigned_plans: tuple[AssignedPlan, ...] = ()
    authorization_info: AuthorizationInfo | None = None
    birthday: Timestamp = NO_DATE
    business_phones: tuple[str, ...] = ()
    city: str | None = None
    company_name: str | None = None
    consent_provided_for_minor: Literal["Granted", "Denied", "NotRequired"] | None = None
    country: str | None = None
    created_date_time: Timestamp | None = None
    creation_type: Literal["Invitation", "LocalAccount", "EmailVerified", "SelfServiceSignUp"] | None = None
    custom_security_attributes: dict[str, JsonValue] | None = None
    department: str | None = None
    device_enrollment_limit: int = 5
    display_name: str = Field(min_length=1, max_length=256)
    employee_hire_date: Timestamp | None = None
    employee_id: str | None = None
    employee_leave_date_time: Timestamp | None = None
    employee_org_data: EmployeeOrgData | None = None
    employee_type: str | None = None
    external_user_state: Literal["PendingAcceptance", "Accepted"] | None = None
    external_user_state_change_date_time: Timestamp | None = None
    fax_number: str | None = None
    given_name: str | None = None
    hire_date: Timestamp = NO_DATE
    identities: tuple[ObjectIdentity, ...] = ()
    identity_parent_id: str | None = None
    im_addresses: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    is_management_restricted: bool | None = None
    is_resource_account: bool | None = None
    job_title: str | None = None
    last_password_change_date_time: Timestamp | None = None
    legal_age_group_classification: str | None = None
    license_assignment_states: tuple[LicenseAssignmentState, ...] = ()
    mail: str | None = None
    mail_nickname: str | None = None
    mailbox_settings: MailboxSettings | None = None
    mobile_phone: str | None = None
    my_site: str | None = None
    office_location: str | None = None
    on_premises_distinguished_name: str | None = None
    on_premises_domain_name: str | None = None
    on_premises_extension_attributes: OnPremisesExtensionAttributes = OnPremisesExtensionAttributes()
    on_premises_immutable_id: str | None = None
    on_premises_last_sync_date_time: Timestamp | None = None
    on_premises_provisioning_errors: tuple[OnPremisesProvisioningError, ...] = ()
    on_premises_sam_account_name: str | None = None
    on_premises_security_identifier: str | None = None
    on_premises_sync_enabled: bool | None = None
    on_premises_user_principal_name: str | None = None
    other_mails: tuple[str, ...] = ()
    password_policies: str | None = None
    password_profile: PasswordProfile | None = None
    past_projects: tuple[str, ...] = ()
    postal_code: str | None = None
    preferred_data_location: str | None = None
    preferred_language: str | None = None
    preferred_name: str | None = None
    print: UserPrint | None = None
    provisioned_plans: tuple[ProvisionedPlan, ...] = ()
    proxy_addresses: tuple[str, ...] = ()
    responsibilities: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    security_identifier: str = Field(default_factory=security_identifier_of)
    service_provisioning_errors: tuple[ServiceProvisioningXmlError, ...] = ()
    show_in_address_list: bool | None = None
    sign_in_activity: SignInActivity | None = None
    sign_in_sessions_valid_from_date_time: Timestamp | None = None
    skills: tuple[str, ...] = ()
    state: str | None = None
    street_address: str | None = None
    surname: str | None = None
    usage_location: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    user_principal_name: str = Field(min_length=3)
    user_type: Literal["Member", "Guest"] = "Member"
