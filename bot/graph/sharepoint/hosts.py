"""On which host a tenant's SharePoint is: found once through Graph, checked, and remembered for a day."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from cachetools import TTLCache

from bot.readings.sharepoint import RootSite

TENANTS = 64
REMEMBERED_SECONDS = 24 * 3600.0
"""A tenant that is renamed has its old host answered by redirects, which are never followed, until this is over.

https://learn.microsoft.com/sharepoint/change-your-sharepoint-domain-name
"""
HOST = re.compile(r"[a-z0-9][a-z0-9-]{0,62}\.sharepoint\.com")


class Hosts:
    """Tenant id → host, such as `contoso.sharepoint.com`. `now` counts seconds from any origin."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._known: TTLCache[str, str] = TTLCache(TENANTS, REMEMBERED_SECONDS, now)

    def find(self, tenant: str) -> str | None:
        """The tenant's host, if it is known."""
        return self._known.get(tenant)

    def keep(self, tenant: str, root: RootSite) -> str | None:
        """Remember the host of a tenant's root site; `None` when it says none that a token may go to."""
        host = host_of(root.web_url)
        if host is not None:
            self._known[tenant] = host
        return host


def own_host(root: str, url: str) -> str | None:
    """The host in an address, if it is the tenant's root or that of its people's own sites: nobody else's will do.

    A person may write any address into their profile, and another tenant's host looks like SharePoint's too.
    """
    name, _, rest = root.partition(".")
    named = host_of(url)
    return named if named in {root, f"{name}-my.{rest}"} else None


def host_of(url: str | None) -> str | None:
    """The host in an address, if it is SharePoint's: a token of a person's goes nowhere else."""
    try:
        parts = urlsplit(url or "")
        named, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return None
    plain = parts.scheme == "https" and port in {None, 443} and parts.username is None and parts.password is None
    return named if plain and HOST.fullmatch(named) else None
