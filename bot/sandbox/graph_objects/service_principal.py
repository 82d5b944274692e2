"""An app in this tenant. https://learn.microsoft.com/graph/api/resources/serviceprincipal"""

from typing import Literal

from pydantic import JsonValue

from bot.sandbox.graph_objects.app_credentials import KeyCredential, PasswordCredential
from bot.sandbox.graph_objects.app_permissions import AppRole, PermissionScope, ResourceSpecificPermission
from bot.sandbox.graph_objects.wire import ComplexValue, DirectoryObject, Guid, Timestamp


class KeyValue(ComplexValue):
    """A setting of an add-in."""

    key: str | None = None
    value: str | None = None


class AddIn(ComplexValue):
    """A way another service may call the app."""

    id: Guid
    properties: tuple[KeyValue, ...] = ()
    type: str


class InformationalUrl(ComplexValue):
    """The app's own pages."""

    logo_url: str | None = None
    marketing_url: str | None = None
    privacy_statement_url: str | None = None
    support_url: str | None = None
    terms_of_service_url: str | None = None


class SamlSingleSignOnSettings(ComplexValue):
    """Where SAML sign-in goes on to."""

    relay_state: str | None = None


class VerifiedPublisher(ComplexValue):
    """The publisher Microsoft verified; all null when there is none."""

    added_date_time: Timestamp | None = None
    display_name: str | None = None
    verified_publisher_id: str | None = None


class ServicePrincipal(DirectoryObject):
    """An app, a managed identity or an old-style service."""

    account_enabled: bool = True
    add_ins: tuple[AddIn, ...] = ()
    alternative_names: tuple[str, ...] = ()
    app_description: str | None = None
    app_display_name: str | None = None
    app_id: Guid
    app_owner_organization_id: Guid | None = None
    app_role_assignment_required: bool = False
    app_roles: tuple[AppRole, ...] = ()
    application_template_id: Guid | None = None
    created_by_app_id: str | None = None
    custom_security_attributes: dict[str, JsonValue] | None = None
    description: str | None = None
    disabled_by_microsoft_status: str | None = None
    display_name: str
    homepage: str | None = None
    info: InformationalUrl = InformationalUrl()
    is_disabled: bool | None = None
    key_credentials: tuple[KeyCredential, ...] = ()
    login_url: str | None = None
    logout_url: str | None = None
    notes: str | None = None
    notification_email_addresses: tuple[str, ...] = ()
    oauth2_permission_scopes: tuple[PermissionScope, ...] = ()
    password_credentials: tuple[PasswordCredential, ...] = ()
    preferred_single_sign_on_mode: str | None = None
    preferred_token_signing_key_thumbprint: str | None = None
    reply_urls: tuple[str, ...] = ()
    resource_specific_application_permissions: tuple[ResourceSpecificPermission, ...] = ()
    saml_single_sign_on_settings: SamlSingleSignOnSettings | None = None
    service_principal_names: tuple[str, ...] = ()
    service_principal_type: Literal["Application", "ManagedIdentity", "Legacy", "SocialIdp"] = "Application"
    sign_in_audience: str | None = "AzureADMyOrg"
    tags: tuple[str, ...] = ()
    token_encryption_key_id: Guid | None = None
    verified_publisher: VerifiedPublisher = VerifiedPublisher()
