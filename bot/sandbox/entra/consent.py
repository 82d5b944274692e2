"""Who agreed to what: consent of one person, and of an administrator for everybody.

https://learn.microsoft.com/entra/identity-platform/permissions-consent-overview
"""

from collections.abc import Set as AbstractSet

from bot.sandbox.entra.permissions import needs_admin
from bot.sandbox.world import World

MAY_CONSENT_FOR_ALL = frozenset(
    {
        "62e90394-69f5-4237-9190-012177145e10",  # Global Administrator
        "e8611ab8-c189-46e8-94e1-60213ab1f814",  # Privileged Role Administrator
        "158c047a-c907-4556-b7ef-446551a6b5f7",  # Cloud Application Administrator
        "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",  # Application Administrator
    }
)
"""Role templates that may grant tenant-wide consent to delegated permissions.

https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
"""


def granted(world: World, user: str) -> frozenset[str]:
    """The scopes the bot may use for `user`: the company's consent and the person's own."""
    return frozenset(world.admin_consent | world.user_consent.get(user, set()))


def may_consent_for_all(world: World, user: str) -> bool:
    """Whether `user` holds, directly or through a group, a role that consents for the whole tenant."""
    principals = {user} | {group for group, members in world.members.items() if user in members}
    return any(
        assignment["principalId"] in principals and assignment["roleDefinitionId"] in MAY_CONSENT_FOR_ALL
        for assignment in world.role_assignments
        if assignment.get("directoryScopeId", "/") == "/"
    )


def beyond(world: World, user: str, scopes: AbstractSet[str]) -> frozenset[str]:
    """Of `scopes`, those not yet granted that `user` can't consent to either."""
    if may_consent_for_all(world, user):
        return frozenset()
    return frozenset(scope for scope in scopes - granted(world, user) if needs_admin(scope))


def consent_for_self(world: World, user: str, scopes: AbstractSet[str]) -> None:
    """Record that `user` agreed to `scopes`."""
    world.user_consent.setdefault(user, set()).update(scopes - world.admin_consent)


def consent_for_all(world: World, scopes: AbstractSet[str]) -> None:
    """Record that an administrator agreed to `scopes` for everybody."""
    world.admin_consent |= scopes
