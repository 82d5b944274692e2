"""The tenant's root site, which says where its SharePoint is. https://learn.microsoft.com/graph/api/site-get"""

from uuid import UUID, uuid5

from bot.sandbox.graph.answering import one
from bot.sandbox.graph.call import Call, Reply
from bot.sandbox.odata.errors import GraphError
from bot.sandbox.world import wire_moment


def root(call: Call) -> Reply:
    """`/sites/root`."""
    home = call.world.company.share_point
    if home is None:
        # Unverified: the status and the code; the sentence is Graph's for a tenant that never bought SharePoint.
        raise GraphError(400, "BadRequest", "Tenant does not have a SPO license.")
    made = wire_moment(call.world.company.clock)
    collection, web = (uuid5(UUID(call.world.tenant), f"{home.host} {part}") for part in ("collection", "web"))
    site = {
        "id": f"{home.host},{collection},{web}",
        "createdDateTime": call.world.organization["createdDateTime"] or made,
        "description": "",
        "displayName": "Communication site",
        "lastModifiedDateTime": made,
        "name": "",
        "root": {},
        "siteCollection": {"hostname": home.host},
        "webUrl": f"https://{home.host}",
    }
    return one(call, "site", site, "sites/$entity")
