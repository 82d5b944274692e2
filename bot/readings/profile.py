"""What Microsoft Entra has of a person, what SharePoint has of it, and which of two sources is shown."""

from collections.abc import Mapping
from datetime import datetime

from bot.person_details import Property
from bot.reading import GraphModel, Ids, Listing, Reading
from bot.readings.person import DirectoryRole, ObjectId
from bot.readings.sharepoint import SharePointProfile
from bot.scopes import Scope
from bot.texts import _

OWN = Scope.of_graph("User.Read")
ENTRA = "4ce763dd-9214-4eff-af7c-da491cc3782d"
"""Microsoft Entra among the sources: the one that Microsoft's page shows where nobody has chosen another.

https://learn.microsoft.com/graph/profilepriority-configure-profilepropertysetting
"""


class OfThePerson(Reading):
    """A reading of the person in question, which takes less when that is whoever asks."""

    @classmethod
    def permission(cls, ids: Ids) -> Scope:
        """Of oneself everything may be read that Graph has: https://learn.microsoft.com/graph/permissions-reference"""
        return OWN if ids.subject == ids.asker else super().permission(ids)

    @classmethod
    def permissions(cls) -> frozenset[Scope]:
        """Both."""
        return super().permissions() | {OWN}


class Details(OfThePerson):
    """The person's details in Microsoft Entra. https://learn.microsoft.com/graph/api/resources/user#properties"""

    path = "/users/{id}"
    scope = "User.Read.All"
    words = _("the person's details")

    id: str
    account_enabled: bool | None = None
    user_type: str | None = None
    display_name: str | None = None
    job_title: str | None = None
    department: str | None = None
    office_location: str | None = None
    business_phones: tuple[str, ...] = ()
    mobile_phone: str | None = None
    mail: str | None = None
    street_address: str | None = None
    company_name: str | None = None
    employee_id: str | None = None
    on_premises_sync_enabled: bool | None = None
    on_premises_last_sync_date_time: datetime | None = None
    on_premises_security_identifier: str | None = None

    @property
    def visible(self) -> bool:
        """Whether the details are there to be seen: what may not be read is null, and this never is."""
        return self.account_enabled is not None

    @property
    def synced(self) -> bool:
        """Whether Active Directory has the details."""
        return self.on_premises_sync_enabled is True

    @property
    def came_from_active_directory(self) -> bool:
        """Whether it was synced once and isn't any more."""
        return not self.synced and bool(self.on_premises_security_identifier)

    def said(self, property: Property) -> str:
        """The value of a detail as text; "" when there is none, or it isn't kept here."""
        found: object = self.model_dump(by_alias=True).get(property.value)
        return str((next(iter(self.business_phones), "") if property is Property.PHONE else found) or "")


class Manager(Reading):
    """Whom the person reports to; 404 when nobody is named. Of oneself it takes no less than of others.

    https://learn.microsoft.com/graph/api/user-list-manager
    """

    path = "/users/{id}/manager"
    scope = "User.Read.All"
    words = _("who the person's manager is")

    id: str
    user_principal_name: str | None = None


class SharePointDetails(SharePointProfile):
    """The person in SharePoint's own directory of people; 404 when they aren't in it."""

    words = _("what SharePoint keeps of the person")


class Position(GraphModel):
    """What a position says beside when it was held."""

    job_title: str | None = None


class PersonSource(GraphModel):
    """Where a value comes from, e.g. "AAD". https://learn.microsoft.com/graph/api/resources/persondatasources"""

    type: tuple[str, ...] = ()


class WorkPosition(GraphModel):
    """One position of a person. https://learn.microsoft.com/graph/api/resources/workposition"""

    is_current: bool | None = None
    detail: Position | None = None
    source: PersonSource | None = None

    @property
    def title(self) -> str:
        """The job title; "" when it has none."""
        return (self.detail.job_title if self.detail else None) or ""

    @property
    def from_entra(self) -> bool:
        """Whether it is Microsoft Entra's. Unverified: the name, which is in Microsoft's own examples."""
        return self.source is None or "AAD" in self.source.type


class Positions(OfThePerson, Listing[WorkPosition]):
    """The positions Microsoft 365 has gathered of the person. https://learn.microsoft.com/graph/api/profile-list-positions"""

    path = "/users/{id}/profile/positions"
    scope = "User.Read.All"
    version = "beta"
    words = _("which job titles other sources give")

    @classmethod
    def selected(cls) -> str:
        """Everything: the page promises no `$select`."""
        return ""

    def others(self, title: str) -> tuple[WorkPosition, ...]:
        """Current ones from elsewhere than Microsoft Entra with another title."""
        current = (each for each in self.value if each.is_current is not False and not each.from_entra)
        return tuple(each for each in current if each.title and each.title != title)


class ProfileSetting(GraphModel):
    """Which source goes first: for one property where it has a name, for all others where it has none."""

    name: str | None = None
    prioritized_source_urls: tuple[str, ...] = ()


class ProfileSettings(Listing[ProfileSetting]):
    """Whose values are shown when two sources differ; nothing means Microsoft Entra's.

    https://learn.microsoft.com/graph/profilepriority-configure-profilepropertysetting
    """

    path = "/admin/people/profilePropertySettings"
    scope = "PeopleSettings.Read.All"
    words = _("which source of people's details goes first")

    @classmethod
    def selected(cls) -> str:
        """This address takes no `$select`. Unverified: its page shows none."""
        return ""

    @property
    def first(self) -> str:
        """The address of the source that goes first; "" when that is Microsoft Entra, as it is when nothing was set."""
        general = (each for each in self.value if not each.name and each.prioritized_source_urls)
        first = next((each.prioritized_source_urls[0] for each in general), "")
        return "" if ENTRA in first.lower() else first


class RolesOfPerson(OfThePerson, Listing[DirectoryRole]):
    """The administrators' roles of the person in question, also through groups."""

    path = "/users/{id}/transitiveMemberOf/graph.directoryRole"
    scope = "GroupMember.Read.All"
    query = "$count=true"
    eventual = True
    words = _("which roles the person has")


class RoleGroupsOfPerson(OfThePerson, Listing[ObjectId]):
    """The groups the person in question is in that can hold directory roles."""

    path = "/users/{id}/transitiveMemberOf/graph.group"
    scope = "GroupMember.Read.All"
    query = "$count=true&$filter=isAssignableToRole eq true"
    eventual = True
    words = _("which role groups the person is in")


class SyncFeature(GraphModel):
    """The switch that matters here."""

    bypass_dir_sync_overrides_enabled: bool | None = None


class Synchronization(GraphModel):
    """How the tenant is synchronised."""

    id: str
    features: SyncFeature = SyncFeature()


class SyncFeatures(Listing[Synchronization]):
    """What is switched on in the synchronisation; it takes an administrator's role to see.

    https://learn.microsoft.com/graph/api/onpremisesdirectorysynchronization-get
    """

    path = "/directory/onPremisesSynchronization"
    scope = "OnPremDirectorySynchronization.Read.All"
    words = _("whether the sync overrules numbers set in the cloud")

    @property
    def overrules_the_cloud(self) -> bool:
        """Whether Active Directory's mobile number counts, though it was changed in the cloud."""
        return any(each.features.bypass_dir_sync_overrides_enabled for each in self.value)


IN_SHAREPOINT: Mapping[Property, str] = {
    Property.NAME: "PreferredName",
    Property.TITLE: "Title",
    Property.DEPARTMENT: "Department",
    Property.OFFICE: "Office",
    Property.PHONE: "WorkPhone",
    Property.MAIL: "WorkEmail",
    Property.MANAGER: "Manager",
}
"""What SharePoint takes over from Microsoft Entra, and what it calls it.

https://learn.microsoft.com/sharepoint/user-profile-sync
"""

NEVER_IN_SHAREPOINT: Mapping[Property, str] = {
    Property.MOBILE: "CellPhone",
    Property.ADDRESS: "",
    Property.COMPANY: "",
    Property.EMPLOYEE_ID: "",
}
"""What it doesn't, though Microsoft Entra has it; and what SharePoint's own detail is called, where it has one."""
