"""What stands between a person and a token, and what each obstacle asks of the caller.

    TokenProblem
    ├── SignInNeeded       get a fresh SSO token from Teams
    ├── ConsentNeeded      ask the person, or an administrator, to allow scopes
    ├── ChallengeNeeded    let the person sign in interactively
    ├── EntraUnavailable   try again later
    └── EntraRefused       nothing a person can do: the app's registration or secret is wrong

No message carries a token, a secret, a name or Entra's own error text, which quotes user principal names.
"""

from collections.abc import Mapping
from typing import Any, Literal, cast

from bot.scopes import Scope

SignInReason = Literal["absent", "expired", "signed_out"]

CONSENT_REQUIRED = 65001
ADMIN_CONSENT_REQUIRED = frozenset({90094, 90095})
ASSERTION_UNUSABLE = frozenset({50013, 500131, 500132, 500133})
"""The assertion itself is out of date or not for this app; a fresh one may do.

https://learn.microsoft.com/entra/identity-platform/reference-error-codes
"""


class TokenProblem(Exception):
    """There is no token for what was asked; the subclass says what would help."""


class SignInNeeded(TokenProblem):
    """No usable SSO token is held. Ask Teams for one silently; after `signed_out`, ask the person."""

    def __init__(self, reason: SignInReason) -> None:
        super().__init__(f"sign-in needed: {reason}")
        self.reason: SignInReason = reason


class ConsentNeeded(TokenProblem):
    """Scopes aren't consented to. `admin` says that only an administrator can; `claims` goes along to the sign-in."""

    def __init__(self, scopes: frozenset[Scope], *, admin: bool, claims: str | None = None) -> None:
        super().__init__("consent needed")
        self.scopes = scopes
        self.admin = admin
        self.claims = claims


class ChallengeNeeded(TokenProblem):
    """Policy wants more than a silent exchange proves, such as a second factor.

    `claims` is Entra's JSON to pass on to the interactive sign-in, `None` when it sent none.
    https://learn.microsoft.com/entra/identity-platform/claims-challenge
    """

    def __init__(self, claims: str | None) -> None:
        super().__init__("interactive sign-in needed")
        self.claims = claims


class EntraUnavailable(TokenProblem):
    """Entra is throttling, failing or out of reach. `retry_after` is in seconds, `None` when it didn't say."""

    def __init__(self, retry_after: float | None = None) -> None:
        super().__init__("Microsoft Entra ID is unavailable")
        self.retry_after = retry_after


class EntraRefused(TokenProblem):
    """Entra will not serve this app. `code` is an OAuth error word, `AADSTS` the numbers for the operator's log."""

    def __init__(self, code: str, aadsts: tuple[int, ...] = ()) -> None:
        super().__init__(f"Microsoft Entra ID refused: {code} {list(aadsts)}")
        self.code = code
        self.aadsts = aadsts


def problem_in(answer: Mapping[str, Any], wanted: frozenset[Scope], admin_scopes: frozenset[Scope]) -> TokenProblem:
    """What Entra's error `answer` asks for.

    `wanted` are the scopes of the request. Error 65001 doesn't say who may consent, so a wanted scope that is among
    `admin_scopes` (folded) makes it the administrator's; 90094 says it itself.
    https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow#error-response-example
    """
    codes = _codes(answer)
    claims = answer.get("claims") if isinstance(answer.get("claims"), str) else None
    if codes & ADMIN_CONSENT_REQUIRED:
        return ConsentNeeded(wanted, admin=True, claims=claims)
    if CONSENT_REQUIRED in codes or answer.get("suberror") == "consent_required":
        return ConsentNeeded(wanted, admin=any(s.folded in admin_scopes for s in wanted), claims=claims)
    if codes & ASSERTION_UNUSABLE:
        return SignInNeeded("expired")
    return _other_problem(str(answer.get("error", "no_error")), codes, claims)


def _other_problem(error: str, codes: frozenset[int], claims: str | None) -> TokenProblem:
    if error in {"temporarily_unavailable", "server_error"}:
        return EntraUnavailable()
    if claims or error in {"interaction_required", "login_required", "invalid_grant"}:
        return ChallengeNeeded(claims)
    return EntraRefused(_word(error), tuple(sorted(codes)))


def _codes(answer: Mapping[str, Any]) -> frozenset[int]:
    listed = answer.get("error_codes")
    if not isinstance(listed, list):
        return frozenset()
    return frozenset(code for code in cast("list[object]", listed) if isinstance(code, int))


def _word(error: str) -> str:
    """An OAuth error code is one short word; anything else might be text that quotes a person."""
    return error if len(error) <= 40 and error.replace("_", "").isalnum() else "unnamed"
