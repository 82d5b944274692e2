"""MSAL off the event loop: one app registration, its own few threads, its errors made ours."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar, cast

import msal  # pyright: ignore[reportMissingTypeStubs]

from bot.endpoints import LOGIN, Endpoints
from bot.graph.entra_errors import EntraRefused, EntraUnavailable, TokenProblem
from bot.graph.entra_http import EntraHttp, ForgetfulCache

DEADLINE_SECONDS = 15
"""How long a caller waits, a free thread included; one request gives up after 10 s itself."""

Credential = str | Mapping[str, Any]
"""What MSAL calls `client_credential`: a secret, a certificate (`thumbprint`, `private_key`), or `client_assertion`.

https://learn.microsoft.com/entra/msal/python/advanced/client-credentials
"""

Answer = Mapping[str, Any]
"""A token response of Entra, or its error; both are JSON objects."""

Result = TypeVar("Result")


class Wallet(Protocol):
    """One person's `msal.TokenCache`; opaque, and never shared: MSAL finds any account in a cache it is given."""

    def add(self, event: dict[str, Any]) -> None:
        """MSAL's own doing."""
        ...


class Msal(Protocol):
    """The part of `msal.ConfidentialClientApplication` in use. Everything blocks."""

    def acquire_token_on_behalf_of(
        self, user_assertion: str, scopes: Sequence[str], claims_challenge: str | None = None
    ) -> Answer:
        """A token for Graph in exchange for one meant for this app."""
        ...

    def acquire_token_for_client(self, scopes: Sequence[str]) -> Answer:
        """A token for the app itself."""
        ...

    def get_accounts(self) -> list[dict[str, Any]]:
        """Who is in the wallet."""
        ...

    def acquire_token_silent_with_error(
        self, scopes: Sequence[str], account: dict[str, Any], *, force_refresh: bool, claims_challenge: str | None
    ) -> Answer | None:
        """A token by the wallet's refresh token; `None` when there is none."""
        ...

    def initiate_auth_code_flow(
        self,
        scopes: Sequence[str],
        redirect_uri: str,
        *,
        prompt: str | None = None,
        login_hint: str | None = None,
        claims_challenge: str | None = None,
    ) -> dict[str, Any]:
        """A sign-in to send the browser to, with PKCE, state and nonce."""
        ...

    def acquire_token_by_auth_code_flow(self, auth_code_flow: dict[str, Any], auth_response: dict[str, str]) -> Answer:
        """The end of that sign-in."""
        ...


class EntraClient:
    """The bot's app registration, in one tenant. Close it when the bot stops."""

    def __init__(
        self, *, app_id: str, tenant: str, credential: Credential, endpoints: Endpoints, workers: int = 8
    ) -> None:
        self.app_id = app_id
        self.tenant = tenant
        self.endpoints = endpoints
        self._credential = credential
        self._http = EntraHttp(endpoints, connections=workers)
        self._published = ForgetfulCache()
        self._threads = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="entra")

    async def call(self, work: Callable[[Msal], Result], wallet: Wallet | None = None) -> Result:
        """Do `work` with MSAL in a thread; tokens it obtains go to `wallet`, or nowhere.

        Raises `EntraUnavailable` and, for what MSAL can't make sense of, `EntraRefused`, which names the exception's
        type only: the texts of MSAL's exceptions quote what was sent.
        """
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(DEADLINE_SECONDS):
                return await loop.run_in_executor(self._threads, lambda: work(self._msal(wallet)))
        except TokenProblem:
            raise
        except TimeoutError:
            raise EntraUnavailable from None
        except Exception as failure:
            raise EntraRefused(type(failure).__name__) from None

    def close(self) -> None:
        """Stop; work that waits for a thread is dropped."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._http.close()

    def _msal(self, wallet: Wallet | None) -> Msal:
        """A fresh application: MSAL ties one to a token cache, and there is a cache per person."""
        application = msal.ConfidentialClientApplication(
            self.app_id,
            client_credential=self._credential,
            authority=f"{LOGIN}/{self.tenant}",
            http_client=self._http,
            http_cache=self._published,
            token_cache=cast("Any", wallet if wallet is not None else new_wallet()),
            # Continuous access evaluation: long-lived tokens that Graph may refuse at any time with a challenge.
            # https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation
            client_capabilities=["cp1"],
            # The authority is a constant above, so there is nothing to look up.
            instance_discovery=False,
        )
        return cast("Msal", application)


def new_wallet() -> Wallet:
    """An empty token cache, in memory."""
    return cast("Wallet", msal.TokenCache())
