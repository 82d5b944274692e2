"""Groups, as Graph describes them. https://learn.microsoft.com/graph/api/resources/group"""

from datetime import datetime
from enum import Enum

from pydantic import Field

from bot.reading import GraphModel, Listing, Reading
from bot.texts import Text, Value, _


class GroupType(Enum):
    """Five things people call "the group"; decided by the flags, never by what a person calls it.

    https://learn.microsoft.com/graph/api/resources/groups-overview
    """

    MICROSOFT_365 = "Microsoft 365"
    TEAM = "team"
    SECURITY = "security"
    MAIL_ENABLED_SECURITY = "mail-enabled security"
    DISTRIBUTION = "distribution"

    @property
    def words(self) -> Text:
        """What Microsoft calls it."""
        return TYPES[self]


TYPES: dict[GroupType, Text] = {
    GroupType.MICROSOFT_365: _("Microsoft 365 group"),
    GroupType.TEAM: _("Team"),
    GroupType.SECURITY: _("Security group"),
    GroupType.MAIL_ENABLED_SECURITY: _("Mail-enabled security group"),
    GroupType.DISTRIBUTION: _("Distribution list"),
}


class GroupFlags(GraphModel):
    """The properties that say what kind of group it is, and where it is mastered."""

    id: str
    display_name: str | None = None  # null when the person may not read the group
    mail: str | None = None
    group_types: tuple[str, ...] = ()
    mail_enabled: bool | None = None
    security_enabled: bool | None = None
    resource_provisioning_options: tuple[str, ...] = ()
    on_premises_sync_enabled: bool | None = None

    @property
    def unified(self) -> bool:
        """Whether it is a Microsoft 365 group."""
        return "Unified" in self.group_types

    @property
    def type(self) -> GroupType:
        """Which of the five it is."""
        if self.unified:
            return GroupType.TEAM if "Team" in self.resource_provisioning_options else GroupType.MICROSOFT_365
        if self.mail_enabled:
            return GroupType.MAIL_ENABLED_SECURITY if self.security_enabled else GroupType.DISTRIBUTION
        return GroupType.SECURITY

    @property
    def dynamic(self) -> bool:
        """Whether a rule decides who is a member."""
        return "DynamicMembership" in self.group_types

    @property
    def in_exchange(self) -> bool:
        """Whether Exchange Online masters it, so that Graph can only read it."""
        return self.type in {GroupType.MAIL_ENABLED_SECURITY, GroupType.DISTRIBUTION}


class Group(Reading, GroupFlags):
    """One group with what a diagnosis needs; several of these come only with `$select`."""

    path = "/groups/{id}"
    scope = "GroupMember.Read.All"
    words = _("the group itself")

    visibility: str | None = None
    is_assignable_to_role: bool | None = None
    is_management_restricted: bool | None = None
    membership_rule: str | None = None
    membership_rule_processing_state: str | None = None
    on_premises_last_sync_date_time: datetime | None = None
    on_premises_domain_name: str | None = None
    on_premises_sam_account_name: str | None = None
    on_premises_security_identifier: str | None = None
    expiration_date_time: datetime | None = None
    created_date_time: datetime | None = None

    @property
    def name(self) -> str:
        """What to call it; the id when the person may not read its name."""
        return self.display_name or self.id

    @property
    def from_active_directory(self) -> bool:
        """Whether it carries what only a synced group gets; kept after it was moved to the cloud."""
        return bool(self.on_premises_security_identifier or self.on_premises_sam_account_name)


class SyncBehavior(Reading):
    """Where the group's source of authority is. https://learn.microsoft.com/graph/api/resources/onpremisessyncbehavior

    There is no read-only permission for it.
    """

    path = "/groups/{id}/onPremisesSyncBehavior"
    scope = "Group-OnPremisesSyncBehavior.ReadWrite.All"
    words = _("whether the group has been moved to the cloud")

    is_cloud_managed: bool


class Owner(GraphModel):
    """Somebody who owns a group; without a name when the person who asks may not read it."""

    id: str
    display_name: str | None = None
    account_enabled: bool | None = None
    """Null when the person who asks may not read it, and for an app."""
    type: str | None = Field(default=None, alias="@odata.type")

    @property
    def person(self) -> bool:
        """Whether it is a user: a service principal can own a group too, but it can't be asked anything."""
        return self.type == "#microsoft.graph.user"

    @property
    def called(self) -> Value:
        """The name, or the id where it may not be read; and that nobody answers there, where that is known."""
        name = self.display_name or self.id
        return _("{name} (account disabled)", name=name) if self.account_enabled is False else name


class Owners(Listing[Owner]):
    """The owners Graph knows. Empty means nothing for synced and Exchange groups.

    https://learn.microsoft.com/graph/api/group-list-owners
    """

    path = "/groups/{id}/owners"
    scope = "GroupMember.Read.All"
    words = _("who owns the group")
    also = ("User.ReadBasic.All",)

    def includes(self, person: str) -> bool:
        """Whether the person with this id is among them."""
        return any(owner.id == person for owner in self.value)

    @property
    def people(self) -> tuple[Owner, ...]:
        """The owners who are users."""
        return tuple(owner for owner in self.value if owner.person)

    @property
    def reachable(self) -> tuple[Owner, ...]:
        """The owners who can be asked: people whose account isn't known to be disabled."""
        return tuple(owner for owner in self.people if owner.account_enabled is not False)

    def others(self, asker: str) -> tuple[Owner, ...]:
        """The owners the asker can turn to: nobody asks themselves."""
        return tuple(owner for owner in self.reachable if owner.id != asker)


class AdministrativeUnit(GraphModel):
    """An administrative unit the group is a member of."""

    id: str
    display_name: str | None = None
    is_member_management_restricted: bool | None = None
    """Null also when the person who asks may not read it."""


class GroupUnits(Listing[AdministrativeUnit]):
    """The administrative units the group is in."""

    path = "/groups/{id}/memberOf/graph.administrativeUnit"
    scope = "AdministrativeUnit.Read.All"
    words = _("which administrative units the group is in")
    query = "$count=true"
    eventual = True  # https://learn.microsoft.com/graph/api/group-list-memberof asks for it with a cast

    @property
    def restricted(self) -> tuple[AdministrativeUnit, ...]:
        """Those that keep everybody out but administrators scoped to them."""
        return tuple(unit for unit in self.value if unit.is_member_management_restricted)

    @property
    def perhaps_restricted(self) -> tuple[AdministrativeUnit, ...]:
        """Those that are restricted or of which nobody said that they aren't."""
        return tuple(unit for unit in self.value if unit.is_member_management_restricted is not False)

    @property
    def restricting(self) -> tuple[AdministrativeUnit, ...]:
        """Of a group that is known to be restricted, the units that are sure to do it: no other may be left."""
        return self.restricted or (self.perhaps_restricted if len(self.perhaps_restricted) == 1 else ())


class Team(Reading):
    """The team on a Microsoft 365 group; 404 when it has none."""

    path = "/teams/{id}"
    scope = "TeamSettings.Read.All"
    words = _("the team's settings")

    id: str
    is_archived: bool | None = None


class DeletedGroup(Reading, GroupFlags):
    """The group in the recycle bin, where it stays 30 days. https://learn.microsoft.com/graph/api/directory-deleteditems-get"""

    path = "/directory/deletedItems/{id}/graph.group"
    scope = "Group.Read.All"
    words = _("the recycle bin")

    deleted_date_time: datetime | None = Field(default=None)
    is_assignable_to_role: bool | None = None


class RuleStatus(GraphModel):
    """How the evaluation of a membership rule went: `status` is NotStarted, Running, Succeeded or Failed."""

    status: str | None = None
    error_message: str | None = None
    last_membership_updated: datetime | None = None


class MembershipRuleStatus(Reading):
    """Whether the membership rule works. https://learn.microsoft.com/graph/api/resources/membershipruleprocessingstatus"""

    path = "/groups/{id}"
    scope = "GroupMember.Read.All"
    words = _("whether the membership rule works")
    version = "beta"

    membership_rule_processing_status: RuleStatus | None = None
