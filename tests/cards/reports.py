"""Reports as a real company gives them: the rules judge made-up readings, so that cards say what people will read."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from bot.diagnose import judge
from bot.diagnoses import explaining
from bot.model import Question, Report, Subject, SubjectKind, Symptom
from bot.reading import Reading, Readings, Unreadable
from bot.readings.asker import ActiveRoles, Asker, EligibleRoles, ObjectId, OwnedGroups, RoleAssignments
from bot.readings.group import DeletedGroup, Group, GroupUnits, Owner, Owners, SyncBehavior, Team
from bot.readings.tenant import DirectorySync, Organization

NOW = datetime(2026, 11, 20, 9, 42, tzinfo=UTC)
GROUP = "6f1c2b1e-5a0d-4c7e-9f61-0d6a3c2e8b11"
LOUISE = "0b9e7a52-3c1d-4b8f-8a44-5d2f6e7c9a10"
MARKETING = "Marketing DK"

PLAIN = Group(id=GROUP, display_name=MARKETING, security_enabled=True, mail_enabled=False)
SYNCED = PLAIN.model_copy(
    update={
        "on_premises_sync_enabled": True,
        "on_premises_domain_name": "contoso.local",
        "on_premises_sam_account_name": "MKT-DK",
        "on_premises_last_sync_date_time": datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
    }
)
TEAM = PLAIN.model_copy(
    update={
        "group_types": ("Unified",),
        "mail_enabled": True,
        "mail": "marketing@contoso.com",
        "resource_provisioning_options": ("Team",),
    }
)
FORMERLY_SYNCED = TEAM.model_copy(update={"on_premises_sync_enabled": False, "on_premises_sam_account_name": "MKT-DK"})

ORDINARY: tuple[Reading | Unreadable, ...] = (
    PLAIN,
    Unreadable(DeletedGroup, 404, "Request_ResourceNotFound"),
    SyncBehavior(is_cloud_managed=False),
    Asker(id=LOUISE, display_name="Louise Holm", user_type="Member"),
    OwnedGroups(value=()),
    ActiveRoles(value=()),
    RoleAssignments(value=()),
    EligibleRoles(value=()),
    GroupUnits(value=()),
    Owners(
        value=(
            Owner.model_validate({"id": "1", "displayName": "Mette Krogh", "@odata.type": "#microsoft.graph.user"}),
            Owner.model_validate({"id": "2", "displayName": "Anders Friis", "@odata.type": "#microsoft.graph.user"}),
        )
    ),
    Unreadable(Team, 404, "NotFound"),
    DirectorySync(
        value=(
            Organization(
                id="t",
                on_premises_sync_enabled=True,
                on_premises_last_sync_date_time=datetime(2026, 11, 20, 9, 31, tzinfo=UTC),
            ),
        )
    ),
)
"""Louise Holm, an ordinary member, neither owns the group nor has a role."""
OWNED = OwnedGroups(value=(ObjectId(id=GROUP),))


def readings(*different: Reading | Unreadable) -> Readings:
    """What Graph gives: the ordinary, but for these."""
    given: Iterable[Reading | Unreadable] = (*ORDINARY, *different)
    return {(got.reading if isinstance(got, Unreadable) else type(got)): got for got in given}


def report(symptom: Symptom, *different: Reading | Unreadable) -> Report:
    """What the rules make of it."""
    subject = Subject(SubjectKind.GROUP, GROUP, MARKETING)
    return judge(Question(symptom, subject, LOUISE, NOW), explaining(symptom), readings(*different))


ON_PREMISES = report(Symptom.GROUP_MEMBERS, SYNCED, Unreadable(SyncBehavior, 403, "Authorization_RequestDenied"))
NOT_OWNER = report(Symptom.GROUP_MEMBERS)
NOTHING_STOPS = report(Symptom.GROUP_EDIT, OWNED)
DELETED = report(
    Symptom.GROUP_EDIT,
    Unreadable(Group, 404, "Request_ResourceNotFound"),
    DeletedGroup(
        id=GROUP,
        display_name=MARKETING,
        security_enabled=True,
        deleted_date_time=datetime(2026, 11, 4, 13, 5, tzinfo=UTC),
    ),
)
SEVERAL = report(
    Symptom.GROUP_EDIT,
    FORMERLY_SYNCED,
    Team(id=GROUP, is_archived=True),
    Unreadable(EligibleRoles, 403, "Authorization_RequestDenied"),
)
RISK_ONLY = report(Symptom.GROUP_MEMBERS, FORMERLY_SYNCED, OWNED, Team(id=GROUP, is_archived=True))
GAPS = report(
    Symptom.GROUP_MEMBERS,
    Unreadable(ActiveRoles, 403, "Authorization_RequestDenied"),
    Unreadable(RoleAssignments, 403, "Authorization_RequestDenied"),
    Unreadable(DirectorySync, 503, "ServiceUnavailable"),
)
VANISHED = report(Symptom.GROUP_EDIT, Unreadable(Group, 404, "Request_ResourceNotFound"))
PROBABLE = replace(NOT_OWNER, findings={id: replace(found, probable=True) for id, found in NOT_OWNER.findings.items()})
NASTY_NAME = "[click](https://evil.example) **bold** <b>x</b> " + "Longwordwithoutspaces" * 8
NASTY = report(
    Symptom.GROUP_MEMBERS,
    SYNCED.model_copy(update={"display_name": NASTY_NAME[:256], "on_premises_sam_account_name": "MKT_DK*_`x`'s"}),
)
