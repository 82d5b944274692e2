"""Operations on the company itself."""

from bot.sandbox.graph.reads import sites, synchronization, tenant
from bot.sandbox.graph.rights import scopes
from bot.sandbox.graph.route import Route

TENANT_ROUTES = (
    Route("GET", "organization", scopes.READ_ORGANIZATION, tenant.organizations),
    Route("GET", "organization/{id}", scopes.READ_ORGANIZATION, tenant.organization),
    Route(
        "GET",
        "directory/onPremisesSynchronization",
        scopes.READ_SYNCHRONIZATION,
        synchronization.on_premises_synchronization,
    ),
    Route("GET", "sites/root", scopes.READ_SITES, sites.root),
    Route("GET", "subscribedSkus", scopes.READ_SKUS, tenant.subscribed_skus),
    Route("GET", "policies/authorizationPolicy", scopes.READ_POLICY, tenant.authorization_policy),
)
