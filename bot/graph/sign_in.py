"""Signing in interactively in a pop-up, when Teams' silent way isn't enough: consent, a second factor, no SSO.

https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
"""

import hashlib
import re
import secrets
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar
from urllib.parse import parse_qs, urlsplit

from cachetools import TTLCache

from bot.graph.entra_client import Answer, EntraClient, Msal, Wallet, new_wallet
from bot.graph.entra_errors import ConsentNeeded, TokenProblem, problem_in
from bot.graph.id_token import fault_in
from bot.graph.scope_names import wanted
from bot.graph.signed_in_people import Person
from bot.graph.tokens import UserTokens

FLOW_SECONDS = 600.0
CODE_SECONDS = 600.0
CODE = re.compile(r"[A-Za-z0-9_-]{43}")
"""What a one-time code looks like: 32 random bytes."""
CAPACITY = 1_000

SignInRefusal = Literal["unknown", "declined", "wrong_person", "consent", "admin_consent", "failed"]


class SignInRefused(Exception):
    """The sign-in came to nothing. `unknown`: expired, used before, or never begun here."""

    def __init__(self, kind: SignInRefusal, prompt: str = "") -> None:
        super().__init__(f"sign-in refused: {kind}")
        self.kind: SignInRefusal = kind
        self.prompt = prompt
        """What it was begun with, so that it can be begun again; empty when nobody knows."""


@dataclass(frozen=True, slots=True)
class Completed:
    """The person has signed in; the page hands `one_time_code` to Teams, which brings it back as `state`."""

    person: Person
    one_time_code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Flow:
    person: Person
    scopes: tuple[str, ...]
    prompt: str
    nonce: str = field(repr=False)
    secrets: dict[str, Any] = field(repr=False)


class InteractiveSignIn:
    """Sign-ins under way, in memory: each good for ten minutes and one use. `now` gives epoch seconds.

    `redirect_uri` is the bot's own https address that Entra sends the browser back to, as registered.
    """

    def __init__(self, client: EntraClient, tokens: UserTokens, *, redirect_uri: str, now: Callable[[], float]) -> None:
        self._client = client
        self._tokens = tokens
        self._now = now
        self._redirect_uri = redirect_uri
        self._flows = _ShortLived[_Flow](FLOW_SECONDS, now)
        self._codes = _ShortLived[Person](CODE_SECONDS, now)

    async def begin(
        self,
        person: Person,
        scopes: Sequence[str] = (),
        claims: str | None = None,
        login_hint: str | None = None,
        *,
        choose: bool = False,
        prompt: str = "",
    ) -> str:
        """The address to open in the pop-up, where `person` signs in and consents to `scopes`.

        `claims` comes from `ChallengeNeeded` or `ConsentNeeded`, `login_hint` is the user principal name; with
        `choose` Entra asks which account, whoever is signed in. `prompt` comes back with a refusal. Raises
        `EntraUnavailable` or `EntraRefused`.
        """
        asked = wanted(scopes).for_entra()
        extras: dict[str, str | None] = {"login_hint": login_hint, "claims_challenge": claims}
        if choose:
            extras |= {"login_hint": None, "prompt": "select_account"}
        flow = await self._client.call(lambda msal: _initiate(msal, asked, self._redirect_uri, extras))
        page = str(flow["auth_uri"])
        # As Entra will see it, and so as the ID token has to repeat it.
        nonce = parse_qs(urlsplit(page).query)["nonce"][0]
        self._flows.put(str(flow["state"]), _Flow(person, tuple(scopes), prompt, nonce, flow))
        return self._client.endpoints.reach(page)

    async def finish(self, query: Mapping[str, str]) -> Completed:
        """The end of a sign-in, from the query Entra sent the browser back with.

        The account must be the person's who began it: else someone could be made to lend the bot another's rights.
        Raises `SignInRefused`, `EntraUnavailable` or `EntraRefused`.
        """
        flow = self._flows.take(query.get("state", ""))
        if flow is None:
            raise SignInRefused("unknown")
        if "code" not in query:
            raise SignInRefused(_why_no_code(query))
        wallet = new_wallet()
        answer = await self._client.call(
            lambda msal: msal.acquire_token_by_auth_code_flow(dict(flow.secrets), dict(query)), wallet
        )
        return self._complete(flow, wallet, answer)

    def redeem(self, code: str, person: Person) -> bool:
        """Whether `code` is the one of `person`'s own sign-in. It is spent either way."""
        return self._codes.take(code) == person

    def _complete(self, flow: _Flow, wallet: Wallet, answer: Answer) -> Completed:
        if "access_token" not in answer:
            raise _refusal(problem_in(answer, wanted(flow.scopes).scopes, frozenset()))
        identity: dict[str, Any] = answer.get("id_token_claims") or {}
        fault = fault_in(identity, flow.person, app_id=self._client.app_id, now=self._now(), nonce=flow.nonce)
        if fault is not None:
            raise SignInRefused("wrong_person" if fault == "wrong_person" else "failed", flow.prompt)
        self._tokens.adopt(flow.person, wallet, answer, flow.scopes)
        code = secrets.token_urlsafe(32)
        self._codes.put(code, flow.person)
        return Completed(flow.person, code)


def _initiate(msal: Msal, scopes: Sequence[str], redirect_uri: str, extras: Mapping[str, str | None]) -> dict[str, Any]:
    """MSAL warns that it prefers a form post, but a code in a query is worth nothing without the flow's PKCE secret.

    Threads that overlap in here can at worst go on ignoring this one message.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="response_mode='form_post' is recommended")
        return msal.initiate_auth_code_flow(scopes, redirect_uri, **extras)


def _why_no_code(query: Mapping[str, str]) -> SignInRefusal:
    """The browser only brings the number of Entra's error inside its text, as in `AADSTS65004: User declined …`.

    https://learn.microsoft.com/entra/identity-platform/reference-error-codes
    """
    if query.get("error_description", "").startswith(("AADSTS90094", "AADSTS90095")):
        return "admin_consent"
    return "declined" if query.get("error") == "access_denied" else "failed"


def _refusal(problem: TokenProblem) -> Exception:
    if isinstance(problem, ConsentNeeded):
        return SignInRefused("admin_consent" if problem.admin else "consent")
    return SignInRefused("failed")


Kept = TypeVar("Kept")


class _ShortLived(Generic[Kept]):
    """Things taken once, by a secret name, within `seconds`; the oldest make way."""

    def __init__(self, seconds: float, now: Callable[[], float]) -> None:
        self._kept: TTLCache[bytes, Kept] = TTLCache(CAPACITY, seconds, now)

    def put(self, name: str, thing: Kept) -> None:
        self._kept[_digest(name)] = thing

    def take(self, name: str) -> Kept | None:
        return self._kept.pop(_digest(name), None)


def _digest(name: str) -> bytes:
    """Looking up a digest takes as long for a near miss as for any other."""
    return hashlib.sha256(name.encode()).digest()
