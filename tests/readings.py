"""Readings as Graph would give them, with one thing changed at a time, and what a rule makes of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.diagnose import none_yet
from bot.diagnoses.group.asker_role_not_active import ThroughGroups
from bot.model import Finding, Operation, Question, Subject, SubjectKind, Symptom
from bot.person_details import Detail, Place, Property
from bot.pictures.comparison import Verdict as Seen
from bot.reading import Each, Reading, Readings, Unreadable
from bot.readings.asker import MineInBin, MyDeletedGroups, MyOwnedGroups, MyRoleAssignments, MyRoles
from bot.readings.custom_roles import CustomRole, CustomRoles, RolePermission
from bot.readings.group import (
    AdministrativeUnit,
    DeletedGroup,
    Group,
    GroupUnits,
    MembershipRuleStatus,
    Owner,
    Owners,
    RuleStatus,
    SyncBehavior,
    Team,
)
from bot.readings.group_settings import (
    GROUP_UNIFIED,
    GROUP_UNIFIED_GUEST,
    GroupSettings,
    Setting,
    SettingValue,
    TenantGroupSettings,
)
from bot.readings.licenses import (
    Allotment,
    AssignedLicense,
    CloudAssignment,
    CloudLicenses,
    GroupLicenses,
    LicenseDetail,
    LicenseDetails,
    ProcessingState,
    Product,
    Products,
    ServicePlan,
)
from bot.readings.mailbox import MailboxSettings
from bot.readings.person import (
    Account,
    ActiveRoles,
    DirectoryRole,
    EligibleRoles,
    GroupEligibleRoles,
    ObjectId,
    RoleAssignment,
    RoleAssignments,
    RoleEligibility,
    RoleGroups,
)
from bot.readings.photo_copies import PhotoCopies
from bot.readings.profile import (
    Details,
    Manager,
    PersonSource,
    Position,
    Positions,
    ProfileSetting,
    ProfileSettings,
    RoleGroupsOfPerson,
    RolesOfPerson,
    SharePointDetails,
    SyncFeature,
    SyncFeatures,
    Synchronization,
    WorkPosition,
)
from bot.readings.sharepoint import BEGINNING, RootSite, SharePointProfile
from bot.readings.tenant import DirectorySync, Organization
from bot.readings.user import DeletedUser, Photo, PhotoSettings, User, UserAccount
from bot.rule import Diagnosis, Judgement
from bot.texts import Value, Voice, say

WHEN = datetime(2026, 11, 20, 9, 42, tzinfo=UTC)
GROUP_ID = "6f1f2a58-3c1e-4b57-9a0e-6d1b8f0c7a11"
ASKER_ID = "0c6b8a4d-52f7-4a39-8a7c-0b8a1c2d3e4f"
UNIT_ID = "b3a0e2de-9c8f-4d53-a1cf-0d5c7f6a9b21"
IN_UNIT = f"/administrativeUnits/{UNIT_ID}"
VISIO = "c5928f49-12ba-48f7-ada3-0d743a3601d5"
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


def about_lee(symptom: Symptom = Symptom.GROUP_EDIT, operation: Operation | None = None) -> Question:
    """Asked by somebody else for Lee."""
    return question(symptom, operation, person=LEE)


def of_user(symptom: Symptom = Symptom.PHOTO_MISSING, user: str = LEE) -> Question:
    """About a person."""
    return Question(symptom, Subject(SubjectKind.USER, user, "Lee Gu"), ASKER_ID, WHEN)


def of_profile(
    property: Property | None = None,
    place: Place | None = None,
    *,
    symptom: Symptom = Symptom.PROFILE_STALE,
    user: str = LEE,
) -> Question:
    """About a detail of a person's profile."""
    said = Detail(property=property, place=place) if property or place else None
    return replace(of_user(symptom, user), detail=said)


def of_tenant(symptom: Symptom = Symptom.SYNC_HEALTH, asked: datetime = WHEN) -> Question:
    """About the organisation."""
    return Question(symptom, Subject(SubjectKind.TENANT, GROUP_ID, "Contoso"), ASKER_ID, asked)


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


def dynamic(**changed: Any) -> Group:
    return group(
        **{"group_types": ("DynamicMembership",), "membership_rule": '(user.department -eq "Sales")', **changed}
    )


def rule_status(status: str | None, **more: Any) -> MembershipRuleStatus:
    return MembershipRuleStatus(membership_rule_processing_status=RuleStatus(status=status, **more))


def sync(enabled: bool | None = True, last: datetime | None = WHEN) -> DirectorySync:
    tenant = Organization(
        id=GROUP_ID,
        display_name="Contoso",
        on_premises_sync_enabled=enabled,
        on_premises_last_sync_date_time=last,
    )
    return DirectorySync(value=(tenant,))


def behavior(cloud: bool) -> SyncBehavior:
    return SyncBehavior(is_cloud_managed=cloud)


def account(**changed: Any) -> Account:
    return Account(id=ASKER_ID, display_name="Lee Gu", user_type="Member").model_copy(update=changed)


def user(**changed: Any) -> User:
    return User(id=LEE, display_name="Lee Gu", mail="lee@contoso.com").model_copy(update=changed)


def owned(*ids: str) -> MyOwnedGroups:
    """What the asker owns."""
    return MyOwnedGroups(value=tuple(ObjectId(id=id) for id in ids))


def owners(*names: str) -> Owners:
    """People whose ids are their names."""
    return Owners(value=tuple(owner(name) for name in names))


def owner(id: str, name: str | None = "", *, app: bool = False, enabled: bool | None = None) -> Owner:
    """A person or an app; without a name it is called as its id is, with `None` its name is not visible."""
    kind = "#microsoft.graph.servicePrincipal" if app else "#microsoft.graph.user"
    called = id if name == "" else name
    return Owner.model_validate({"id": id, "displayName": called, "accountEnabled": enabled, "@odata.type": kind})


def active(*templates: str) -> ActiveRoles:
    return ActiveRoles(value=tuple(DirectoryRole(id=t, role_template_id=t) for t in templates))


def my_roles(*templates: str) -> MyRoles:
    return MyRoles(value=active(*templates).value)


def assigned(*roles: str, scope: str = "/") -> RoleAssignments:
    return RoleAssignments(value=tuple(RoleAssignment(role_definition_id=r, directory_scope_id=scope) for r in roles))


def my_assigned(*roles: str, scope: str = "/") -> MyRoleAssignments:
    return MyRoleAssignments(value=assigned(*roles, scope=scope).value)


def custom_roles(**actions: str) -> CustomRoles:
    """The organisation's own roles: id → the actions it permits, without what they all begin with."""
    roles = {
        id: RolePermission(allowed_resource_actions=tuple(f"microsoft.directory/{each}" for each in said.split()))
        for id, said in actions.items()
    }
    own = (CustomRole(id=id, display_name=f"Own {id}", role_permissions=(each,)) for id, each in roles.items())
    return CustomRoles(value=tuple(own))


def mine_in_bin(*ids: str) -> Mapping[Any, object]:
    """The deleted groups that the asker owns, as they are asked for where the group is deleted."""
    each: MineInBin = Each({GROUP_ID: MyDeletedGroups(value=tuple(ObjectId(id=id) for id in ids))})
    return {MineInBin: each}


def eligible(*roles: str, scope: str = "/") -> EligibleRoles:
    return EligibleRoles(value=tuple(RoleEligibility(role_definition_id=r, directory_scope_id=scope) for r in roles))


def through_groups(*roles: str, scope: str = "/", unread: int = 0) -> Mapping[Any, object]:
    """What one of the person's groups has waiting."""
    waiting = GroupEligibleRoles(value=eligible(*roles, scope=scope).value)
    each: Each[RoleGroups, GroupEligibleRoles] = Each({"a role group": waiting}, unread)
    return {ThroughGroups: each}


def not_eligible_through(why: Unreadable) -> Mapping[Any, object]:
    """One of the person's groups that could not be looked into."""
    each: Each[RoleGroups, GroupEligibleRoles] = Each({"a role group": why})
    return {ThroughGroups: each}


def units(*, restricted: bool | None = None) -> GroupUnits:
    """No unit, or one: an ordinary one when `restricted` is false."""
    return GroupUnits(value=() if restricted is None else (unit(restricted=restricted),))


def unit(id: str = UNIT_ID, *, restricted: bool | None) -> AdministrativeUnit:
    return AdministrativeUnit(id=id, display_name="Denmark", is_member_management_restricted=restricted)


def licenses(*skus: str, state: str | None = None) -> GroupLicenses:
    processing = ProcessingState(state=state) if state else None
    held = tuple(AssignedLicense(sku_id=sku) for sku in skus)
    return GroupLicenses(assigned_licenses=held, license_processing_state=processing)


def cloud_licenses(*assignments: str, product: str | None = "VISIOCLIENT") -> CloudLicenses:
    allotment = Allotment(sku_part_number=product) if product else None
    return CloudLicenses(value=tuple(CloudAssignment(id=each, allotment=allotment) for each in assignments))


def guests(allowed: str | None, *templates: str) -> tuple[Setting, ...]:
    """Settings that say whether owners may add guests, by the templates that count; none when it is `None`."""
    said = () if allowed is None else (SettingValue(name="AllowToAddGuests", value=allowed),)
    counting = templates or (GROUP_UNIFIED, GROUP_UNIFIED_GUEST)
    return tuple(Setting(template_id=each, values=said) for each in counting if said)


def products(*plans: str) -> LicenseDetails:
    """One product with these parts, all set up."""
    parts = tuple(ServicePlan(service_plan_name=plan, provisioning_status="Success") for plan in plans)
    return LicenseDetails(value=(LicenseDetail(service_plans=parts),))


MAILBOX = ("EXCHANGE_S_ENTERPRISE", "SHAREPOINTENTERPRISE")
PICTURE = "https://contoso-my.sharepoint.com:443/User%20Photos/Profile%20Pictures/lee_MThumb.jpg"


def in_sharepoint(
    fetched: datetime | None = WHEN, *, follows: str = "1", placeholder: str = "0", picture: str = PICTURE
) -> SharePointProfile:
    """A person's profile in SharePoint, with what it says of the photo."""
    said = {
        "PictureURL": picture,
        "SPS-PictureTimestamp": str(int((fetched - BEGINNING).total_seconds())) if fetched else "",
        "SPS-PictureExchangeSyncState": follows,
        "SPS-PicturePlaceholderState": placeholder,
    }
    listed = [{"Key": key, "Value": value} for key, value in said.items()]
    host = "https://contoso-my.sharepoint.com:443/"
    return SharePointProfile.model_validate({"UserProfileProperties": listed, "PersonalSiteHostUrl": host})


def copies(verdict: Seen | None = Seen.SAME, **changed: Any) -> PhotoCopies:
    """Both pictures, and what came of comparing them."""
    shown = {"in_microsoft_365": "data:image/jpeg;base64,AA==", "in_sharepoint": "data:image/jpeg;base64,BB=="}
    return PhotoCopies(size=9_000, verdict=verdict).model_copy(update={**shown, **changed})


NEVER_IN_SHAREPOINT = in_sharepoint(None, follows="", placeholder="", picture="")


def details(**changed: Any) -> Details:
    """A cloud account's details."""
    plain = Details(
        id=LEE,
        account_enabled=True,
        user_type="Member",
        display_name="Lee Gu",
        job_title="Buyer",
        department="Purchasing",
        office_location="Aarhus",
        business_phones=("+45 8612 7039",),
        mail="lee@contoso.com",
    )
    return plain.model_copy(update=changed)


def synced_details(**changed: Any) -> Details:
    from_ad = {
        "on_premises_sync_enabled": True,
        "on_premises_security_identifier": "S-1-5-21-1-2-3-1104",
        "on_premises_last_sync_date_time": WHEN,
    }
    return details(**{**from_ad, **changed})


NOT_VISIBLE = Details(id=LEE, display_name="Lee Gu")
"""What is seen of somebody of whom only the basics may be read."""
BOSS = Manager(id="a boss", user_principal_name="boss@contoso.com")
IN_STEP = {
    "PreferredName": "Lee Gu",
    "Title": "Buyer",
    "Department": "Purchasing",
    "Office": "Aarhus",
    "WorkPhone": "+45 8612 7039",
    "WorkEmail": "lee@contoso.com",
    "Manager": "i:0#.f|membership|boss@contoso.com",
}


def details_in_sharepoint(**changed: str) -> SharePointDetails:
    """What SharePoint has of a person: the same as Microsoft Entra, some of it changed."""
    listed = [{"Key": key, "Value": value} for key, value in {**IN_STEP, **changed}.items()]
    return SharePointDetails.model_validate({"UserProfileProperties": listed})


def position(title: str, source: str = "contosohr", *, current: bool | None = True) -> WorkPosition:
    return WorkPosition(is_current=current, detail=Position(job_title=title), source=PersonSource(type=(source,)))


def sources(*urls: str) -> ProfileSettings:
    """The order of the sources, as it was set."""
    return ProfileSettings(value=(ProfileSetting(prioritized_source_urls=urls),))


def sync_features(*, bypass: bool) -> SyncFeatures:
    features = SyncFeature(bypass_dir_sync_overrides_enabled=bypass)
    return SyncFeatures(value=(Synchronization(id=GROUP_ID, features=features),))


def roles_of_person(*templates: str) -> RolesOfPerson:
    return RolesOfPerson(value=active(*templates).value)


def gap(reading: type[Reading], status: int = 403, code: str = "Authorization_RequestDenied") -> Unreadable:
    return Unreadable(reading, status, code)


def not_there(reading: type[Reading]) -> Unreadable:
    return gap(reading, 404, "Request_ResourceNotFound")


FINE: tuple[Reading | Unreadable, ...] = (
    group(),
    account(),
    owned(GROUP_ID),
    active(),
    my_roles(),
    my_assigned(),
    assigned(),
    custom_roles(),
    eligible(),
    RoleGroups(value=()),
    owners("Ann"),
    units(),
    sync(),
    licenses(),
    not_there(CloudLicenses),
    Products(value=(Product(sku_id=VISIO, sku_part_number="VISIO_PLAN2"),)),
    MembershipRuleStatus(),
    GroupSettings(value=()),
    TenantGroupSettings(value=()),
    user(),
    UserAccount(id=LEE, user_type="Member", account_enabled=True, created_date_time=datetime(2020, 1, 1, tzinfo=UTC)),
    RootSite(web_url="https://contoso.sharepoint.com"),
    Photo(width=648, height=648),
    PhotoSettings(),
    products(*MAILBOX),
    in_sharepoint(),
    copies(),
    MailboxSettings(user_purpose="user"),
    details(),
    BOSS,
    details_in_sharepoint(),
    Positions(value=()),
    ProfileSettings(value=()),
    roles_of_person(),
    RoleGroupsOfPerson(value=()),
    sync_features(bypass=False),
    not_there(DeletedUser),
    not_there(DeletedGroup),
    not_there(Team),
    not_there(SyncBehavior),
)


def everything(*changed: Reading | Unreadable) -> Readings:
    """All readings of a plain cloud group whose owner asks, some of them changed."""
    got = {kind_of(each): each for each in (*FINE, *changed)}
    groups, deleted = got[RoleGroups], got[DeletedGroup]
    return {
        **got,
        ThroughGroups: groups if isinstance(groups, Unreadable) else none_yet(groups),
        MineInBin: deleted if isinstance(deleted, Unreadable) else none_yet(deleted),
    }


def kind_of(got: Reading | Unreadable) -> type[Reading]:
    return got.reading if isinstance(got, Unreadable) else type(got)


def verdict(
    diagnose: Diagnosis,
    *changed: Reading | Unreadable,
    of: Question | None = None,
    each: Mapping[Any, object] | None = None,
) -> Judgement:
    """What one diagnosis says of a plain cloud group whose owner asks, with some readings changed.

    `each` holds second waves by the annotation that asks for them.
    """
    return diagnose.judge(of or question(), {**everything(*changed), **(each or {})})


def found(
    diagnose: Diagnosis,
    *changed: Reading | Unreadable,
    of: Question | None = None,
    each: Mapping[Any, object] | None = None,
) -> Finding:
    """The finding, where there has to be one."""
    finding = verdict(diagnose, *changed, of=of, each=each)
    assert isinstance(finding, Finding), finding
    return finding


def english(value: Value) -> str:
    return say(value, Voice())


def shown(finding: Finding, label: str) -> str:
    """The value of one piece of evidence."""
    return next(english(each.value) for each in finding.because if english(each.label) == label)


def offered(finding: Finding) -> list[str]:
    """The ids of its remedies."""
    return [remedy.id() for remedy in finding.remedies]
