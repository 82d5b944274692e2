"""Directory roles: who holds which, where.

Display names have changed before; only template ids are compared.
https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.sandbox.world import Wire, World

GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10"
PRIVILEGED_ROLE_ADMINISTRATOR = "e8611ab8-c189-46e8-94e1-60213ab1f814"
GROUPS_ADMINISTRATOR = "fdd7a751-b60b-444a-984c-02652fe8fa1c"
USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1"
HYBRID_IDENTITY_ADMINISTRATOR = "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2"
DIRECTORY_WRITERS = "9360feb5-f418-4baa-8175-e2a00bac4301"
IDENTITY_GOVERNANCE_ADMINISTRATOR = "45d8d3c5-c802-45c6-b32a-1d70b5e1e86e"
EXCHANGE_ADMINISTRATOR = "29232cdf-9323-42fd-ade2-1d097af3e4de"
SHAREPOINT_ADMINISTRATOR = "f28a1f50-f6e7-4571-818b-6a12f2af6b6c"
TEAMS_ADMINISTRATOR = "69091246-20e8-4a56-aa4d-066075b2a7a8"
YAMMER_ADMINISTRATOR = "810a2642-a034-447f-a5e8-41beaa378541"
INTUNE_ADMINISTRATOR = "3a2c62db-5318-420d-8d74-23affee5d9d5"
WINDOWS_365_ADMINISTRATOR = "11451d60-acb2-45eb-a7d6-43d0f0125c13"
KNOWLEDGE_ADMINISTRATOR = "b5a8dcf3-09d5-43a9-a639-8e29ef291470"
KNOWLEDGE_MANAGER = "744ec460-397e-42ad-a462-8b3f9747a02c"
GLOBAL_READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451"
LICENSE_ADMINISTRATOR = "4d6ac14f-3453-41d0-bef9-a3e0c569773a"
PEOPLE_ADMINISTRATOR = "024906de-61e5-49c8-8572-40335f1e0e10"
PARTNER_TIER1_SUPPORT = "4ba39ca4-527c-499a-b93d-d9b492c50246"
PARTNER_TIER2_SUPPORT = "e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8"
SECURITY_ADMINISTRATOR = "194ae4cb-b126-40b2-bd5b-6091b380977d"
SECURITY_OPERATOR = "5f2222b1-57c3-48ba-8ad5-d4759f1fde6f"
SECURITY_READER = "5d6b6bb7-de71-4623-b4af-96380a352509"

NAMES = {
    GLOBAL_ADMINISTRATOR: "Global Administrator",
    PRIVILEGED_ROLE_ADMINISTRATOR: "Privileged Role Administrator",
    GROUPS_ADMINISTRATOR: "Groups Administrator",
    USER_ADMINISTRATOR: "User Administrator",
    HYBRID_IDENTITY_ADMINISTRATOR: "Hybrid Identity Administrator",
    DIRECTORY_WRITERS: "Directory Writers",
    IDENTITY_GOVERNANCE_ADMINISTRATOR: "Identity Governance Administrator",
    EXCHANGE_ADMINISTRATOR: "Exchange Administrator",
    SHAREPOINT_ADMINISTRATOR: "SharePoint Administrator",
    TEAMS_ADMINISTRATOR: "Teams Administrator",
    YAMMER_ADMINISTRATOR: "Yammer Administrator",
    INTUNE_ADMINISTRATOR: "Intune Administrator",
    WINDOWS_365_ADMINISTRATOR: "Windows 365 Administrator",
    KNOWLEDGE_ADMINISTRATOR: "Knowledge Administrator",
    KNOWLEDGE_MANAGER: "Knowledge Manager",
    GLOBAL_READER: "Global Reader",
    LICENSE_ADMINISTRATOR: "License Administrator",
    PEOPLE_ADMINISTRATOR: "People Administrator",
    PARTNER_TIER1_SUPPORT: "Partner Tier1 Support",
    PARTNER_TIER2_SUPPORT: "Partner Tier2 Support",
    SECURITY_ADMINISTRATOR: "Security Administrator",
    SECURITY_OPERATOR: "Security Operator",
    SECURITY_READER: "Security Reader",
    "88d8e3e3-8f55-4a1e-953a-9b9898b8876b": "Directory Readers",
    "729827e3-9c14-49f7-bb1b-9608f156bbb8": "Helpdesk Administrator",
    "7be44c8a-adaf-4e2a-84d6-ab2649e08a13": "Privileged Authentication Administrator",
    "f023fd81-a637-4b56-95fd-791ac0226033": "Service Support Administrator",
}
"""Built-in roles this company knows: template id, display name."""

TENANT = "/"
"""The directory scope of a role that counts everywhere."""

SAME_AS_MEMBER = "a0b1b346-4d3e-4e8b-98f8-753987be4970"
"""The `guestUserRoleId` that lets guests read what members read."""


@dataclass(frozen=True)
class HeldRole:
    """An active role: `template` id, `scope` ("/" or "/administrativeUnits/{id}"), `direct` or through a group."""

    template: str
    scope: str
    direct: bool


def held_roles(world: World, user: str) -> Iterator[HeldRole]:
    """The roles that are active for `user` and of use to them; eligible ones are not.

    A guest can't use a role for a part of the directory without one for all of it, since guests don't read the
    directory: https://learn.microsoft.com/entra/identity/role-based-access-control/admin-units-assign-roles
    Unverified: that this goes for a role over one object too, and that any role for all of it will do.
    """
    active = list(_active(world, user))
    if _reads_as_guest(world, user) and not any(role.scope == TENANT for role in active):
        return iter(())
    return iter(active)


def _active(world: World, user: str) -> Iterator[HeldRole]:
    for assignment in world.role_assignments:
        principal = assignment["principalId"]
        if principal == user or _through_group(world, principal, user):
            yield HeldRole(assignment["roleDefinitionId"], assignment["directoryScopeId"], direct=principal == user)


def _reads_as_guest(world: World, user: str) -> bool:
    guest = world.users.get(user, {}).get("userType") == "Guest"
    return guest and world.authorization_policy.get("guestUserRoleId") != SAME_AS_MEMBER


def _through_group(world: World, principal: str, user: str) -> bool:
    group = world.groups.get(principal)
    return bool(group and group["isAssignableToRole"] and user in world.members.get(principal, ()))


def definition(template: str) -> Wire:
    """The definition of a built-in role; its id is its template id."""
    name = NAMES.get(template, "Custom role")
    return {
        "id": template,
        "description": f"{name} of this company.",
        "displayName": name,
        "isBuiltIn": template in NAMES,
        "isEnabled": True,
        "resourceScopes": [TENANT],
        "templateId": template,
        "version": "1",
        "rolePermissions": [],
    }


def custom_definition(role: Wire) -> Wire:
    """The definition of a role this company has made itself."""
    return {
        "description": None,
        "isBuiltIn": False,
        "isEnabled": True,
        "resourceScopes": [TENANT],
        "templateId": role["id"],
        "version": "1",
        **role,
    }


def units_of(world: World, identifier: str) -> list[str]:
    """Ids of the administrative units that contain the user or group."""
    return [unit for unit, members in world.unit_members.items() if identifier in members]


def roles_over(world: World, user: str, identifier: str | None = None) -> frozenset[str]:
    """Template ids of the roles that count for `user` over an object: tenant-wide, over it, or over a unit with it."""
    scopes = {TENANT, f"/{identifier}"} | {scope_of(unit) for unit in units_of(world, identifier or "")}
    return frozenset(role.template for role in held_roles(world, user) if role.scope in scopes)


def roles_within(world: World, user: str, unit: str) -> frozenset[str]:
    """Template ids of the roles `user` holds scoped to exactly this unit."""
    return frozenset(role.template for role in held_roles(world, user) if role.scope == scope_of(unit))


def scope_of(unit: str) -> str:
    """The directory scope of an administrative unit."""
    return f"/administrativeUnits/{unit}"
