"""Where in Microsoft's portals a thing can be put right by hand."""

import re

from bot.model import Link
from bot.reading import Unreadable
from bot.readings.sharepoint import RootSite
from bot.texts import _


def in_entra(group: str) -> Link:
    """The group's page in the Microsoft Entra admin center."""
    blade = "Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Overview/groupId"
    return Link(_("Open in Entra"), f"https://entra.microsoft.com/#view/{blade}/{group}")


def in_exchange() -> Link:
    """Groups in the Exchange admin center."""
    # Unverified: the page's address is not in Microsoft's documentation.
    return Link(_("Open the Exchange admin center"), "https://admin.exchange.microsoft.com/#/groups")


def in_pim() -> Link:
    """The person's own roles in Privileged Identity Management."""
    return Link(_("Activate the role in PIM"), "https://aka.ms/pim")


def in_my_groups() -> Link:
    """The person's groups; works where the admin center is closed to them."""
    return Link(_("Open My Groups"), "https://aka.ms/my-groups")


def in_licenses() -> Link:
    """Products and the groups they are assigned to, in the Microsoft 365 admin center."""
    return Link(_("Open licences in the admin center"), "https://admin.microsoft.com/AdminPortal/Home#/licenses")


def in_connect() -> Link:
    """Microsoft Entra Connect in the Microsoft Entra admin center."""
    blade = "Microsoft_AAD_Connect_Provisioning/AADConnectMenuBlade/~/ConnectSync"
    return Link(_("Open Connect Sync in Entra"), f"https://entra.microsoft.com/#view/{blade}")


def in_microsoft_365() -> Link:
    """Where SharePoint is opened from, as Microsoft tells people to whose photo is old."""
    return Link(_("Open Microsoft 365"), "https://www.office.com/")


def in_sharepoint(site: RootSite | Unreadable | None) -> tuple[Link, ...]:
    """The pages at which SharePoint fetches a person's photo; where they begin, when the tenant's host isn't known.

    People's own sites are on a host of their own, the tenant's with "-my" behind its name:
    https://learn.microsoft.com/sharepoint/change-your-sharepoint-domain-name
    """
    collection = site.site_collection if isinstance(site, RootSite) else None
    host = (collection.hostname if collection else None) or ""
    name, _dot, rest = host.lower().partition(".")
    if rest != "sharepoint.com" or not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,62}", name):
        return (in_microsoft_365(),)
    return (
        Link(_("Open SharePoint"), f"https://{name}.{rest}/_layouts/15/sharepoint.aspx"),
        Link(_("Open OneDrive"), f"https://{name}-my.{rest}/"),
    )


def in_picture_sync() -> Link:
    """Microsoft's own test of one person's photo, in the Microsoft 365 admin center; for administrators."""
    return Link(_("Run Microsoft's own check"), "https://aka.ms/PillarPictureSync")


def in_my_account() -> Link:
    """The person's own account page, where the photo is."""
    return Link(_("Open my account page"), "https://myaccount.microsoft.com/")


def in_profile_help() -> Link:
    """Where Microsoft shows how people change their own profile, for no address opens the card's editor itself."""
    page = "edit-your-profile-in-microsoft-365-e7056090-56d4-4b81-bb3f-b6af31089ebe"
    return Link(_("How to update my profile"), f"https://support.microsoft.com/office/{page}")


def in_entra_user(user: str) -> Link:
    """The person's page in the Microsoft Entra admin center."""
    blade = "Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId"
    return Link(_("Open in Entra"), f"https://entra.microsoft.com/#view/{blade}/{user}")
