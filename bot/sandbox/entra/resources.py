"""The resources a token can be for, by the names they are asked for with, and how consent to each is written down.

https://learn.microsoft.com/entra/identity-platform/scopes-oidc
"""

from bot.sandbox.entra.permissions import GRAPH
from bot.sandbox.world import World

SHAREPOINT = "00000003-0000-0ff1-ce00-000000000000"
"""The app id of Office 365 SharePoint Online, the same in every tenant."""


def resources(world: World) -> frozenset[str]:
    """Everything delegated tokens are made for: Graph, and SharePoint by its hosts and its app id."""
    home = world.company.share_point
    hosts = (f"https://{home.host}", f"https://{home.personal_host}", SHAREPOINT) if home else ()
    return frozenset({GRAPH, *hosts})


def written(resource: str, name: str) -> str:
    """A permission as consent is kept: Graph's by its short name, SharePoint's after its app id."""
    return name if resource == GRAPH else f"{SHAREPOINT}/{name}"


def of_resource(consented: frozenset[str], resource: str) -> frozenset[str]:
    """Of what was consented to, the short names of one resource's permissions."""
    if resource == GRAPH:
        return frozenset(name for name in consented if "/" not in name)
    prefix = f"{SHAREPOINT}/"
    return frozenset(name.removeprefix(prefix) for name in consented if name.startswith(prefix))
