"""The blocking HTTP client MSAL wants, for use inside MSAL's worker threads and nowhere else."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookiejar import DefaultCookiePolicy
from time import monotonic
from typing import Any

import requests  # noqa: TID251 - MSAL is synchronous and wants this shape; it only runs in EntraClient's own threads
from requests.adapters import HTTPAdapter  # noqa: TID251 - as above
from urllib3.exceptions import HTTPError

from bot.endpoints import Endpoints
from bot.graph.entra_errors import EntraUnavailable
from bot.outgoing import ANSWER_BYTES

PATIENCE = (3.0, 7.0)
"""Seconds to connect, and then for the answer to begin: ten in all."""
WHOLE_ANSWER_SECONDS = 10.0
"""And no longer than this for all of it: one that drips would keep its thread from others."""
PIECE_BYTES = 65_536
_INDEX = "_index_"


@dataclass(frozen=True, slots=True)
class EntraAnswer:
    """An answer, read whole, in the shape MSAL wants; its body may hold tokens."""

    status_code: int
    headers: Mapping[str, str]
    text: str = field(repr=False)

    def raise_for_status(self) -> None:
        """MSAL's own doing, where it takes nothing but a success."""
        if self.status_code >= 400:
            raise EntraUnavailable


class EntraHttp:
    """What `msal` calls an `http_client`: `get`, `post`, `close`.

    An answer that is throttled, failed or not JSON is raised as `EntraUnavailable` here, before MSAL sees it, because
    MSAL would remember the first for every person, and log the body of the last.
    """

    def __init__(self, endpoints: Endpoints, connections: int) -> None:
        self._endpoints = endpoints
        self._session = requests.Session()
        # Proxy and certificate variables of the machine must not redirect client secrets (PLATFORM.md F36).
        self._session.trust_env = False
        # Entra sets cookies; people share this session, so none is ever kept.
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, HTTPAdapter(pool_maxsize=connections))

    def get(self, url: str, **how: Any) -> EntraAnswer:
        """One GET; see the class for what it raises."""
        return self._send("GET", url, how)

    def post(self, url: str, **how: Any) -> EntraAnswer:
        """One POST; see the class for what it raises."""
        return self._send("POST", url, how)

    def close(self) -> None:
        """Let the connections go."""
        self._session.close()

    def _send(self, method: str, url: str, how: dict[str, Any]) -> EntraAnswer:
        kept = {name: how[name] for name in ("params", "data", "headers") if name in how}
        try:
            # A redirect would carry the client secret to whatever it names.
            with self._session.request(
                method, self._endpoints.reach(url), timeout=PATIENCE, allow_redirects=False, stream=True, **kept
            ) as response:
                answer = EntraAnswer(response.status_code, response.headers, _whole(response))
        except (requests.RequestException, HTTPError, OSError):
            raise EntraUnavailable from None
        if answer.status_code == requests.codes.too_many_requests or answer.status_code >= 500:
            raise EntraUnavailable(_seconds(answer.headers.get("Retry-After")))
        if 300 <= answer.status_code < 400 or not _is_json_object(answer.text):
            raise EntraUnavailable
        return answer


def _whole(response: requests.Response) -> str:
    """The body as text, within the bounds for outgoing calls; raises `EntraUnavailable` beyond them."""
    body, until = bytearray(), monotonic() + WHOLE_ANSWER_SECONDS
    while piece := response.raw.read1(PIECE_BYTES, decode_content=True):
        body += piece
        if len(body) > ANSWER_BYTES or monotonic() > until:
            raise EntraUnavailable
    return body.decode(errors="replace")


class ForgetfulCache(dict[str, Any]):
    """MSAL's `http_cache`, shared by all people: keeps what Entra publishes, forgets every error.

    MSAL keeps a 400 for 60 s, so consent just given would seem missing, and a 429 under a key that doesn't name the
    person, so one throttled person would stop all others. The keys end as `msal/throttled_http_client.py` writes them.
    """

    def __setitem__(self, key: str, value: Any) -> None:
        """Keep `value`, unless it is an error."""
        if not key.endswith((" 400", " 429/5xx/Retry-After")):
            super().__setitem__(key, value)

    def get(self, key: str, default: Any = None) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The value, but a private copy of MSAL's expiry index.

        Each MSAL application guards that index with a lock of its own, and applications in other threads share it. On
        copies the last writer wins, and all that can be lost is a cached answer.
        """
        value = super().get(key, default)
        if key == _INDEX and value is not default:
            sequence, timestamps = value
            return list(sequence), dict(timestamps)
        return value


def _seconds(retry_after: str | None) -> float | None:
    """Entra sends whole seconds; a date would mean a proxy in between, whose advice is ignored."""
    return float(retry_after) if retry_after and retry_after.isdecimal() else None


def _is_json_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False
