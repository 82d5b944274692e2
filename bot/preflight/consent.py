"""Which permissions the bot lacks, what that costs, and where an administrator gives them."""

from collections.abc import Iterable, Sequence

from bot.graph.admin_consent import admin_consent_url
from bot.permissions import Permission, permissions
from bot.preflight.line import Line, fault, ok, warning, worst
from bot.preflight.observations import Grants, Unseen
from bot.scopes import Resource, Scope
from bot.settings import Settings

TO_LOOK = "Directory.Read.All"
"""The least application permission that opens both places: Application.Read.All shows no consent.

https://learn.microsoft.com/graph/api/oauth2permissiongrant-list
https://learn.microsoft.com/graph/api/serviceprincipal-get
"""
GIVE_LOOK = (
    f"Under API permissions, add the application permission {TO_LOOK} of Microsoft Graph, grant admin consent, and "
    "check again; the bot works without it, so it may go afterwards."
)


def consent_lines(seen: Grants | Unseen, settings: Settings) -> list[Line]:
    """One line for each permission that is missing, and at last where to consent to all of them."""
    if isinstance(seen, Unseen):
        return [_unseen(seen, consent_step(permissions(), settings))]
    needed = {scope: permission for scope, permission in permissions().items() if scope.resource not in seen.absent}
    missing = [permission for scope, permission in needed.items() if not _has(seen.for_everybody, scope)]
    if not missing:
        return [ok("Permissions", f"All {len(needed)} delegated permissions are consented to for everybody.")]
    lines = [_missing(permission, seen) for permission in missing]
    step = consent_step([permission.scope for permission in missing], settings)
    means = f"{len(missing)} of {len(needed)} delegated permissions aren't consented to for everybody."
    return [*lines, Line(worst(lines), "Permissions", means, step)]


def consent_step(scopes: Iterable[Scope], settings: Settings) -> str:
    """What an administrator does: for each resource an address, and the names of what it asks for."""
    wanted = sorted(scopes)
    return " ".join(
        _page(own, settings) for resource in Resource if (own := [s for s in wanted if s.resource is resource])
    )


def _page(scopes: Sequence[Scope], settings: Settings) -> str:
    """Unverified: that a page of Entra's for all resources at once would work, so each has its own."""
    names = ", ".join(map(str, scopes))
    return f"Let an administrator open {admin_consent_url(scopes, settings)} to consent to {names}."


def _unseen(seen: Unseen, step: str) -> Line:
    if seen.status in {401, 403}:
        means = f"What is consented to can't be checked: the app lacks the application permission {TO_LOOK}."
        return warning("Permissions", means, f"{GIVE_LOOK} If consent wasn't given yet: {step}")
    if seen.status == 404:
        return fault("Permissions", "Nothing is consented to.", step)
    answer = f"HTTP {seen.status}" if seen.status else "none"
    means = f"What is consented to can't be checked: Microsoft Graph gave no usable answer ({answer})."
    return warning("Permissions", means, f"If consent wasn't given yet: {step}")


def _missing(permission: Permission, seen: Grants) -> Line:
    scope, step = permission.scope, "Consent to it; the last line says where."
    some = " Some people have consented for themselves." if _has(seen.for_some, scope) else ""
    if not permission.admin_consent:
        means = f"It isn't consented to for everybody; each person is asked when they first sign in.{some}"
        return warning(f"Permission {scope}", means, step)
    means = f"It is missing. {_cost(permission)}{some}"
    make = fault if permission.readings else warning
    return make(f"Permission {scope}", means, step)


def _cost(permission: Permission) -> str:
    """What doesn't work without it."""
    read = f"Can't be read without it: {', '.join(permission.readings)}." if permission.readings else ""
    done = f"Can't be done without it: {', '.join(permission.remedies)}." if permission.remedies else ""
    return f"{read} {done}".strip()


def _has(granted: frozenset[Scope], scope: Scope) -> bool:
    """Entra doesn't mind upper and lower case."""
    return scope.folded in {each.folded for each in granted}
