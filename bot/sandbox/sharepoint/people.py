"""`SP.UserProfiles.PeopleManager`: a person's profile, as it is answered without metadata.

https://learn.microsoft.com/previous-versions/office/developer/sharepoint-rest-reference/dn790354(v=office.15)
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from bot.sandbox.sharepoint.caller import Caller
from bot.sandbox.sharepoint.details import CLAIM, details_in_entra
from bot.sandbox.sharepoint.errors import access_denied
from bot.sandbox.sharepoint.profiles import Profile
from bot.sandbox.sharepoint.thumbnails import address
from bot.sandbox.world import Wire, World

NOBODY = {"odata.null": True}
"""What SharePoint answers, with 200, for somebody it has no profile of."""


def my_properties(world: World, caller: Caller) -> dict[str, Any]:
    """`/GetMyProperties`."""
    caller.require_profiles()
    return _properties(world, world.users[caller.user])


def properties_for(world: World, caller: Caller, account: str) -> dict[str, Any]:
    """`/GetPropertiesFor`. Unverified: that members may ask for everybody, and guests for themselves only."""
    caller.require_profiles()
    name = account.casefold().removeprefix(CLAIM)
    everybody = world.users.values()
    found = next((each for each in everybody if str(each["userPrincipalName"]).casefold() == name), None)
    if world.users[caller.user]["userType"] == "Guest" and (found is None or found["id"] != caller.user):
        raise access_denied()
    return _properties(world, found) if found and account.casefold().startswith(CLAIM) else NOBODY


def _properties(world: World, person: Wire) -> dict[str, Any]:
    profile, home = world.profiles.get(person["id"]), world.company.share_point
    if profile is None or home is None:
        return NOBODY
    account, upn = f"{CLAIM}{person['userPrincipalName']}", str(person["userPrincipalName"])
    picture = address(person, profile, own := profile.personal_host or home.personal_host)
    lists: dict[str, list[str]] = {
        "DirectReports": [],
        "ExtendedManagers": [],
        "ExtendedReports": [account],
        "Peers": [],
    }
    return lists | {
        "AccountName": account,
        "DisplayName": person["displayName"],
        "Email": person["mail"],
        "IsFollowed": False,
        "LatestPost": None,
        "PersonalSiteHostUrl": f"https://{own}:443/",
        "PersonalUrl": f"https://{own}/personal/{upn.replace('@', '_').replace('.', '_')}/",
        "PictureUrl": None if profile.placeholder_state == "1" else picture or None,
        "Title": profile.details(details_in_entra(world, person), world.clock.now())["Title"] or None,
        "UserProfileProperties": _listed(_values(world, person, profile, picture)),
        "UserUrl": f"https://{own}:443/Person.aspx?accountname={quote(account, safe='')}",
    }


def _listed(values: Mapping[str, Any]) -> list[dict[str, str]]:
    """Keys and values as SharePoint lists them: everything is text, and "" stands for none."""
    return [{"Key": key, "Value": str(value or ""), "ValueType": "Edm.String"} for key, value in values.items()]


def _values(world: World, person: Wire, profile: Profile, picture: str) -> dict[str, Any]:
    """The properties that matter here, of about a hundred."""
    return {
        "UserProfile_GUID": person["id"],
        "AccountName": f"{CLAIM}{person['userPrincipalName']}",
        "CellPhone": "",
        **profile.details(details_in_entra(world, person), world.clock.now()),
        "PictureURL": picture,
        "UserName": person["userPrincipalName"],
        "SPS-PictureTimestamp": profile.timestamp,
        "SPS-PicturePlaceholderState": profile.placeholder_state,
        "SPS-PictureExchangeSyncState": profile.exchange_sync_state,
        "SPS-UserType": "0",
        "msOnline-ObjectId": person["id"],
    }
