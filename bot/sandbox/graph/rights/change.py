"""The kinds of change that rights tell apart."""

from enum import Enum


class Change(Enum):
    """What somebody wants to do to a group."""

    PROPERTIES = "properties"
    MEMBERSHIP_RULE = "membership rule"
    MEMBERS = "members"
    OWNERS = "owners"
    LICENSES = "licenses"
    DELETE = "delete"
    RESTORE = "restore"
