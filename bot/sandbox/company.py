"""A company as it lies in a file: Graph objects with every property, and what Graph does not tell.

The shape is strict: an unknown key, a wrong type or a reference to nobody is refused with the path of the fault.
How to write one: `companies/README.md` beside this file.
"""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, ValidationError, model_validator

from bot.sandbox.company_references import duplicates, strangers
from bot.sandbox.graph_objects import (
    AdministrativeUnit,
    Allotment,
    AuthorizationPolicy,
    Group,
    GroupSetting,
    OnPremisesDirectorySynchronization,
    Organization,
    PhotoUpdateSettings,
    ProfilePropertySetting,
    RoleAssignment,
    RoleDefinition,
    RoleEligibility,
    ServicePrincipal,
    SharePoint,
    SubscribedSku,
    Team,
    User,
    WorkPosition,
)
from bot.sandbox.graph_objects.wire import STRICT, Guid, Timestamp
from bot.sandbox.portraits import Portrait

Id = Guid

COMPANIES = Path(__file__).parent / "companies"
"""The companies that come with the code."""


class Section(BaseModel):
    """A part of the file that is ours, not Graph's: camelCase keys, nothing unknown."""

    model_config = STRICT


class ActiveDirectoryGroup(Section):
    """What Active Directory holds for one synced group: this is what a sync cycle writes to the cloud."""

    id: Id  # of the group in the cloud
    distinguished_name: str
    display_name: str
    description: str | None = None
    scope: Literal["Universal", "Global", "DomainLocal"]
    members: tuple[Id, ...] = ()  # cloud ids of the users and groups


class ActiveDirectory(Section):
    """The company's own domain and the sync that reads it."""

    domain: str
    sync_interval_minutes: Annotated[int, Field(gt=0)] = 30
    groups: tuple[ActiveDirectoryGroup, ...] = ()
    deleted: tuple[Id, ...] = ()  # groups deleted here that the cloud still has: the next cycle tries to delete them


class CloudAssignment(Section):
    """Licences of one pool, assigned to a group in the second licence store."""

    id: Annotated[str, Field(min_length=1)]
    allotment: str
    assigned_to: Id  # the group
    disabled_service_plan_ids: tuple[Id, ...] = ()


class CloudLicensing(Section):
    """The second licence store: beta's `cloudLicensing`, of which `assignedLicenses` knows nothing."""

    allotments: tuple[Allotment, ...] = ()
    assignments: tuple[CloudAssignment, ...] = ()


class Consent(Section):
    """Permissions granted to the bot's app registration: Graph's by name, SharePoint's after its app id and /."""

    admin: tuple[str, ...] = ()  # scopes an administrator consented to for everybody
    users: dict[Id, tuple[str, ...]] = {}  # user id -> scopes that person consented to
    application: tuple[str, ...] = ()  # app roles an administrator granted the bot itself, when nobody is signed in


class Chat(Section):
    """A Teams group chat the bot has been added to."""

    id: Annotated[str, Field(pattern=r"^19:[0-9A-Za-z_-]+@thread\.v2$")]
    topic: str
    members: tuple[Id, ...]


class Channel(Section):
    """A standard channel of a team the bot has been added to."""

    id: Annotated[str, Field(pattern=r"^19:[0-9A-Za-z_-]+@thread\.tacv2$")]
    team: Id  # the team's Microsoft 365 group
    display_name: str


class Teamwork(Section):
    """Where the bot is installed in Teams."""

    installed_for: tuple[Id, ...] = ()
    chats: tuple[Chat, ...] = ()
    channels: tuple[Channel, ...] = ()


class Persona(Section):
    """Somebody worth signing in as, shown on the chat page's person picker."""

    user: Id
    note: str
    locale: Annotated[str, Field(pattern=r"^[a-z]{2}-[A-Z]{2}$")] = "en-US"


class Company(Section):
    """One simulated tenant, complete."""

    schema_: str | None = Field(default=None, alias="$schema")
    clock: Timestamp  # when the company wakes up; everything later is relative to it
    organization: Organization
    on_premises_synchronization: OnPremisesDirectorySynchronization = OnPremisesDirectorySynchronization()
    authorization_policy: AuthorizationPolicy
    users: tuple[User, ...]
    deleted_users: tuple[User, ...] = ()
    photos: dict[Id, Portrait] = {}  # user id -> which of the portraits beside the company files is theirs
    on_premises_mailboxes: tuple[Id, ...] = ()  # users whose mailbox is in the company's own Exchange
    photo_update_settings: PhotoUpdateSettings = PhotoUpdateSettings()
    managers: dict[Id, Id] = {}  # user id -> the user they report to
    positions: dict[Id, tuple[WorkPosition, ...]] = {}  # user id -> what sources beside Entra say they are
    profile_property_settings: tuple[ProfilePropertySetting, ...] = ()  # which source goes first; Entra when empty
    share_point: SharePoint | None = None  # what SharePoint keeps of people; None where there is no SharePoint
    groups: tuple[Group, ...]
    deleted_groups: tuple[Group, ...] = ()
    members: dict[Id, tuple[Id, ...]] = {}  # group id -> direct members
    owners: dict[Id, tuple[Id, ...]] = {}  # group id -> owners as Entra holds them (Graph hides some)
    administrative_units: tuple[AdministrativeUnit, ...] = ()
    administrative_unit_members: dict[Id, tuple[Id, ...]] = {}
    teams: tuple[Team, ...] = ()
    custom_roles: tuple[RoleDefinition, ...] = ()  # the company's own; Microsoft's are there anyway
    role_assignments: tuple[RoleAssignment, ...] = ()
    role_eligibilities: tuple[RoleEligibility, ...] = ()
    service_principals: tuple[ServicePrincipal, ...] = ()
    subscribed_skus: tuple[SubscribedSku, ...] = ()
    cloud_licensing: CloudLicensing = CloudLicensing()
    group_settings: tuple[GroupSetting, ...] = ()  # the tenant's
    settings_of_groups: dict[Id, tuple[GroupSetting, ...]] = {}  # group id -> its own
    cloud_managed: tuple[Id, ...] = ()  # groups whose onPremisesSyncBehavior.isCloudManaged is true
    active_directory: ActiveDirectory | None = None
    consent: Consent = Consent()
    teamwork: Teamwork = Teamwork()
    personas: tuple[Persona, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        """Every id is somebody's, and nobody has the same id twice."""
        if wrong := [*duplicates(self), *strangers(self)]:
            raise ValidationError.from_exception_data("Company", wrong)
        return self


def parse(text: str | bytes) -> Company:
    """Read a company from JSON `text`; raises `pydantic.ValidationError`, to be told with `faults`."""
    return Company.model_validate_json(text, strict=True, by_alias=True, by_name=False)


def load(path: Path) -> Company:
    """Read a company from `path`; raises `OSError`, or `pydantic.ValidationError`, to be told with `faults`."""
    return parse(path.read_bytes())


def faults(error: ValidationError) -> tuple[str, ...]:
    """One line per fault: the path in the file and what is wrong there, e.g. `groups.3.displayNam: unknown key`."""
    own_words = {"extra_forbidden": "unknown key", "missing": "required key is missing"}
    return tuple(
        f"{_dotted(fault['loc'])}: {own_words.get(fault['type'], fault['msg'])}"
        for fault in error.errors(include_url=False, include_context=False, include_input=False)
        if fault["type"] != "default_factory_not_called"  # a consequence of another fault, not one itself
    )


def _dotted(path: tuple[int | str, ...]) -> str:
    """The path as people write it, without the step of its own that pydantic adds for a dictionary's faulty key."""
    return ".".join(str(step) for step in path if step != "[key]") or "the file"
