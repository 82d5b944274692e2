"""The four ways the bot asks for a token, each a function of the form it posts.

https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from hashlib import sha256
from secrets import compare_digest

from bot.sandbox.entra import errors
from bot.sandbox.entra.assertion import AssertionCheck
from bot.sandbox.entra.claims import read_claims
from bot.sandbox.entra.consent import granted
from bot.sandbox.entra.permissions import CONNECTOR, GRAPH, Request, read_scope
from bot.sandbox.entra.registration import AppRegistration
from bot.sandbox.entra.resources import of_resource, resources
from bot.sandbox.entra.sessions import Session, Sessions
from bot.sandbox.entra.tokens import LIFETIME, TokenMint
from bot.sandbox.world import Wire, World

Form = Mapping[str, str]


class Grants:
    """Answers token requests of the one registered application; raises `EntraError` to refuse."""

    def __init__(self, world: World, registration: AppRegistration, mint: TokenMint, check: AssertionCheck) -> None:
        self._world, self._registration, self._mint, self._check = world, registration, mint, check
        self.sessions = Sessions()

    def client_credentials(self, form: Form) -> Wire:
        """The bot as itself."""
        scope = _required(form, "scope")
        request = read_scope(scope, frozenset({GRAPH, CONNECTOR}))
        if request.names != frozenset({".default"}):
            raise errors.scope_needs_default(scope)
        return _answer(self._mint.app_only(request.resource))

    def on_behalf_of(self, form: Form) -> Wire:
        """The bot for the person whose Teams SSO token it holds."""
        if form.get("requested_token_use") != "on_behalf_of":
            raise errors.missing_parameter("requested_token_use")
        user = self._check.user_of(_required(form, "assertion"))
        return self._delegated(form, Session(user))

    def authorization_code(self, form: Form) -> Wire:
        """The bot for the person who has just been on the sign-in page."""
        promise = self.sessions.redeem_code(_required(form, "code"), self._world.clock.now())
        if form.get("redirect_uri") != promise.redirect_uri:
            raise errors.wrong_reply_address()
        if promise.challenge and not _hashes_to(form.get("code_verifier", ""), promise.challenge):
            raise errors.wrong_verifier()
        return self._delegated(form, promise.session, nonce=promise.nonce)

    def refresh_token(self, form: Form) -> Wire:
        """The bot for a person who signed in before."""
        return self._delegated(form, self.sessions.resume(_required(form, "refresh_token")))

    def _delegated(self, form: Form, session: Session, nonce: str | None = None) -> Wire:
        request = read_scope(_required(form, "scope"), resources(self._world))
        claims = read_claims(form.get("claims"))
        self._refuse_unless_enabled(session.user)
        scopes = self._consented(session.user, request)
        if not claims.acrs <= session.acrs:
            raise errors.step_up_needed(claims.challenge())
        to = request.resource
        token = self._mint.delegated(session.user, scopes, to=to, acrs=session.acrs, capabilities=claims.capabilities)
        answer = _answer(token) | {"scope": " ".join(f"{to}/{scope}" for scope in sorted(scopes))}
        if "offline_access" in request.openid:
            answer["refresh_token"] = self.sessions.issue_refresh_token(session)
        if "openid" in request.openid:
            answer["id_token"] = self._mint.id_token(session.user, nonce)
        if form.get("client_info") == "1":
            answer["client_info"] = _encoded({"uid": session.user, "utid": self._world.tenant})
        return answer

    def _consented(self, user: str, request: Request) -> frozenset[str]:
        """Every scope of the resource consented to, which Entra puts into the token; 65001 when one asked for isn't."""
        have = of_resource(granted(self._world, user), request.resource)
        if not have or not request.names - {".default"} <= have:
            raise errors.consent_missing(self._registration.client_id, self._registration.name)
        return have

    def _refuse_unless_enabled(self, user: str) -> None:
        person = self._world.users.get(user)
        if person is None:
            raise errors.unknown_user()
        if person.get("accountEnabled") is False:
            raise errors.account_disabled()


def _required(form: Form, name: str) -> str:
    value = form.get(name)
    if not value:
        raise errors.missing_parameter(name)
    return value


def _answer(token: str) -> Wire:
    lifetime = LIFETIME - 1
    return {"token_type": "Bearer", "expires_in": lifetime, "ext_expires_in": lifetime, "access_token": token}


def _hashes_to(verifier: str, challenge: str) -> bool:
    digest = urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=")
    return compare_digest(digest, challenge.encode())


def _encoded(value: Wire) -> str:
    return urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()
