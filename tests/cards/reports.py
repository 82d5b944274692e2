"""Reports as a real company gives them: the rules judge made-up readings, so that cards say what people will read."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.diagnose import judge
from bot.diagnoses import explaining
from bot.model import Operation, Question, Report, Subject, SubjectKind, Symptom
from bot.reading import Reading, Unreadable
from bot.readings.group import DeletedGroup, Group, Owners, SyncBehavior, Team
from bot.readings.group_settings import TenantGroupSettings
from bot.readings.licenses import CloudLicenses
from bot.readings.person import ActiveRoles, EligibleRoles, RoleAssignments
from bot.readings.tenant import DirectorySync
from bot.readings.user import Photo, PhotoSettings
from bot.roles import Role
from tests import readings as r

NOW = datetime(2026, 11, 20, 9, 42, tzinfo=UTC)
GROUP = r.GROUP_ID
LOUISE = r.ASKER_ID
LEE = r.LEE
MARKETING = "Marketing DK"
SYNCED_AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)

PLAIN = r.group(display_name=MARKETING)
SYNCED = r.synced(
    display_name=MARKETING, on_premises_sam_account_name="MKT-DK", on_premises_last_sync_date_time=SYNCED_AT
)
TEAM = r.team(display_name=MARKETING)
FORMERLY_SYNCED = r.team(display_name=MARKETING, on_premises_sync_enabled=False, on_premises_sam_account_name="MKT-DK")
IN_EXCHANGE = r.distribution_list(display_name=MARKETING, mail="marketing@contoso.com")
TWO_OWNERS = Owners(value=(r.owner("1", "Mette Krogh"), r.owner("2", "Anders Friis")))

ORDINARY: tuple[Reading | Unreadable, ...] = (
    PLAIN,
    r.behavior(cloud=False),
    r.account(display_name="Louise Holm"),
    r.owned(),
    TWO_OWNERS,
    r.sync(last=datetime(2026, 11, 20, 9, 31, tzinfo=UTC)),
)
"""Louise Holm, an ordinary member, neither owns the group nor has a role."""
OWNED = r.owned(GROUP)
ARCHIVED = Team(id=GROUP, is_archived=True)


def asking(
    symptom: Symptom,
    operation: Operation | None = None,
    *,
    kind: SubjectKind = SubjectKind.GROUP,
    person: str = "",
    other: Subject | None = None,
) -> Question:
    """Louise asks; of a person it is about Lee, of the organisation about Contoso."""
    id, name = {SubjectKind.GROUP: (GROUP, MARKETING), SubjectKind.USER: (LEE, "Lee Gu")}.get(kind, (GROUP, "Contoso"))
    return Question(symptom, Subject(kind, id, name), LOUISE, NOW, person, operation, other)


def report(
    asked: Question | Symptom, *different: Reading | Unreadable, each: Mapping[Any, object] | None = None
) -> Report:
    """What the rules make of the ordinary, but for these."""
    question = asked if isinstance(asked, Question) else asking(asked)
    readings = {**r.everything(*ORDINARY, *different), **(each or {})}
    return judge(question, explaining(question.symptom, question.operation), readings)


ON_PREMISES = report(Symptom.GROUP_MEMBERS, SYNCED, r.gap(SyncBehavior), r.my_roles(Role.HYBRID_IDENTITY))
ON_ITS_WAY = report(Symptom.GROUP_MEMBERS, SYNCED, r.behavior(cloud=True))
GOES_BACK = report(
    Symptom.GROUP_SOURCE, SYNCED.model_copy(update={"on_premises_sync_enabled": None}), r.behavior(cloud=False)
)
LEFT = report(Symptom.GROUP_SOURCE, FORMERLY_SYNCED)
NOT_ADMINISTRATOR = report(Symptom.GROUP_MEMBERS, SYNCED, r.gap(SyncBehavior))
NOT_OWNER = report(Symptom.GROUP_MEMBERS)
NOT_OWNER_LEE = report(asking(Symptom.GROUP_MEMBERS, person=LEE), r.account(id=LEE, display_name="Lee Gu"))
NOTHING_STOPS = report(Symptom.GROUP_EDIT, OWNED)
NOTHING_STOPS_ADDING = report(asking(Symptom.GROUP_MEMBERS, Operation.ADD_MEMBER), OWNED)
DELETED = report(
    Symptom.GROUP_EDIT,
    OWNED,
    r.not_there(Group),
    DeletedGroup(
        id=GROUP,
        display_name=MARKETING,
        security_enabled=True,
        deleted_date_time=datetime(2026, 11, 4, 13, 5, tzinfo=UTC),
    ),
    r.my_roles(Role.GROUPS),
    each=r.mine_in_bin(GROUP),
)
SEVERAL = report(Symptom.GROUP_EDIT, FORMERLY_SYNCED, ARCHIVED, r.gap(EligibleRoles), r.my_roles(Role.TEAMS))
RISK_ONLY = report(Symptom.GROUP_MEMBERS, FORMERLY_SYNCED, OWNED, ARCHIVED)
GAPS = report(
    Symptom.GROUP_MEMBERS,
    r.gap(ActiveRoles),
    r.gap(RoleAssignments),
    r.gap(DirectorySync, 503, "ServiceUnavailable"),
)
VANISHED = report(Symptom.GROUP_EDIT, r.not_there(Group))
PROBABLE = replace(NOT_OWNER, findings={id: replace(found, probable=True) for id, found in NOT_OWNER.findings.items()})
ASLEEP = report(Symptom.GROUP_EDIT, r.eligible(Role.GROUPS))
ONLY_OWNERS_SEE_IT = report(
    Symptom.GROUP_EDIT, TEAM, r.active(Role.GROUPS), r.assigned(Role.GROUPS), r.my_roles(Role.GROUPS)
)
LICENSED = report(Symptom.GROUP_DELETE, OWNED, r.licenses(r.VISIO), CloudLicenses(value=()), r.my_roles(Role.LICENSE))
RULE_FAILED = report(
    Symptom.GROUP_SYNC,
    r.dynamic(display_name=MARKETING, membership_rule_processing_state="On"),
    r.rule_status("Failed"),
)
WHO_OWNS_IT = report(Symptom.GROUP_OWNERS)
NOBODY_OWNS_IT = report(Symptom.GROUP_OWNERS, IN_EXCHANGE, r.owners())
LAST_OWNER = report(
    asking(Symptom.GROUP_MEMBERS, Operation.REMOVE_OWNER),
    TEAM,
    OWNED,
    Owners(value=(r.owner(LOUISE, "Louise Holm"),)),
)
NO_GUESTS = report(
    asking(Symptom.GROUP_MEMBERS, Operation.ADD_GUEST), TEAM, OWNED, TenantGroupSettings(value=r.guests("false"))
)
NO_PHOTO = report(
    asking(Symptom.PHOTO_MISSING, kind=SubjectKind.USER), r.not_there(Photo), PhotoSettings(source="onPremises")
)
A_PHOTO = report(asking(Symptom.PHOTO_MISSING, kind=SubjectKind.USER))
SYNC_RUNS = report(asking(Symptom.SYNC_HEALTH, kind=SubjectKind.TENANT))
SYNC_STOPPED = report(
    asking(Symptom.SYNC_HEALTH, kind=SubjectKind.TENANT), r.sync(last=datetime(2026, 11, 18, 2, 0, tzinfo=UTC))
)
NASTY_NAME = "[click](https://evil.example) **bold** <b>x</b> " + "Longwordwithoutspaces" * 8
NASTY = report(
    Symptom.GROUP_MEMBERS,
    SYNCED.model_copy(update={"display_name": NASTY_NAME[:256], "on_premises_sam_account_name": "MKT_DK*_`x`'s"}),
)
