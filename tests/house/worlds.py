"""What every reading may turn out to be, so that a rule can be asked about all of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import product
from random import Random
from typing import Any

from bot.diagnoses.group.asker_role_not_active import ThroughGroups
from bot.model import Operation, Question, Symptom
from bot.person_details import Detail, Place, Property
from bot.pictures.comparison import Verdict
from bot.reading import Each, Unreadable
from bot.readings.asker import MineInBin, MyOwnedGroups, MyRoles
from bot.readings.custom_roles import CustomRoles
from bot.readings.group import (
    AdministrativeUnit,
    DeletedGroup,
    Group,
    GroupUnits,
    MembershipRuleStatus,
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
    AssignedLicense,
    CloudAssignment,
    CloudLicenses,
    GroupLicenses,
    LicenseDetails,
    ProcessingState,
    Product,
    Products,
)
from bot.readings.mailbox import MailboxSettings
from bot.readings.person import (
    Account,
    ActiveRoles,
    EligibleRoles,
    GroupEligibleRoles,
    ObjectId,
    RoleAssignments,
)
from bot.readings.photo_copies import PhotoCopies, SharePointPicture
from bot.readings.profile import (
    Details,
    Manager,
    Positions,
    ProfileSettings,
    RoleGroupsOfPerson,
    RolesOfPerson,
    SharePointDetails,
    SyncFeatures,
)
from bot.readings.sharepoint import RootSite, SharePointProfile, SiteCollection
from bot.readings.tenant import DirectorySync
from bot.readings.user import Photo, PhotoSettings, User, UserAccount
from bot.roles import Role
from bot.rule import Diagnosis, Need
from tests import readings as r

World = tuple[Question, Mapping[Any, Any]]
"""A question, and need's key → what Graph gave."""

NO_GUESTS = (SettingValue(name="AllowToAddGuests", value="false"),)
RULE = {"group_types": ("DynamicMembership",), "membership_rule": "user.department -eq 'Sales'"}
NAMELESS_UNIT = GroupUnits(value=(AdministrativeUnit(id=r.UNIT_ID),))
WAITING = GroupEligibleRoles(value=r.eligible(Role.GROUPS).value)
LONG_AGO = r.WHEN - timedelta(days=900)
SKU = "06ebc4ee-1bb5-47dd-8120-11324bc54e06"


def each(got: Mapping[str, Any], unread: int = 0) -> Each[Any, Any]:
    """One reading for every item of a listing, as `diagnose` puts it together."""
    return Each(got, unread)


VALUES: Mapping[Any, Sequence[Any]] = {
    Account: (r.account(), r.account(user_type="Guest"), r.account(display_name="Umut")),
    ActiveRoles: (r.active(), r.active(Role.GROUPS), r.active(Role.GLOBAL)),
    CloudLicenses: (CloudLicenses(value=()), CloudLicenses(value=(CloudAssignment(id="1"),))),
    CustomRoles: (
        r.custom_roles(),
        r.custom_roles(own="groups/allProperties/allTasks"),
        r.custom_roles(own="groups/allProperties/update"),
    ),
    MineInBin: (each({}), *r.mine_in_bin().values(), *r.mine_in_bin(r.GROUP_ID).values()),
    DeletedGroup: (DeletedGroup(id=r.GROUP_ID, display_name="Sales", deleted_date_time=r.WHEN),),
    Details: (
        r.details(),
        r.details(id=r.ASKER_ID),
        r.NOT_VISIBLE,
        r.synced_details(),
        r.synced_details(on_premises_last_sync_date_time=r.WHEN - timedelta(days=90)),
        r.synced_details(on_premises_sync_enabled=None),
        r.details(job_title="Chief Buyer"),
        r.details(job_title=None, account_enabled=False),
        r.details(mobile_phone="+45 2012 3456"),
    ),
    DirectorySync: (r.sync(), r.sync(enabled=None), r.sync(enabled=False), DirectorySync(value=())),
    ThroughGroups: (each({}), each({"1": WAITING})),
    EligibleRoles: (
        r.eligible(),
        r.eligible(Role.GROUPS),
        r.eligible(Role.GROUPS, scope=r.IN_UNIT),
        r.eligible("own"),
    ),
    Group: (
        r.group(),
        r.microsoft_365(),
        r.team(),
        r.distribution_list(),
        r.synced(),
        r.synced(on_premises_sync_enabled=False),
        r.synced(on_premises_sync_enabled=None),
        r.distribution_list(on_premises_sam_account_name="GS-Sales"),
        r.microsoft_365(visibility="HiddenMembership"),
        r.group(is_management_restricted=True),
        r.group(is_assignable_to_role=True),
        r.group(is_management_restricted=True, is_assignable_to_role=True),
        r.group(**RULE, membership_rule_processing_state="On"),
    ),
    GroupLicenses: (
        GroupLicenses(),
        GroupLicenses(assigned_licenses=(AssignedLicense(sku_id=SKU),)),
        GroupLicenses(license_processing_state=ProcessingState(state="ProcessingInProgress")),
    ),
    GroupSettings: (
        GroupSettings(value=()),
        GroupSettings(value=(Setting(template_id=GROUP_UNIFIED_GUEST, values=NO_GUESTS),)),
    ),
    GroupUnits: (r.units(), r.units(restricted=False), r.units(restricted=True), NAMELESS_UNIT),
    Manager: (r.BOSS, Manager(id="another boss", user_principal_name="new@contoso.com")),
    MailboxSettings: (MailboxSettings(user_purpose="user"),),
    MembershipRuleStatus: (
        MembershipRuleStatus(),
        MembershipRuleStatus(membership_rule_processing_status=RuleStatus(status="Succeeded")),
        MembershipRuleStatus(membership_rule_processing_status=RuleStatus(status="Failed")),
    ),
    MyRoles: (MyRoles(value=()), MyRoles(value=r.active(Role.USER).value)),
    MyOwnedGroups: (r.owned(), r.owned(r.GROUP_ID)),
    Owners: (r.owners(), r.owners("Adele"), r.owners(r.ASKER_ID), r.owners(r.LEE, "Freja")),
    Photo: (Photo(id="240x240", width=240, height=240), Photo(id="1x1", width=1, height=1)),
    PhotoCopies: (
        r.copies(),
        r.copies(Verdict.DIFFERENT),
        r.copies(Verdict.UNSURE),
        r.copies(None, in_sharepoint=""),
        r.copies(None, size=40_000),
        r.copies(None, unread=r.gap(SharePointPicture)),
    ),
    PhotoSettings: (
        PhotoSettings(),
        PhotoSettings(source="onPremises"),
        PhotoSettings(source="fromTheMoon"),
        PhotoSettings(source="cloud", allowed_roles=[str(Role.USER)]),
    ),
    LicenseDetails: (r.products(), r.products("EXCHANGE_S_ENTERPRISE"), r.products(*r.MAILBOX)),
    Positions: (Positions(value=()), Positions(value=(r.position("Chief Buyer"),))),
    ProfileSettings: (ProfileSettings(value=()), r.sources("https://graph.microsoft.com/hr")),
    Products: (Products(value=()), Products(value=(Product(sku_id=SKU, sku_part_number="SPE_E5"),))),
    RootSite: tuple(
        RootSite(web_url=f"https://{host}", site_collection=SiteCollection(hostname=host))
        for host in ("contoso.sharepoint.com", "fabrikam.sharepoint.com")
    ),
    RoleAssignments: (
        r.assigned(),
        r.assigned(Role.GROUPS),
        r.assigned(Role.GLOBAL),
        r.assigned(Role.GROUPS, scope=r.IN_UNIT),
        r.assigned("own"),
        r.assigned("own", scope=r.IN_UNIT),
    ),
    RoleGroupsOfPerson: (RoleGroupsOfPerson(value=()), RoleGroupsOfPerson(value=(ObjectId(id="1"),))),
    RolesOfPerson: (r.roles_of_person(), r.roles_of_person(Role.GLOBAL), r.roles_of_person(Role.GLOBAL_READER)),
    SharePointDetails: (
        r.details_in_sharepoint(),
        r.details_in_sharepoint(Title="Clerk"),
        r.details_in_sharepoint(CellPhone="+45 2012 3456"),
        r.details_in_sharepoint(CellPhone="+45 2011 0000"),
    ),
    SyncFeatures: (r.sync_features(bypass=True), r.sync_features(bypass=False)),
    SharePointProfile: (
        r.in_sharepoint(r.WHEN - timedelta(hours=3)),
        r.in_sharepoint(r.WHEN - timedelta(days=90)),
        r.in_sharepoint(follows="0"),
        r.in_sharepoint(placeholder="1"),
        r.NEVER_IN_SHAREPOINT,
        r.in_sharepoint(picture="https://intranet.contoso.com/lee.jpg"),
        r.in_sharepoint().model_copy(update={"personal_site_host_url": "https://contosoapc-my.sharepoint.com:443/"}),
    ),
    SyncBehavior: (r.behavior(cloud=True), r.behavior(cloud=False)),
    Team: (Team(id=r.GROUP_ID, is_archived=False), Team(id=r.GROUP_ID, is_archived=True)),
    TenantGroupSettings: (
        TenantGroupSettings(value=()),
        TenantGroupSettings(value=(Setting(template_id=GROUP_UNIFIED, values=NO_GUESTS),)),
    ),
    UserAccount: (
        UserAccount(id=r.LEE, user_type="Member", account_enabled=True, created_date_time=LONG_AGO),
        UserAccount(id=r.LEE, user_type="Member", account_enabled=True, created_date_time=r.WHEN),
        UserAccount(id=r.LEE, user_type="Guest", account_enabled=False, created_date_time=LONG_AGO),
        UserAccount(id=r.LEE),
        UserAccount(id=r.ASKER_ID, user_type="Member", on_premises_sync_enabled=True),
    ),
    User: (User(id=r.ASKER_ID, display_name="Lee Gu", mail="lee@contoso.com"), User(id=r.LEE, display_name="Umut")),
}
"""What a parameter may ask for → values that lead to different verdicts. One that isn't here fails a test."""

DETAILS = (
    None,
    *(Detail(property=each) for each in (Property.TITLE, Property.MANAGER, Property.PHONE, Property.MOBILE)),
    Detail(property=Property.SKILLS),
    *(Detail(place=each) for each in Place),
)
"""What is said of a person's details: one of every kind, and every place."""
MOST_WORLDS = 600
"""Of more, this many are drawn, always the same ones."""


def possible(need: Need) -> Sequence[Any]:
    """Everything a parameter may be given: values, and "there is none" where that is an answer."""
    absent = (Unreadable(need.reading, 404, "Request_ResourceNotFound"),) if need.absent else ()
    return (*VALUES[need.key], *absent)


def kept_back(need: Need) -> Sequence[Any]:
    """How Graph keeps it to itself: it isn't allowed, or doesn't answer; of an `Each`, only one or the last of them."""
    whole = (Unreadable(need.reading, 403, "Authorization_RequestDenied"), Unreadable(need.reading, 503, ""))
    if need.each is None:
        return whole
    return (
        *whole,
        each({"1": Unreadable(need.each, 403, "Authorization_RequestDenied")}),
        each({}, unread=1),
    )


def questions(diagnosis: Diagnosis) -> Sequence[Question]:
    """What can be asked of it: every symptom of its own and every operation, for oneself and for somebody else."""
    wanted: list[tuple[Symptom, Operation | None]] = [
        (symptom, None) for symptom in Symptom if symptom in diagnosis.symptoms and None in diagnosis.operations
    ]
    if Symptom.GROUP_MEMBERS in diagnosis.symptoms:
        wanted += [(Symptom.GROUP_MEMBERS, one) for one in sorted(filter(None, diagnosis.operations))]
    if Operation.REMOVE_PHOTO in diagnosis.operations and Symptom.PHOTO_REFUSED in diagnosis.symptoms:
        wanted.append((Symptom.PHOTO_REFUSED, Operation.REMOVE_PHOTO))
    if Operation.UPLOAD_PHOTO in diagnosis.operations and Symptom.PHOTO_REFUSED in diagnosis.symptoms:
        wanted.append((Symptom.PHOTO_REFUSED, Operation.UPLOAD_PHOTO))
    if Operation.DELETED_IN_AD in diagnosis.operations and Symptom.GROUP_DELETE in diagnosis.symptoms:
        wanted.append((Symptom.GROUP_DELETE, Operation.DELETED_IN_AD))
    asked = [r.question(*one, person=person) for one in wanted for person in ("", r.LEE)]
    if diagnosis.symptoms & {Symptom.PROFILE_STALE, Symptom.PROFILE_EDIT}:
        return [replace(question, detail=detail) for question in asked for detail in DETAILS]
    return asked


def worlds(diagnosis: Diagnosis, *, but: str = "") -> Iterator[World]:
    """Every question and everything Graph may answer or keep back, without what parameter `but` asks for."""
    needs = [need for name, need in diagnosis.needs.items() if name != but]
    everything = [questions(diagnosis), *((*possible(need), *kept_back(need)[:1]) for need in needs)]
    for question, *got in drawn(everything, f"{diagnosis.id} {but}"):
        readings: dict[Any, Any] = {need.key: one for need, one in zip(needs, got, strict=True)}
        if consistent(readings):
            yield question, readings


def consistent(readings: Mapping[Any, Any]) -> bool:
    """Whether Graph could give all of this at once: what is read in two ways is the same in both."""
    active, assigned = readings.get(ActiveRoles), readings.get(RoleAssignments)
    if isinstance(active, ActiveRoles) and isinstance(assigned, RoleAssignments):
        # Roles that an organisation made itself only stand among the assignments.
        everywhere = frozenset(each.role_definition_id for each in assigned.value if each.directory_scope_id == "/")
        everywhere -= {"own"}
        if everywhere != active.templates:
            return False
    group, units = readings.get(Group), readings.get(GroupUnits)
    unsaid = isinstance(group, Group) and not group.is_management_restricted
    if unsaid and isinstance(units, GroupUnits) and units.restricted:
        return False
    owned, owners = readings.get(MyOwnedGroups), readings.get(Owners)
    if isinstance(owned, MyOwnedGroups) and isinstance(owners, Owners):
        return owned.includes(r.GROUP_ID) == (r.ASKER_ID in {owner.id for owner in owners.value})
    return True


def given(need: Need, readings: Mapping[Any, Any]) -> Iterator[Mapping[Any, Any]]:
    """These readings with everything that one more may turn out to be."""
    return (each for got in possible(need) if consistent(each := {**readings, need.key: got}))


def drawn(choices: Sequence[Sequence[Any]], seed: str) -> Iterator[Sequence[Any]]:
    """One of each, in every combination or in as many as there is time for."""
    count = 1
    for options in choices:
        count *= len(options)
    if count <= MOST_WORLDS:
        yield from product(*choices)
    else:
        chance = Random(seed)  # noqa: S311 - no secret, and the same worlds every time
        yield from ([chance.choice(options) for options in choices] for _number in range(MOST_WORLDS))
