"""A small company with one group of every kind."""

from typing import Any

import orjson

from bot.sandbox.company import Company
from bot.sandbox.graph.rights import roles
from bot.sandbox.graph_objects.group_setting import GROUP_UNIFIED, GROUP_UNIFIED_GUEST

TENANT = "00000000-0000-4000-8000-00000000000a"
SKU = "00000004-0000-4000-8000-000000000000"
ASSIGNMENT = "00000005-0000-4000-8000-000000000001"
ALLOTMENT = "00000005-0000-4000-8000-000000000002"
NOW = "2026-11-20T10:00:00Z"


def _numbered(kind: int, names: str) -> dict[str, str]:
    return {name: f"0000000{kind}-0000-4000-8000-{number:012d}" for number, name in enumerate(names.split())}


U = _numbered(
    1,
    "owner member stranger global_admin privileged_admin groups_admin hybrid_admin intune_admin teams_admin "
    "unit_admin restricted_unit_admin eligible guest disabled global_reader license_admin directory_writer governor "
    "user_admin exchange_admin",
)
"""User ids by part in the play."""

G = _numbered(
    2,
    "security team private synced converted rolled_back mail_enabled dynamic role restricted restricted_role hidden "
    "licensed in_unit nesting deleted synced_child cloud_licensed no_guests gone_in_ad",
)
"""Group ids by kind."""

LEFT = "00000005-0000-4000-8000-000000000000"
"""The id of somebody who left the company, and was deleted."""

A = _numbered(3, "unit restricted")
"""Administrative unit ids."""

_ROLES = {
    "global_admin": roles.GLOBAL_ADMINISTRATOR,
    "privileged_admin": roles.PRIVILEGED_ROLE_ADMINISTRATOR,
    "groups_admin": roles.GROUPS_ADMINISTRATOR,
    "hybrid_admin": roles.HYBRID_IDENTITY_ADMINISTRATOR,
    "intune_admin": roles.INTUNE_ADMINISTRATOR,
    "teams_admin": roles.TEAMS_ADMINISTRATOR,
    "global_reader": roles.GLOBAL_READER,
    "license_admin": roles.LICENSE_ADMINISTRATOR,
    "directory_writer": roles.DIRECTORY_WRITERS,
    "governor": roles.IDENTITY_GOVERNANCE_ADMINISTRATOR,
    "user_admin": roles.USER_ADMINISTRATOR,
    "exchange_admin": roles.EXCHANGE_ADMINISTRATOR,
}
_SCOPED = {"unit_admin": A["unit"], "restricted_unit_admin": A["restricted"]}

_RESIDUE = {
    "onPremisesSecurityIdentifier": "S-1-5-21-1-2-3-1000",
    "onPremisesSamAccountName": "group",
    "onPremisesDomainName": "contoso.local",
    "onPremisesNetBiosName": "CONTOSO",
    "onPremisesLastSyncDateTime": "2026-11-01T10:00:00Z",
}


def _user(name: str) -> dict[str, Any]:
    return {
        "id": U[name],
        "displayName": name.replace("_", " ").title(),
        "userPrincipalName": f"{name}@contoso.com",
        "mail": f"{name}@contoso.com",
        "department": "Sales" if name in {"owner", "member"} else "Other",
        "userType": "Guest" if name == "guest" else "Member",
        "accountEnabled": name != "disabled",
        "jobTitle": "Actor",
    }


def _left() -> dict[str, Any]:
    name = {"displayName": "Left Behind", "userPrincipalName": f"{LEFT.replace('-', '')}left@contoso.com"}
    return {"id": LEFT, "mail": "left@contoso.com", "deletedDateTime": "2026-11-10T10:00:00Z", **name}


def _group(name: str, **properties: Any) -> dict[str, Any]:
    plain = {"mailEnabled": False, "securityEnabled": True, "mailNickname": name, "description": "As it was"}
    return {"id": G[name], "displayName": f"The {name} group", "visibility": None, **plain, **properties}


_UNIFIED = {"groupTypes": ["Unified"], "mailEnabled": True, "securityEnabled": False}


def _groups() -> list[dict[str, Any]]:
    return [
        _group("security"),
        _group("team", **_UNIFIED, visibility="Public", resourceProvisioningOptions=["Team"]),
        _group("private", **_UNIFIED, visibility="Private", resourceProvisioningOptions=["Team"]),
        _group("synced", onPremisesSyncEnabled=True, **_RESIDUE),
        _group("synced_child", onPremisesSyncEnabled=True, **_RESIDUE),
        _group("converted", **_RESIDUE),
        _group("rolled_back", **_RESIDUE),
        _group("mail_enabled", mailEnabled=True),
        _group(
            "dynamic",
            groupTypes=["DynamicMembership"],
            membershipRule='(user.department -eq "Sales")',
            membershipRuleProcessingState="On",
        ),
        _group("role", isAssignableToRole=True),
        _group("restricted", isManagementRestricted=True),
        _group("restricted_role", isAssignableToRole=True, isManagementRestricted=True),
        _group("hidden", **_UNIFIED | {"visibility": "HiddenMembership"}),
        _group("licensed", assignedLicenses=[{"skuId": SKU}]),
        _group("cloud_licensed"),
        _group("no_guests", **_UNIFIED, visibility="Private"),
        _group("gone_in_ad", onPremisesSyncEnabled=True, assignedLicenses=[{"skuId": SKU}], **_RESIDUE),
        _group("in_unit"),
        _group("nesting"),
    ]


def _relations() -> dict[str, Any]:
    owned = [name for name in G if name not in {"dynamic", "nesting", "synced_child", "gone_in_ad"}]
    return {
        "members": {G[name]: _members(name) for name in G},
        "owners": {G[name]: [U["owner"]] for name in owned},
        "administrativeUnits": [
            {"id": A["unit"], "displayName": "Unit"},
            {"id": A["restricted"], "displayName": "Restricted", "isMemberManagementRestricted": True},
        ],
        "administrativeUnitMembers": {
            A["unit"]: [G["in_unit"]],
            A["restricted"]: [G["restricted"], G["restricted_role"]],
        },
        "teams": [
            {"id": G["team"], "displayName": "The team group", "visibility": "public"},
            {"id": G["private"], "displayName": "The private group", "visibility": "private"},
        ],
    }


def _members(name: str) -> list[str]:
    nested = {"nesting": [G["security"]], "synced": [U["member"], G["synced_child"]]}
    return nested.get(name, [U["member"]])


def _assignments() -> dict[str, Any]:
    def role(number: str, who: str, template: str, scope: str = "/") -> dict[str, str]:
        return {"id": number, "principalId": U[who], "roleDefinitionId": template, "directoryScopeId": scope}

    tenant_wide = [role(f"a-{who}", who, template) for who, template in _ROLES.items()]
    scoped = [
        role(f"s-{who}", who, roles.GROUPS_ADMINISTRATOR, f"/administrativeUnits/{unit}")
        for who, unit in _SCOPED.items()
    ]
    eligible = role("e-1", "eligible", roles.GROUPS_ADMINISTRATOR) | {"startDateTime": NOW}
    return {"roleAssignments": tenant_wide + scoped, "roleEligibilities": [eligible]}


def _on_premises(name: str) -> dict[str, Any]:
    properties = {"displayName": f"The {name} group", "description": "As it was", "members": _members(name)}
    return {"id": G[name], "distinguishedName": f"CN={name}", "scope": "Universal", **properties}


def _setting(number: str, template: str, guests: str) -> dict[str, Any]:
    name = {GROUP_UNIFIED: "Group.Unified", GROUP_UNIFIED_GUEST: "Group.Unified.Guest"}[template]
    values = [{"name": "AllowToAddGuests", "value": guests}]
    return {"id": f"00000006-0000-4000-8000-00000000000{number}", "displayName": name, "templateId": template} | {
        "values": values
    }


def _tenant() -> dict[str, Any]:
    directory = [_on_premises(name) for name in ("synced", "synced_child", "converted", "rolled_back")]
    return {
        "clock": NOW,
        "organization": {
            "id": TENANT,
            "displayName": "Contoso",
            "verifiedDomains": [{"name": "contoso.com", "isDefault": True}],
            "onPremisesSyncEnabled": True,
            "onPremisesLastSyncDateTime": "2026-11-20T09:50:00Z",
        },
        "authorizationPolicy": {},
        "subscribedSkus": [
            {"id": f"{TENANT}_{SKU}", "skuId": SKU, "skuPartNumber": "E5", "prepaidUnits": {"enabled": 5}}
        ],
        "cloudLicensing": {
            "allotments": [{"id": ALLOTMENT, "allottedUnits": 10, "skuId": SKU, "skuPartNumber": "E5"}],
            "assignments": [{"id": ASSIGNMENT, "allotment": ALLOTMENT, "assignedTo": G["cloud_licensed"]}],
        },
        "groupSettings": [_setting("1", GROUP_UNIFIED, "true")],
        "settingsOfGroups": {G["no_guests"]: [_setting("2", GROUP_UNIFIED_GUEST, "false")]},
        "activeDirectory": {"domain": "contoso.local", "groups": directory, "deleted": [G["gone_in_ad"]]},
    }


def company() -> Company:
    """The company as it lies in a file."""
    whole = {
        **_tenant(),
        **_relations(),
        **_assignments(),
        "users": [_user(name) for name in U],
        "deletedUsers": [_left()],
        "photos": {U["owner"]: "teal", U["member"]: "plum", U["guest"]: "sand"},
        "groups": _groups(),
        "deletedGroups": [_group("deleted", deletedDateTime="2026-11-10T10:00:00Z")],
        "cloudManaged": [G["converted"]],
    }
    return Company.model_validate_json(orjson.dumps(whole))
