"""Which permissions suffice for which operation, as Microsoft's permission table has it.

https://learn.microsoft.com/graph/permissions-reference
"""

from dataclasses import dataclass, replace

from bot.sandbox.graph.caller import Caller
from bot.sandbox.odata.errors import GraphError


@dataclass(frozen=True)
class Access:
    """Any one of `delegated` suffices for a person's token, any one of `application` for an app's; none: refused.

    `own` leaves an app without any to the handler: about itself it may ask. `me` tells that the path begins with `/me`,
    `refusal` the code and sentence of the 403: not every service behind Graph has the directory's.
    """

    delegated: frozenset[str]
    application: frozenset[str]
    own: bool = False
    me: bool = False
    refusal: tuple[str, str] = ("Authorization_RequestDenied", "Insufficient privileges to complete the operation.")

    def allows(self, caller: Caller) -> bool:
        """Whether the token carries a permission that suffices."""
        return caller.may(*(self.application if caller.user is None else self.delegated))

    def about_others(self) -> "Access":
        """What suffices when the path names somebody else: permissions about the person signed in don't."""
        return replace(self, delegated=self.delegated - _ABOUT_ONESELF)

    def denied(self) -> GraphError:
        """The 403 to raise when nothing suffices."""
        return GraphError(403, *self.refusal)


_ABOUT_ONESELF = frozenset({"User.Read", "User.ReadWrite"})


def _both(names: str, delegated: str = "", application: str = "") -> Access:
    shared = frozenset(names.split())
    return Access(shared | frozenset(delegated.split()), shared | frozenset(application.split()))


def _person(names: str) -> Access:
    return Access(frozenset(names.split()), frozenset(), me=True)


_DIRECTORY = "Directory.Read.All Directory.ReadWrite.All"
_ROLES = f"RoleManagement.Read.Directory RoleManagement.ReadWrite.Directory {_DIRECTORY}"
_MEMBERSHIPS = f"{_DIRECTORY} Group.ReadBasic.All GroupMember.ReadBasic.All"

# People
READ_ME = _person(f"User.Read User.ReadBasic.All User.Read.All User.ReadWrite User.ReadWrite.All {_DIRECTORY}")
READ_USERS = _both(f"User.ReadBasic.All User.Read.All User.ReadWrite.All {_DIRECTORY}")
READ_USER = _both(
    f"User.ReadBasic.All User.Read.All User.ReadWrite.All {_DIRECTORY}", delegated="User.Read User.ReadWrite"
)
READ_MY_MEMBERSHIPS = _person(f"User.Read GroupMember.Read.All {_MEMBERSHIPS}")
READ_USER_MEMBERSHIPS = _both(_MEMBERSHIPS, delegated="User.Read GroupMember.Read.All")
READ_MY_TRANSITIVE = _person(f"User.Read User.Read.All Group.Read.All GroupMember.Read.All {_MEMBERSHIPS}")
READ_USER_TRANSITIVE = _both(f"User.Read.All Group.Read.All GroupMember.Read.All {_MEMBERSHIPS}", delegated="User.Read")
READ_MY_OWNED = _person(f"User.Read User.Read.All User.ReadWrite.All {_DIRECTORY}")
READ_USER_OWNED = _both(f"User.Read.All User.ReadWrite.All {_DIRECTORY}", delegated="User.Read")

# Photos: kept by a service with words of its own for a refusal. Unverified: that it words all of them the same way.
# https://learn.microsoft.com/graph/api/profilephoto-get
_PHOTO_REFUSAL = ("ErrorAccessDenied", "Access is denied. Check credentials and try again.")


def _of_photos(delegated: str, application: str = "") -> Access:
    names = f"ProfilePhoto.ReadWrite.All {delegated}".split()
    apps = f"ProfilePhoto.ReadWrite.All {application}".split() if application else ()
    return Access(frozenset(names), frozenset(apps), me=not application, refusal=_PHOTO_REFUSAL)


READ_MY_PHOTO = _of_photos("User.Read User.ReadBasic.All ProfilePhoto.Read.All")
READ_PHOTO = _of_photos(
    "User.Read User.ReadBasic.All ProfilePhoto.Read.All", "ProfilePhoto.Read.All User.ReadBasic.All User.Read.All"
)
READ_THEIR_PHOTO = replace(READ_PHOTO, delegated=READ_PHOTO.delegated | {"User.Read.All", "User.ReadWrite.All"})
"""What suffices to see somebody else's; the table has no word for these two, the reference page does."""
CHANGE_MY_PHOTO = _of_photos("User.ReadWrite")
CHANGE_PHOTO = _of_photos("User.ReadWrite", "User.ReadWrite.All")
CHANGE_THEIR_PHOTO = replace(CHANGE_PHOTO, delegated=CHANGE_PHOTO.delegated | {"User.ReadWrite.All"})
READ_MY_MAILBOX = _both("MailboxSettings.Read MailboxSettings.ReadWrite")
READ_PEOPLE_SETTINGS = replace(
    _both("PeopleSettings.Read.All PeopleSettings.ReadWrite.All"),
    refusal=(
        "ErrorInsufficientPermissionsInAccessToken",
        "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ProfileAccessDeniedException' was thrown.",
    ),
)
CHANGE_PEOPLE_SETTINGS = replace(
    READ_PEOPLE_SETTINGS,
    delegated=frozenset({"PeopleSettings.ReadWrite.All"}),
    application=frozenset({"PeopleSettings.ReadWrite.All"}),
)

# https://learn.microsoft.com/graph/api/user-list-manager
READ_MANAGER = _both(f"User.Read.All User.ReadWrite.All {_DIRECTORY}")
# https://learn.microsoft.com/graph/api/profile-list-positions
READ_POSITIONS = _both("User.Read.All User.ReadWrite.All", delegated="User.Read User.ReadWrite")
# https://learn.microsoft.com/graph/api/user-update
CHANGE_ME = _person("User.ReadWrite User.ReadWrite.All Directory.ReadWrite.All")
CHANGE_USER = _both("User.ReadWrite.All Directory.ReadWrite.All", delegated="User.ReadWrite")

# Groups
READ_GROUPS = _both(f"Group.ReadBasic.All GroupMember.Read.All Group.Read.All Group.ReadWrite.All {_DIRECTORY}")
READ_MEMBERS = _both(
    "GroupMember.ReadBasic.All Group.ReadBasic.All GroupMember.Read.All GroupMember.ReadWrite.All "
    "Group.Read.All Group.ReadWrite.All Directory.Read.All"
)
READ_OWNERS = _both(
    "GroupMember.Read.All GroupMember.ReadWrite.All Group.Read.All Group.ReadWrite.All Directory.Read.All"
)
READ_GROUP_MEMBERSHIPS = _both(f"GroupMember.Read.All Group.Read.All {_MEMBERSHIPS}")
READ_GROUP_TRANSITIVE = _both(_MEMBERSHIPS, delegated="GroupMember.Read.All Group.Read.All")
CHANGE_GROUP = _both("Group.ReadWrite.All Directory.ReadWrite.All")
CHANGE_OWNERS = CHANGE_GROUP
DELETE_GROUP = _both("Group.ReadWrite.All")
CHANGE_MEMBERS = _both("GroupMember.ReadWrite.All Group.ReadWrite.All Directory.ReadWrite.All")
SYNC_BEHAVIOR = _both("Group-OnPremisesSyncBehavior.ReadWrite.All")

CHANGE_LICENSES = _both("LicenseAssignment.ReadWrite.All Directory.ReadWrite.All Group.ReadWrite.All")
READ_MY_LICENSE_DETAILS = _person(f"LicenseAssignment.Read.All User.Read User.Read.All User.ReadWrite.All {_DIRECTORY}")
READ_LICENSE_DETAILS = _both(
    f"LicenseAssignment.Read.All User.Read.All User.ReadWrite.All {_DIRECTORY}", delegated="User.Read"
)
READ_TENANT_SETTINGS = _both(
    f"GroupSettings.Read.All GroupSettings.ReadWrite.All Group.Read.All Group.ReadWrite.All {_DIRECTORY}"
)
READ_GROUP_SETTINGS = READ_TENANT_SETTINGS
# The permission table has no entry; these are the reference pages':
# https://learn.microsoft.com/graph/api/cloudlicensing-assignment-get?view=graph-rest-beta
READ_CLOUD_LICENSES = _both(
    f"Group-CloudLicensing.Read.All Group.Read.All Group.ReadWrite.All {_DIRECTORY}",
    delegated="Group-CloudLicensing.Read",
)
CHANGE_CLOUD_LICENSES = _both(
    "Group-CloudLicensing.AssignLicenses.Organization Group.ReadWrite.All Directory.ReadWrite.All",
    delegated="Group-CloudLicensing.AssignLicenses",
)

# SharePoint
READ_SITES = _both("Sites.Read.All Sites.ReadWrite.All")

# Deleted groups. The permission table has no entry; these are the reference pages':
# https://learn.microsoft.com/graph/api/directory-deleteditems-get
READ_DELETED = Access(
    frozenset({"Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All"}),
    frozenset({"Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"}),
)
# https://learn.microsoft.com/graph/api/directory-deleteditems-getuserownedobjects
READ_OWNED_DELETED = _both("Group.Read.All Group.ReadWrite.All")
RESTORE_GROUP = DELETE_GROUP

# Teams
READ_TEAM = _both(
    f"Team.ReadBasic.All TeamSettings.Read.All TeamSettings.ReadWrite.All Group.Read.All Group.ReadWrite.All "
    f"{_DIRECTORY}"
)
READ_GROUP_TEAM = _both("Group.Read.All")
CHANGE_TEAM = _both("TeamSettings.ReadWrite.All Group.ReadWrite.All Directory.ReadWrite.All")

# Roles and units
READ_ROLES = _both(_ROLES)
READ_ASSIGNMENTS = _both(_ROLES, delegated="RoleManagement.Read.All")
READ_TRANSITIVE_ASSIGNMENTS = _both(_ROLES)
READ_DEFINITIONS = _both(f"{_ROLES} RoleManagement.Read.All")
READ_ELIGIBILITIES = _both(
    "RoleEligibilitySchedule.Read.Directory RoleEligibilitySchedule.ReadWrite.Directory "
    "RoleManagement.Read.All RoleManagement.Read.Directory RoleManagement.ReadWrite.Directory"
)
READ_ACTIVE_ASSIGNMENTS = _both(
    "RoleAssignmentSchedule.Read.Directory RoleAssignmentSchedule.ReadWrite.Directory "
    "RoleManagement.Read.All RoleManagement.Read.Directory RoleManagement.ReadWrite.Directory"
)
READ_UNITS = _both(f"AdministrativeUnit.Read.All AdministrativeUnit.ReadWrite.All {_DIRECTORY}")

# Apps. https://learn.microsoft.com/graph/api/serviceprincipal-get says that one may always read itself.
READ_APP = replace(
    _both(f"Application.Read.All Application.ReadWrite.All {_DIRECTORY}", application="Application.ReadWrite.OwnedBy"),
    own=True,
)
READ_REGISTRATION = replace(READ_APP, own=False)
"""Of its service principal an app may ask without any permission, of its registration it may not."""
READ_GRANTS = _both(f"DelegatedPermissionGrant.ReadWrite.All {_DIRECTORY}")

# The tenant
READ_ORGANIZATION = _both(
    f"Organization.Read.All Organization.ReadWrite.All User.Read.All {_DIRECTORY}", delegated="User.Read"
)
READ_SYNCHRONIZATION = Access(
    frozenset({"OnPremDirectorySynchronization.Read.All", "OnPremDirectorySynchronization.ReadWrite.All"}), frozenset()
)
READ_SKUS = _both(f"LicenseAssignment.Read.All Organization.Read.All Organization.ReadWrite.All {_DIRECTORY}")
READ_POLICY = _both("Policy.Read.All Policy.ReadWrite.Authorization")

# Deleted people: https://learn.microsoft.com/graph/api/directory-deleteditems-list
READ_DELETED_USERS = _both(f"User.Read.All User.ReadWrite.All {_DIRECTORY}")
READ_DELETED_ITEM = Access(
    READ_DELETED.delegated | READ_DELETED_USERS.delegated, READ_DELETED.application | READ_DELETED_USERS.application
)
"""For a deleted object of any type; which of them suffices is seen when the object is found."""

READABLE: dict[str, frozenset[str]] = {
    "user": READ_USERS.delegated,
    "group": READ_GROUPS.delegated | {"GroupMember.ReadWrite.All"},
    "directoryRole": READ_ROLES.delegated,
    "administrativeUnit": READ_UNITS.delegated,
    "servicePrincipal": frozenset({"Application.Read.All", "Application.ReadWrite.All", *_DIRECTORY.split()}),
}
"""Permissions that show a type's properties where objects of several types come back together.

Without one of them an object is an id and a type: permissions for groups don't show the names of their members.
https://learn.microsoft.com/graph/permissions-overview#limited-information-returned-for-inaccessible-member-objects
"""


def require(access: Access, caller: Caller) -> None:
    """Raise `GraphError` 403 unless the token carries a permission that suffices."""
    if caller.user is None and access.me:
        raise GraphError(400, "BadRequest", "/me request is only valid with delegated authentication flow.")
    if not access.allows(caller) and not (access.own and caller.user is None):
        raise access.denied()
