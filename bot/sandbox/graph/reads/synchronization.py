"""How the tenant is synchronised, as the sync server tells it.

https://learn.microsoft.com/graph/api/onpremisesdirectorysynchronization-get
"""

from bot.sandbox.graph.answering import many
from bot.sandbox.graph.call import Call, Reply
from bot.sandbox.graph.rights import roles
from bot.sandbox.graph.rights.scopes import READ_SYNCHRONIZATION
from bot.sandbox.graph.rights.visibility import require_member
from bot.sandbox.graph_objects.on_premises_synchronization import BETA_ONLY
from bot.sandbox.world import Wire

# Unverified: the page of v1.0 names the first alone, that of beta the second too, none the third.
_MAY_READ = frozenset({roles.GLOBAL_ADMINISTRATOR, roles.HYBRID_IDENTITY_ADMINISTRATOR, roles.GLOBAL_READER})


def on_premises_synchronization(call: Call) -> Reply:
    """`/directory/onPremisesSynchronization`: a list of one.

    Unverified: that a tenant that was never synchronised has one too.
    """
    require_member(call.world, call.caller)
    if _MAY_READ.isdisjoint(roles.roles_over(call.world, str(call.caller.user))):
        raise READ_SYNCHRONIZATION.denied()
    found = {"id": call.world.tenant, **call.world.on_premises_synchronization}
    shown = found if call.version == "beta" else _without_beta(found)
    return many(call, "onPremisesDirectorySynchronization", [shown], "directory/onPremisesSynchronization")


def _without_beta(found: Wire) -> Wire:
    known = {name: value for name, value in found["configuration"].items() if name not in BETA_ONLY}
    return {**found, "configuration": known}
