"""What the Teams client does for one signed-in person, without a screen: page and command line share it."""

from bot.sandbox.teams_client.client import TeamsClient
from bot.sandbox.teams_client.view import Change, Item, Notice, SignInButton

__all__ = ["Change", "Item", "Notice", "SignInButton", "TeamsClient"]
