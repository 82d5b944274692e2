"""The details SharePoint takes over from Entra. https://learn.microsoft.com/sharepoint/user-profile-sync"""

from collections.abc import Mapping

from bot.sandbox.world import Wire, World

CLAIM = "i:0#.f|membership|"
"""What stands before a user principal name in an account name of SharePoint's."""


def details_in_entra(world: World, person: Wire) -> Mapping[str, str]:
    """What Entra has of them, by SharePoint's names; "" where it has nothing."""
    phones = person["businessPhones"]
    found = {
        "FirstName": person["givenName"],
        "LastName": person["surname"],
        "PreferredName": person["displayName"],
        "Department": person["department"],
        "Title": person["jobTitle"],
        "Office": person["officeLocation"],
        "WorkPhone": phones[0] if phones else "",
        "WorkEmail": person["mail"],
        "Manager": _account(world, world.managers.get(person["id"])),
    }
    return {key: str(value or "") for key, value in found.items()}


def _account(world: World, user: str | None) -> str:
    found = world.users.get(user or "")
    return f"{CLAIM}{found['userPrincipalName']}" if found else ""
