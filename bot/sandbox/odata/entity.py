"""What each kind of object can tell: its properties, when Graph returns them, and how they can be filtered.

A row of a table is `name  kind  returned  operators`:

- `name` is the property, or `property/member` for a member of a complex value;
- `kind` is string, boolean, integer, guid, dateTime, object or nav; `[]` is a list of them, `!` is never null;
- `returned` is default; select: only when named in `$select`; single: named, and only on GET of one object;
  never: only good for `$filter`; expand: a relationship; `-`: a member, it comes with its property;
- `operators` are those of `$filter`: before the bar by default, after it only in advanced queries; `notNull` is
  `ne null` where that works though `ne` doesn't.

https://learn.microsoft.com/graph/aad-advanced-queries
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, cast, get_args

from bot.sandbox.odata.tables import (
    application,
    beta,
    directory,
    group,
    licensing,
    roles,
    sharepoint,
    synchronization,
    teamwork,
    user,
)

Kind = Literal["string", "boolean", "integer", "guid", "dateTime", "object", "nav"]
Returned = Literal["default", "select", "single", "never", "expand", "-"]


@dataclass(frozen=True)
class Property:
    """One property; `operators` work by default, `advanced_operators` need `ConsistencyLevel: eventual`."""

    name: str
    kind: Kind
    returned: Returned
    is_list: bool = False
    nullable: bool = True
    operators: frozenset[str] = frozenset()
    advanced_operators: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Entity:
    """A kind of object.

    `name` is Graph's ("group"). `directory` says that advanced queries exist for it. `orderby` and
    `advanced_orderby` name the properties it can be sorted by; `options` are the query options it takes.
    """

    name: str
    properties: Mapping[str, Property]
    directory: bool = False
    orderby: frozenset[str] = frozenset()
    advanced_orderby: frozenset[str] = frozenset()
    options: frozenset[str] = frozenset({"$select", "$filter", "$orderby", "$top", "$count", "$expand"})

    def find(self, path: str) -> Property | None:
        """The property at `path`; a member without a row of its own inherits from its complex property."""
        if found := self.properties.get(path):
            return found
        whole = self.properties.get(path.partition("/")[0])
        return whole if "/" in path and whole and whole.kind == "object" and not whole.is_list else None

    def select(self, name: str) -> Property | None:
        """The property that `$select` may name, or nothing."""
        found = self.properties.get(name)
        return found if found and found.returned not in {"expand", "-"} else None


def parse_table(table: str) -> dict[str, Property]:
    """The rows of a table by name; raises ValueError for a word the table format does not know."""
    rows = (line for line in table.splitlines() if line and not line.startswith("#"))
    return {found.name: found for found in map(_parse_row, rows)}


def _parse_row(row: str) -> Property:
    name, kind, returned, *rest = row.split(maxsplit=3)
    plain = kind.removesuffix("!").removesuffix("[]")
    if plain not in get_args(Kind) or returned not in get_args(Returned):
        raise ValueError(f"not a row of an entity table: {row}")
    by_default, _, advanced = (rest[0] if rest else "").partition("|")
    return Property(
        name=name,
        kind=cast("Kind", plain),
        returned=cast("Returned", returned),
        is_list=kind.endswith("[]"),
        nullable=not kind.endswith(("!", "[]")),
        operators=frozenset(by_default.split()),
        advanced_operators=frozenset(advanced.split()),
    )


def _directory(name: str, table: str, orderby: str = "", advanced_orderby: str = "") -> Entity:
    return Entity(
        name=name,
        properties=parse_table(table),
        directory=True,
        orderby=frozenset(orderby.split()),
        advanced_orderby=frozenset(advanced_orderby.split()),
        options=frozenset({"$select", "$filter", "$search", "$orderby", "$top", "$count", "$expand"}),
    )


def _plain(name: str, table: str) -> Entity:
    return Entity(name=name, properties=parse_table(table))


def _only_select(name: str, table: str) -> Entity:
    return Entity(name=name, properties=parse_table(table), options=frozenset({"$select"}))


def _any_directory_object(kinds: tuple[Entity, ...]) -> Entity:
    """A list of mixed objects can name what any of them has; every filter on it is an advanced query."""
    merged: dict[str, Property] = {}
    for kind in reversed(kinds):
        merged.update(kind.properties)
    properties = {
        name: replace(row, operators=frozenset(), advanced_operators=row.operators | row.advanced_operators)
        for name, row in merged.items()
    }
    sortable = frozenset({"displayName"})
    return replace(
        kinds[0], name="directoryObject", properties=properties, orderby=frozenset(), advanced_orderby=sortable
    )


def _directory_objects() -> tuple[Entity, ...]:
    deleted_or_named = "createdDateTime deletedDateTime displayName"
    return (
        _directory("user", user.USER, "displayName userPrincipalName", "createdDateTime deletedDateTime"),
        _directory("group", group.GROUP, "displayName", "deletedDateTime"),
        _directory("servicePrincipal", application.SERVICE_PRINCIPAL, "", deleted_or_named),
        _directory("orgContact", directory.ORG_CONTACT, "", "createdDateTime displayName"),
        _directory("administrativeUnit", directory.ADMINISTRATIVE_UNIT, "", deleted_or_named),
        _plain("directoryRole", directory.DIRECTORY_ROLE),
    )


def _other_objects() -> tuple[Entity, ...]:
    return (
        _plain("organization", directory.ORGANIZATION),
        _plain("application", application.APPLICATION),
        _plain("authorizationPolicy", application.AUTHORIZATION_POLICY),
        _plain("oAuth2PermissionGrant", application.OAUTH2_PERMISSION_GRANT),
        _plain("groupSetting", application.GROUP_SETTING),
        _plain("unifiedRoleAssignment", roles.UNIFIED_ROLE_ASSIGNMENT),
        _plain("unifiedRoleEligibilityScheduleInstance", roles.UNIFIED_ROLE_ELIGIBILITY_SCHEDULE_INSTANCE),
        _plain("unifiedRoleAssignmentScheduleInstance", roles.UNIFIED_ROLE_ASSIGNMENT_SCHEDULE_INSTANCE),
        _plain("unifiedRoleDefinition", roles.UNIFIED_ROLE_DEFINITION),
        _plain("team", teamwork.TEAM),
        _plain("channel", teamwork.CHANNEL),
        _plain("aadUserConversationMember", teamwork.AAD_USER_CONVERSATION_MEMBER),
        _plain("userScopeTeamsAppInstallation", teamwork.USER_SCOPE_TEAMS_APP_INSTALLATION),
        _plain("licenseDetails", licensing.LICENSE_DETAILS),
        _only_select("subscribedSku", licensing.SUBSCRIBED_SKU),
        _plain("onPremisesSyncBehavior", synchronization.ON_PREMISES_SYNC_BEHAVIOR),
        _only_select("onPremisesDirectorySynchronization", synchronization.ON_PREMISES_DIRECTORY_SYNCHRONIZATION),
        _plain("serviceProvisioningXmlError", synchronization.SERVICE_PROVISIONING_XML_ERROR),
        _plain("profilePhoto", synchronization.PROFILE_PHOTO),
        _plain("site", sharepoint.SITE),
        _plain("profilePropertySetting", sharepoint.PROFILE_PROPERTY_SETTING),
    )


def _beta_objects() -> tuple[Entity, ...]:
    return (
        _only_select("photoUpdateSettings", beta.PHOTO_UPDATE_SETTINGS),
        _plain("beta.workPosition", beta.WORK_POSITION),
        _directory("beta.group", group.GROUP + beta.BETA_GROUP, "displayName", "deletedDateTime"),
        _plain("beta.cloudLicensing.assignment", beta.CLOUD_ASSIGNMENT),
        _plain("beta.cloudLicensing.allotment", beta.ALLOTMENT),
        _plain("beta.organization", directory.ORGANIZATION + beta.BETA_ORGANIZATION),
    )


def _entities() -> dict[str, Entity]:
    mixed = _any_directory_object(_directory_objects())
    every = (*_directory_objects(), *_other_objects(), *_beta_objects(), mixed)
    return {entity.name: entity for entity in every}


ENTITIES: Mapping[str, Entity] = MappingProxyType(_entities())
"""Every kind the sandbox can answer with, by Graph's name; "beta.<name>" has what beta adds to v1.0."""


def named(name: str | None) -> Entity:
    """The entity called `name`, None for mixed directory objects; KeyError for one without a table."""
    return ENTITIES[name or "directoryObject"]
