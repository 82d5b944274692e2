"""Whether the token in an on-behalf-of request may be exchanged."""

import jwt

from bot.sandbox.entra import errors
from bot.sandbox.entra.registration import AppRegistration
from bot.sandbox.issuer import Issuer


class AssertionCheck:
    """Checks signature, issuer, audience, time and tenant of a Teams SSO token."""

    def __init__(self, issuer: Issuer, registration: AppRegistration, token_issuer: str) -> None:
        self._issuer, self._registration, self._token_issuer = issuer, registration, token_issuer

    def user_of(self, assertion: str) -> str:
        """The user id (`oid`) in `assertion`; raises `EntraError` 50013, 500131 or 500133."""
        try:
            claims = self._claims(assertion)
        except (jwt.ExpiredSignatureError, jwt.ImmatureSignatureError) as fault:
            raise errors.assertion_expired() from fault
        except jwt.InvalidAudienceError as fault:
            raise errors.assertion_for_another(self._registration.client_id) from fault
        except jwt.InvalidTokenError as fault:
            raise errors.bad_assertion("The key was not found, or the token is malformed.") from fault
        if not claims.get("oid") or not claims.get("scp"):
            raise errors.bad_assertion("The token does not represent a user.")
        return str(claims["oid"])

    def _claims(self, assertion: str) -> dict[str, object]:
        try:
            return self._verified(assertion, self._registration.client_id)
        except jwt.InvalidAudienceError:
            return self._verified(assertion, self._registration.app_id_uri)

    def _verified(self, assertion: str, audience: str) -> dict[str, object]:
        return self._issuer.verify(assertion, audience=audience, issuer=self._token_issuer)
