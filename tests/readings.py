"""Readings as Graph would give them, with one thing changed at a time."""

from datetime import UTC, datetime
from typing import Any

from bot.model import Operation, Question, Subject, SubjectKind, Symptom
from bot.reading import Reading, Unreadable
from bot.readings.person import (
    Account,
    ActiveRoles,
    DirectoryRole,
    EligibleRoles,
    ObjectId,
    OwnedGroups,
    RoleAssignment,
    RoleAssignments,
    RoleEligibility,
)
from bot.readings.group import AdministrativeUnit, Group, GroupUnits, Owner, Owners, SyncBehavior
from bot.readings.tenant import DirectorySync, Organization

WHEN = datetime(2026, 11, 20, 9, 42, tzinfo=UTC)
GROUP_ID = "6f1f2a58-3c1e-4b57-9a0e-6d1b8f0c7a11"
ASKER_ID = "0c6b8a4d-52f7-4a39-8a7c-0b8a1c2d3e4f"
UNIT_ID = "b3a0e2de-9c8f-4d53-a1cf-0d5c7f6a9b21"


LEE = "5d7c1b9e-7a64-4f0b-8f5d-2f3c4b5a6d70"


def question(
    symptom: Symptom = Symptom.GROUP_EDIT,
    operation: Operation | None = None,
    *,
    person: str = "",
    other: str = "",
) -> Question:
    """About a group; `person` for whom, `other` who is to be added or removed."""
    subject = Subject(SubjectKind.GROUP, GROUP_ID, "Sales")
    somebody = Subject(SubjectKind.USER, other, "Umut") if other else None
    return Question(symptom, subject, ASKER_ID, WHEN, person, operation, somebody)


def group(**changed: Any) -> Group:
    """A plain cloud security group."""
    return Group(id=GROUP_ID, display_name="Sales", security_enabled=True, mail_enabled=False).model_copy(
        update=changed
    )


def microsoft_365(**changed: Any) -> Group:
    return group(group_types=("Unified",), mail_enabled=True, mail="sales@contoso.com", **changed)


def team(**changed: Any) -> Group:
    return microsoft_365(resource_provisioning_options=("Team",), **changed)


def distribution_list(**changed: Any) -> Group:
    return group(**{"mail_enabled": True, "security_enabled": False, "mail": "list@contoso.com", **changed})


def synced(**changed: Any) -> Group:
    from_ad = {
        "on_premises_sync_enabled": True,
        "on_premises_sam_account_name": "GS-Sales",
        "on_premises_security_identifier": "S-1-5-21-1-2-3-1104",
        "on_premises_domain_name": "contoso.local",
        "on_premises_last_sync_date_time": WHEN,
    }
    return group(**{**from_ad, **changed})


def sync(enabled: bool | None = True) -> DirectorySync:
    tenant = Organization(id=GROUP_ID, on_premises_sync_enabled=enabled, on_premises_last_sync_date_time=WHEN)
    return DirectorySync(value=(tenant,))


def behavior(cloud: bool) -> SyncBehavior:
    return SyncBehavior(is_cloud_managed=cloud)


def account(**changed: Any) -> Account:
    return Account(id=ASKER_ID, display_name="Lee Gu", user_type="Member").model_copy(update=changed)


def owned(*ids: str) -> OwnedGroups:
    return OwnedGroups(value=tuple(ObjectId(id=id) for id in ids))


def owners(*names: str) -> Owners:
    people = (
        Owner.model_validate({"id": name, "displayName": name, "@odata.type": "#microsoft.graph.user"})
        for name in names
    )
    return Owners(value=tuple(people))


def active(*templates: str) -> ActiveRoles:
    return ActiveRoles(value=tuple(DirectoryRole(id=t, role_template_id=t) for t in templates))


def assigned(*roles: str, scope: str = "/") -> RoleAssignments:
    return RoleAssignments(value=tuple(RoleAssignment(role_definition_id=r, directory_scope_id=scope) for r in roles))


def eligible(*roles: str, scope: str = "/") -> EligibleRoles:
    return EligibleRoles(value=tuple(RoleEligibility(role_definition_id=r, directory_scope_id=scope) for r in roles))


def units(*, restricted: bool | None = None) -> GroupUnits:
    """No unit, or one: an ordinary one when `restricted` is false."""
    if restricted is None:
        return GroupUnits(value=())
    unit = AdministrativeUnit(id=UNIT_ID, display_name="Denmark", is_member_management_restricted=restricted)
    return GroupUnits(value=(unit,))


def gap(reading: type[Reading], status: int = 403, code: str = "Authorization_RequestDenied") -> Unreadable:
    return Unreadable(reading, status, code)
