"""Graph's answers to a batch, written down beforehand: a synced group with two owners, asked about by neither.

Beside it a person without a photo.
"""

from typing import Any

import orjson

from tests.bench.diagnosis.identities import GROUP_ID, GROUP_NAME, OTHER_ID, OTHER_NAME, person

GROUP: dict[str, Any] = {
    "id": GROUP_ID,
    "displayName": GROUP_NAME,
    "mail": None,
    "groupTypes": [],
    "mailEnabled": False,
    "securityEnabled": True,
    "resourceProvisioningOptions": [],
    "visibility": None,
    "isAssignableToRole": None,
    "isManagementRestricted": None,
    "membershipRule": None,
    "membershipRuleProcessingState": None,
    "expirationDateTime": None,
    "createdDateTime": "2024-03-04T08:55:00Z",
    "onPremisesSyncEnabled": True,
    "onPremisesLastSyncDateTime": "2026-11-20T09:12:00Z",
    "onPremisesDomainName": "contoso.local",
    "onPremisesSamAccountName": "GS-Sales",
    "onPremisesSecurityIdentifier": "S-1-5-21-1-2-3-1104",
}
OWNERS = [{"@odata.type": "#microsoft.graph.user", "id": person(1000 + n), "displayName": f"Owner {n}"} for n in (1, 2)]
TENANT = {"id": GROUP_ID, "onPremisesSyncEnabled": True, "onPremisesLastSyncDateTime": "2026-11-20T09:12:00Z"}
OTHER = {"id": OTHER_ID, "displayName": OTHER_NAME, "userPrincipalName": "lee@contoso.com", "userType": "Member"}
MANY = [{"id": person(5000 + n)} for n in range(40)]
NOT_FOUND = {"error": {"code": "Request_ResourceNotFound", "message": "Resource does not exist."}}

BODIES: dict[str, Any] = {
    f"/groups/{GROUP_ID}": GROUP,
    f"/groups/{GROUP_ID}/onPremisesSyncBehavior": {"id": GROUP_ID, "isCloudManaged": False},
    f"/groups/{GROUP_ID}/owners": {"value": OWNERS},
    f"/groups/{GROUP_ID}/memberOf/graph.administrativeUnit": {"value": []},
    "/groups": {"value": [GROUP]},
    "/me": {"id": person(0), "displayName": "Ann", "userPrincipalName": "ann@contoso.com", "userType": "Member"},
    "/me/ownedObjects/graph.group": {"value": MANY},
    "/me/transitiveMemberOf/graph.directoryRole": {"value": []},
    "/roleManagement/directory/transitiveRoleAssignments": {"value": []},
    "/roleManagement/directory/roleDefinitions": {"value": []},
    "/roleManagement/directory/roleEligibilityScheduleInstances": {"value": []},
    "/roleManagement/directory/roleEligibilityScheduleInstances/filterByCurrentUser(on='principal')": {"value": []},
    "/organization": {"value": [TENANT]},
    "/directory/deletedItems/graph.group": {"value": []},
    "/directory/deletedItems/graph.user": {"value": []},
    "/users": {"value": [OTHER]},
    f"/users/{OTHER_ID}": OTHER | {"accountEnabled": True},
    f"/users/{OTHER_ID}/transitiveMemberOf/graph.directoryRole": {"value": []},
    f"/users/{OTHER_ID}/transitiveMemberOf/graph.group": {"value": []},
    "/admin/people/photoUpdateSettings": {"source": None, "allowedRoles": []},
}


def answer(batch: bytes) -> bytes:
    """What `$batch` answers; 404 for whatever isn't written down."""
    return orjson.dumps({"responses": [part(request) for request in orjson.loads(batch)["requests"]]})


def part(request: dict[str, Any]) -> dict[str, Any]:
    """One part's answer."""
    body = BODIES.get(str(request["url"]).partition("?")[0])
    status, said = (404, NOT_FOUND) if body is None else (200, body)
    return {"id": request["id"], "status": status, "headers": {"Content-Type": "application/json"}, "body": said}
