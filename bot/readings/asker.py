"""The asker's own standing, whoever the question is about: it decides which buttons they get."""

from bot.readings.person import ActiveRoles, OwnedGroups
from bot.texts import _


class MyOwnedGroups(OwnedGroups):
    """The groups the asker owns."""

    path = "/me/ownedObjects/graph.group"
    words = _("which groups you own")


class MyRoles(ActiveRoles):
    """Roles the asker has now for the whole tenant, also through groups."""

    path = "/me/transitiveMemberOf/graph.directoryRole"
    words = _("your active roles")
