"""The company while it runs: wire-shaped objects that writes and sync cycles change, and the clock they obey."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import time
from typing import Any

from bot.sandbox.company import ActiveDirectoryGroup, Company
from bot.sandbox.portraits import Photo, portrait
from bot.sandbox.sharepoint.profiles import Profile, awakened

Wire = dict[str, Any]
"""A Graph object as JSON: camelCase keys, every property present, `None` where Graph says null."""


class Clock:
    """The company's time: real time since start, plus whatever it has been moved forward."""

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._began = time()
        self._moved = timedelta()

    def now(self) -> datetime:
        """The company's present, UTC."""
        return (self._start + timedelta(seconds=time() - self._began) + self._moved).astimezone(UTC)

    def forward(self, by: timedelta) -> None:
        """Let `by` pass at once; it can't go back."""
        if by < timedelta():
            raise ValueError("time does not go back")
        self._moved += by


_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass
class World:
    """Everything that changes. Plain dictionaries on purpose: this is what Graph would serialise."""

    company: Company
    clock: Clock
    organization: Wire
    authorization_policy: Wire
    users: dict[str, Wire]
    groups: dict[str, Wire]
    deleted_groups: dict[str, Wire]
    members: dict[str, list[str]]
    owners: dict[str, list[str]]
    administrative_units: dict[str, Wire]
    unit_members: dict[str, list[str]]
    teams: dict[str, Wire]
    role_assignments: list[Wire]
    role_eligibilities: list[Wire]
    service_principals: dict[str, Wire]
    subscribed_skus: list[Wire]
    cloud_managed: set[str] = field(default_factory=set[str])
    active_directory: dict[str, ActiveDirectoryGroup] = field(default_factory=dict[str, ActiveDirectoryGroup])
    deleted_in_active_directory: set[str] = field(default_factory=set[str])
    cloud_assignments: dict[str, Wire] = field(default_factory=dict[str, Wire])
    """The second licence store by assignment id: `id`, `disabledServicePlanIds`, its `allotment`, a group's id in
    `assignedTo`."""
    group_settings: dict[str, list[Wire]] = field(default_factory=dict[str, list[Wire]])
    """By the id of the group they are for; the tenant's own under the tenant's id."""
    admin_consent: set[str] = field(default_factory=set[str])
    user_consent: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    application_permissions: set[str] = field(default_factory=set[str])
    installed_for: set[str] = field(default_factory=set[str])
    looked_after: datetime = _NEVER
    """The last full hour whose hourly work is done; see `bot.sandbox.graph.state.hourly`."""
    custom_roles: dict[str, Wire] = field(default_factory=dict[str, Wire])
    """Roles the company has made itself, by id: `displayName` and `rolePermissions`."""
    deleted_users: dict[str, Wire] = field(default_factory=dict[str, Wire])
    photos: dict[str, Photo] = field(default_factory=dict[str, Photo])
    """The photos of people, by the ids of their users."""
    profiles: dict[str, Profile] = field(default_factory=dict[str, Profile])
    """What SharePoint has of people, by the ids of their users; whoever isn't there has no profile."""
    sent_files: dict[str, bytes] = field(default_factory=dict[str, bytes])
    """Files in OneDrive that people sent in chats, by their ids."""
    managers: dict[str, str] = field(default_factory=dict[str, str])
    """Whom people report to: ids of users."""
    positions: dict[str, list[Wire]] = field(default_factory=dict[str, list[Wire]])
    """What sources beside Entra say people are, by the ids of their users."""
    profile_property_settings: list[Wire] = field(default_factory=list[Wire])
    photo_update_settings: Wire = field(default_factory=dict[str, Any])
    on_premises_synchronization: Wire = field(default_factory=dict[str, Any])
    pending: list[tuple[datetime, Any]] = field(default_factory=list[tuple[datetime, Any]])
    """What happens later by itself: (when due, a callable taking the world). Settled by `bot.sandbox.graph.state`."""

    @property
    def tenant(self) -> str:
        """The tenant id."""
        return str(self.organization["id"])

    def user(self, name: str) -> Wire | None:
        """A user by id, user principal name or mail, whatever the case."""
        if found := self.users.get(name):
            return found
        wanted = name.casefold()
        return next(
            (u for u in self.users.values() if wanted in {str(u[k]).casefold() for k in ("userPrincipalName", "mail")}),
            None,
        )


def awaken(company: Company) -> World:
    """A running world from a company at rest; two worlds of one company share nothing that changes."""
    world = World(
        company=company,
        clock=Clock(company.clock),
        organization=company.organization.model_dump(mode="json", by_alias=True),
        authorization_policy=company.authorization_policy.model_dump(mode="json", by_alias=True),
        users=by_id(company.users),
        groups=by_id(company.groups),
        deleted_groups=by_id(company.deleted_groups),
        members=lists(company.members),
        owners=lists(company.owners),
        administrative_units=by_id(company.administrative_units),
        unit_members=lists(company.administrative_unit_members),
        teams=by_id(company.teams),
        role_assignments=list(by_id(company.role_assignments).values()),
        role_eligibilities=list(by_id(company.role_eligibilities).values()),
        service_principals=by_id(company.service_principals),
        subscribed_skus=list(by_id(company.subscribed_skus).values()),
    )
    _fill(world, company)
    return world


def _fill(world: World, company: Company) -> None:
    """What the file says beside Graph's own objects."""
    world.cloud_managed = set(company.cloud_managed)
    world.active_directory = synced_groups(company)
    world.deleted_in_active_directory = set(company.active_directory.deleted if company.active_directory else ())
    pools = by_id(company.cloud_licensing.allotments)
    assignments = by_id(company.cloud_licensing.assignments)
    world.cloud_assignments = {
        id: found | {"allotment": pools[found["allotment"]]} for id, found in assignments.items()
    }
    settings = {world.tenant: company.group_settings, **company.settings_of_groups}
    world.group_settings = {owner: list(by_id(own).values()) for owner, own in settings.items()}
    world.admin_consent = set(company.consent.admin)
    world.user_consent = {user: set(scopes) for user, scopes in company.consent.users.items()}
    world.application_permissions = set(company.consent.application)
    world.installed_for = set(company.teamwork.installed_for)
    world.looked_after = company.clock.replace(minute=0, second=0, microsecond=0)
    world.custom_roles = by_id(company.custom_roles)
    world.deleted_users = by_id(company.deleted_users)
    world.photos = {user: portrait(name) for user, name in company.photos.items()}
    world.profiles = awakened(company.share_point)
    world.managers = dict(company.managers)
    world.positions = {user: list(by_id(held).values()) for user, held in company.positions.items()}
    world.profile_property_settings = list(by_id(company.profile_property_settings).values())
    world.photo_update_settings = company.photo_update_settings.model_dump(mode="json", by_alias=True)
    world.on_premises_synchronization = company.on_premises_synchronization.model_dump(mode="json", by_alias=True)


def wire_moment(at: datetime) -> str:
    """A moment as Graph writes it: UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def by_id(objects: tuple[Any, ...]) -> dict[str, Wire]:
    """Graph objects as Graph would serialise them, by their ids."""
    return {o.id: o.model_dump(mode="json", by_alias=True) for o in objects}


def lists(of: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """Ids in lists that can change."""
    return {key: list(ids) for key, ids in of.items()}


def synced_groups(company: Company) -> dict[str, ActiveDirectoryGroup]:
    """What Active Directory holds, by the ids the groups have in the cloud."""
    return {group.id: group for group in company.active_directory.groups} if company.active_directory else {}
