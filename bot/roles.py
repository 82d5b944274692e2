"""Directory roles by template id, and what each may do to a group.

Display names have changed before, so only ids are compared.
https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
"""

from enum import Enum, StrEnum

from bot.texts import Text, _


class Role(StrEnum):
    """Template ids of the roles this bot speaks about."""

    GLOBAL = "62e90394-69f5-4237-9190-012177145e10"
    GROUPS = "fdd7a751-b60b-444a-984c-02652fe8fa1c"
    USER = "fe930be7-5e62-47db-91af-98c3a49a38b1"
    PRIVILEGED_ROLE = "e8611ab8-c189-46e8-94e1-60213ab1f814"
    HYBRID_IDENTITY = "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2"
    IDENTITY_GOVERNANCE = "45d8d3c5-c802-45c6-b32a-1d70b5e1e86e"
    DIRECTORY_WRITERS = "9360feb5-f418-4baa-8175-e2a00bac4301"
    EXCHANGE = "29232cdf-9323-42fd-ade2-1d097af3e4de"
    TEAMS = "69091246-20e8-4a56-aa4d-066075b2a7a8"
    SHAREPOINT = "f28a1f50-f6e7-4571-818b-6a12f2af6b6c"
    INTUNE = "3a2c62db-5318-420d-8d74-23affee5d9d5"
    YAMMER = "810a2642-a034-447f-a5e8-41beaa378541"
    WINDOWS_365 = "11451d60-acb2-45eb-a7d6-43d0f0125c13"
    KNOWLEDGE = "b5a8dcf3-09d5-43a9-a639-8e29ef291470"
    KNOWLEDGE_MANAGER = "744ec460-397e-42ad-a462-8b3f9747a02c"
    LICENSE = "4d6ac14f-3453-41d0-bef9-a3e0c569773a"
    PEOPLE = "024906de-61e5-49c8-8572-40335f1e0e10"
    GLOBAL_READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451"
    PRIVILEGED_AUTHENTICATION = "7be44c8a-adaf-4e2a-84d6-ab2649e08a13"
    PARTNER_TIER1 = "4ba39ca4-527c-499a-b93d-d9b492c50246"
    PARTNER_TIER2 = "e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8"


NAMES: dict[str, Text] = {  # the least powerful that does for groups comes first
    Role.GROUPS: _("Groups Administrator"),
    Role.USER: _("User Administrator"),
    Role.GLOBAL: _("Global Administrator"),
    Role.PRIVILEGED_ROLE: _("Privileged Role Administrator"),
    Role.HYBRID_IDENTITY: _("Hybrid Identity Administrator"),
    Role.IDENTITY_GOVERNANCE: _("Identity Governance Administrator"),
    Role.DIRECTORY_WRITERS: _("Directory Writers"),
    Role.EXCHANGE: _("Exchange Administrator"),
    Role.TEAMS: _("Teams Administrator"),
    Role.SHAREPOINT: _("SharePoint Administrator"),
    Role.INTUNE: _("Intune Administrator"),
    Role.YAMMER: _("Viva Engage Administrator"),
    Role.WINDOWS_365: _("Windows 365 Administrator"),
    Role.KNOWLEDGE: _("Knowledge Administrator"),
    Role.KNOWLEDGE_MANAGER: _("Knowledge Manager"),
    Role.LICENSE: _("License Administrator"),
    Role.PEOPLE: _("People Administrator"),
    Role.GLOBAL_READER: _("Global Reader"),
    Role.PRIVILEGED_AUTHENTICATION: _("Privileged Authentication Administrator"),
    Role.PARTNER_TIER1: _("Partner Tier1 Support"),
    Role.PARTNER_TIER2: _("Partner Tier2 Support"),
}

ANY_GROUP = frozenset({Role.GLOBAL, Role.GROUPS, Role.USER})
"""May do everything with any group that isn't role-assignable: https://learn.microsoft.com/graph/api/group-delete"""

WRITERS = frozenset({Role.DIRECTORY_WRITERS})
"""May change such a group, but not delete it."""

MEMBERS_ONLY = frozenset({Role.IDENTITY_GOVERNANCE})
"""May change who is a member of such a group, and nothing else about it.

https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
"""

PARTNERS = frozenset({Role.PARTNER_TIER1, Role.PARTNER_TIER2})
"""May change members and owners of such a group, delete it and bring it back, but not change its properties.

Microsoft calls them deprecated; who has one of them can use it all the same.
"""

MICROSOFT_365_GROUPS = frozenset({Role.EXCHANGE, Role.SHAREPOINT, Role.TEAMS, Role.YAMMER})
SECURITY_GROUPS = frozenset({Role.INTUNE, Role.WINDOWS_365, Role.KNOWLEDGE, Role.KNOWLEDGE_MANAGER})
ROLE_ASSIGNABLE_GROUPS = frozenset({Role.GLOBAL, Role.PRIVILEGED_ROLE})
"""https://learn.microsoft.com/entra/identity/role-based-access-control/groups-concept"""


HIDDEN_MEMBERS = (
    frozenset({Role.GLOBAL, Role.GLOBAL_READER, Role.GROUPS, Role.USER, Role.INTUNE}) | MICROSOFT_365_GROUPS
)
"""See the members of every group: `groups/hiddenMembers/read`, or all properties.

https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
"""


class Doing(Enum):
    """What is to be done to a group, as far as roles tell it apart."""

    CHANGE = "change"
    """Its properties."""
    OWNERS = "owners"
    MEMBERS = "members"
    DELETE = "delete"
    RESTORE = "restore"
    LICENSES = "licenses"


OF_ANY_KIND: dict[Doing, frozenset[Role]] = {
    Doing.CHANGE: ANY_GROUP | WRITERS,
    Doing.OWNERS: ANY_GROUP | WRITERS | PARTNERS,
    Doing.MEMBERS: ANY_GROUP | WRITERS | MEMBERS_ONLY | PARTNERS,
    Doing.DELETE: ANY_GROUP | PARTNERS,
    # https://learn.microsoft.com/entra/identity/users/groups-restore-deleted names Intune's for every kind of group.
    Doing.RESTORE: ANY_GROUP | PARTNERS | {Role.INTUNE},
    # Unverified: Microsoft names no roles for groups; for people it is these.
    Doing.LICENSES: ANY_GROUP | WRITERS | {Role.LICENSE},
}


def managing(*, unified: bool, role_assignable: bool, doing: Doing = Doing.CHANGE) -> frozenset[Role]:
    """The roles that may do this to a group of this kind; `unified` is a Microsoft 365 group."""
    if role_assignable:
        return ROLE_ASSIGNABLE_GROUPS
    if doing is Doing.LICENSES or (doing is Doing.RESTORE and not unified):
        return OF_ANY_KIND[doing]
    return OF_ANY_KIND[doing] | (MICROSOFT_365_GROUPS if unified else SECURITY_GROUPS)


def named(roles: frozenset[str]) -> tuple[Text, ...]:
    """The roles by name, those this bot knows; always in the same order."""
    return tuple(name for role, name in NAMES.items() if role in roles)
