"""What Entra says when it refuses, with Microsoft's codes.

https://learn.microsoft.com/entra/identity-platform/reference-error-codes
"""

from datetime import datetime
from typing import Any
from uuid import uuid4


class EntraError(Exception):
    """A refusal: `error` is OAuth's word, `code` the number behind AADSTS, `text` one sentence, `status` of HTTP."""

    def __init__(
        self,
        error: str,
        code: int,
        text: str,
        *,
        status: int = 400,
        suberror: str | None = None,
        claims: str | None = None,
    ) -> None:
        super().__init__(f"AADSTS{code}")
        self.error, self.code, self.text, self.status = error, code, text, status
        self.suberror, self.claims = suberror, claims

    def body(self, now: datetime) -> dict[str, Any]:
        """The JSON a token endpoint answers with."""
        trace, correlation = str(uuid4()), str(uuid4())
        stamp = f"{now:%Y-%m-%d %H:%M:%S}Z"
        body = {
            "error": self.error,
            "error_description": (
                f"AADSTS{self.code}: {self.text} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {stamp}"
            ),
            "error_codes": [self.code],
            "timestamp": stamp,
            "trace_id": trace,
            "correlation_id": correlation,
            "error_uri": f"https://login.microsoftonline.com/error?code={self.code}",
        }
        extra = {"suberror": self.suberror, "claims": self.claims}
        return body | {key: value for key, value in extra.items() if value}


def missing_parameter(name: str) -> EntraError:
    """A required form or query parameter is absent."""
    return EntraError("invalid_request", 900144, f"The request body must contain the following parameter: '{name}'.")


def unknown_tenant(tenant: str) -> EntraError:
    """The tenant in the path is not this company."""
    return EntraError(
        "invalid_request", 90002, f"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID."
    )


def unknown_app(client_id: str) -> EntraError:
    """No application with that id."""
    return EntraError(
        "unauthorized_client", 700016, f"Application with identifier '{client_id}' was not found in the directory."
    )


def bad_secret(client_id: str) -> EntraError:
    """The client secret is not the registered one."""
    return EntraError("invalid_client", 7000215, f"Invalid client secret provided for app '{client_id}'.", status=401)


def secret_expired(client_id: str) -> EntraError:
    """The client secret was the registered one, until its time was over."""
    text = f"The provided client secret keys for app '{client_id}' are expired."
    return EntraError("invalid_client", 7000222, text, status=401)


def app_disabled(client_id: str) -> EntraError:
    """Sign-in to the app is switched off in the tenant."""
    return EntraError("unauthorized_client", 7000112, f"Application '{client_id}' is disabled.")


def missing_secret() -> EntraError:
    """A confidential client came without credentials."""
    text = "The request body must contain the following parameter: 'client_assertion' or 'client_secret'."
    return EntraError("invalid_client", 7000218, text, status=401)


def malformed_client_assertion() -> EntraError:
    """The client assertion is no JSON Web Token."""
    return EntraError("invalid_client", 50027, "JWT token is invalid or malformed.", status=401)


def unknown_certificate(reason: str) -> EntraError:
    """The client assertion is signed with a certificate that isn't the application's, or isn't signed with it."""
    return EntraError("invalid_client", 700027, f"Client assertion contains an invalid signature. {reason}", status=401)


def client_assertion_of_another(client_id: str) -> EntraError:
    """The client assertion speaks for another application."""
    text = f"Client assertion application identifier doesn't match 'client_id' parameter '{client_id}'."
    return EntraError("invalid_client", 700021, text, status=401)


def client_assertion_for_another(audience: str) -> EntraError:
    """The client assertion was made for another address."""
    text = f"Client assertion audience claim does not match Realm issuer. Expected is '{audience}'."
    return EntraError("invalid_client", 700023, text, status=401)


def client_assertion_not_current() -> EntraError:
    """The client assertion's time is over, or has not come."""
    return EntraError("invalid_client", 700024, "Client assertion is not within its valid time range.", status=401)


def malformed_scope(scope: str) -> EntraError:
    """The scope is empty or not in the form of a scope."""
    text = f"The provided value for the input parameter 'scope' is not valid. The scope '{scope}' is not valid."
    return EntraError("invalid_scope", 70011, text)


def scope_needs_default(scope: str) -> EntraError:
    """Client credentials take `<resource>/.default` only."""
    need = "Client credential flows must have a scope value with /.default."
    text = f"The provided value for scope {scope} is not valid. {need}"
    return EntraError("invalid_scope", 1002012, text)


def several_resources() -> EntraError:
    """One request asked for scopes of two resources."""
    return EntraError("invalid_request", 28000, "The input parameter 'scope' contains more than one resource.")


def unknown_resource(resource: str) -> EntraError:
    """Nobody in the tenant publishes that resource."""
    return EntraError(
        "invalid_resource", 500011, f"The resource principal named {resource} was not found in the tenant."
    )


def bad_assertion(reason: str) -> EntraError:
    """The assertion of an on-behalf-of request is forged, foreign or no token at all."""
    return EntraError("invalid_grant", 50013, f"Assertion failed signature validation. [Reason - {reason}]")


def assertion_for_another(client_id: str) -> EntraError:
    """The assertion was issued for another application."""
    need = f"The audience should be '{client_id}'."
    text = f"Assertion audience does not match the Client app presenting the assertion. {need}"
    return EntraError("invalid_grant", 500131, text)


def assertion_expired() -> EntraError:
    """The assertion's time is over, or has not come."""
    return EntraError("invalid_grant", 500133, "Assertion is not within its valid time range.")


def consent_missing(client_id: str, name: str) -> EntraError:
    """Neither the person nor an administrator agreed to what is asked for."""
    text = f"The user or administrator has not consented to use the application with ID '{client_id}' named '{name}'."
    more = " Send an interactive authorization request for this user and resource."
    return EntraError("invalid_grant", 65001, text + more, suberror="consent_required")


def admin_approval_needed(name: str) -> EntraError:
    """The person can't consent to this; an administrator must.

    Entra says this where consent is asked for, on the interactive page; a token request gets 65001 either way.
    https://learn.microsoft.com/entra/identity/enterprise-apps/application-sign-in-unexpected-user-consent-error
    """
    text = f"{name} needs permission to access resources in your organization that only an admin can grant."
    return EntraError("access_denied", 90094, text)


def declined(name: str) -> EntraError:
    """The person pressed Cancel on the consent page."""
    return EntraError("access_denied", 65004, f"User declined to consent to access the app '{name}'.")


def step_up_needed(claims: str) -> EntraError:
    """Conditional Access wants more than this session has shown; `claims` goes into an interactive request."""
    text = (
        "Due to a configuration change made by your administrator you must use multi-factor authentication to access."
    )
    return EntraError("interaction_required", 50076, text, suberror="basic_action", claims=claims)


def account_disabled() -> EntraError:
    """Sign-in is blocked for the person."""
    return EntraError("invalid_grant", 50057, "The user account is disabled.")


def unknown_user() -> EntraError:
    """The person isn't in the directory."""
    return EntraError("invalid_grant", 50034, "The user account does not exist in the directory.")


def unsupported_grant(grant: str) -> EntraError:
    """A grant type the endpoint doesn't serve."""
    return EntraError("unsupported_grant_type", 70003, f"The app requested an unsupported grant type '{grant}'.")


def spent_code() -> EntraError:
    """The authorization code is unknown, used or older than ten minutes."""
    return EntraError(
        "invalid_grant", 54005, "OAuth2 Authorization code was already redeemed, please retry with a new valid code."
    )


def spent_refresh_token() -> EntraError:
    """The refresh token is unknown, or belongs to another application."""
    return EntraError(
        "invalid_grant", 70000, "The provided value for the input parameter 'refresh_token' is not valid."
    )


def wrong_verifier() -> EntraError:
    """PKCE: the verifier does not hash to the challenge."""
    text = "The Code_Verifier does not match the code_challenge supplied in the authorization request."
    return EntraError("invalid_grant", 501481, text)


def wrong_reply_address() -> EntraError:
    """The redirect URI of the token request isn't the one the code was sent to."""
    text = "The reply address does not match the reply address provided when requesting Authorization code."
    return EntraError("invalid_client", 500112, text)


def unregistered_reply_address(client_id: str) -> EntraError:
    """The redirect URI isn't registered: shown on the page, never redirected to."""
    text = f"The redirect URI specified in the request does not match the redirect URIs configured for '{client_id}'."
    return EntraError("invalid_request", 50011, text)
