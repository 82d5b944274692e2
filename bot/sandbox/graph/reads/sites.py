"""The tenant's root site, which says where its SharePoint is. https://learn.microsoft.com/graph/api/site-get"""

from uuid import UUID, uuid5

from bot.sandbox.graph.answering import one
from bot.sandbox.graph.call import Call, Reply
from bot.sandbox.odata.errors import GraphError
from bot.sandbox.world import Wire, World, wire_moment


def root(call: Call) -> Reply:
    """`/sites/root`."""
    home = call.world.company.share_point
    if home is None:
        # Unverified: the status and the code; the sentence is Graph's for a tenant that never bought SharePoint.
        raise GraphError(400, "BadRequest", "Tenant does not have a SPO license.")
    return one(call, "site", _site(call.world, home.host), "sites/$entity")


def _site(world: World, host: str) -> Wire:
    """An ordinary root site; what it is made of beside its address is not looked at by anybody here."""
    made = wire_moment(world.company.clock)
    collection, web = (uuid5(UUID(world.tenant), f"{host} {part}") for part in ("collection", "web"))
    unsaid = dict.fromkeys(("createdBy", "eTag", "error", "lastModifiedBy", "parentReference", "sharepointIds"))
    return unsaid | {
        "id": f"{host},{collection},{web}",
        "createdDateTime": world.organization["createdDateTime"] or made,
        "description": "",
        "displayName": "Communication site",
        "isPersonalSite": False,
        "lastModifiedDateTime": made,
        "name": "",
        "root": {},
        "siteCollection": {"hostname": host},
        "webUrl": f"https://{host}",
    }
