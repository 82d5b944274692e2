"""How long an accepted change takes to show."""

from bot.remedies.add_owner import AddOwner
from bot.remedies.ask_an_owner import AskAnOwner
from bot.remedies.move_group_to_cloud import MoveGroupToCloud
from bot.remedies.restore_group import RestoreGroup
from bot.remedies.unarchive_team import UnarchiveTeam
from bot.remedy import Remedy
from bot.texts import Text, _


def shows_when(remedy: Remedy) -> Text:
    """When to look again. The times are Microsoft's own: https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sync-feature-scheduler"""
    match remedy:
        case AskAnOwner():
            return _("You'll hear from me when an owner answers.")
        case MoveGroupToCloud(cloud=False):
            return _("It shows after the next sync, within about 30 minutes.")
        case AddOwner():
            return _("It shows here within a few minutes; Teams can take two hours.")
        case RestoreGroup():
            return _("The group shows within a few minutes; its files and conversations can take 24 hours.")
        case MoveGroupToCloud() | UnarchiveTeam():
            return _("It shows within a few minutes.")
        case _:
            return _("It can take some minutes to show.")
