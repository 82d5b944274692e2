"""One question to the endpoint: two seconds, one attempt, and either a valid opinion or none."""

import logging
from collections.abc import Callable, Mapping
from time import monotonic

import aiohttp
from yarl import URL

from bot.second_opinion.breaker import PAUSE, Breaker
from bot.second_opinion.opinion import Opinion, Useless, read_opinion
from bot.second_opinion.question import question
from bot.settings import https_or_loopback

logger = logging.getLogger(__name__)

PATIENCE = aiohttp.ClientTimeout(total=2.0)
"""Seconds from the request to the last byte of the answer: somebody is waiting."""
LARGEST_ANSWER = 32_768
"""Bytes; a label with Azure's content filter results takes two thousand."""


class SecondOpinion:
    """The endpoint. What it is asked and what it answers is never logged.

    `url` is the whole address of the chat completions: with an `api-version` in its query it is Azure OpenAI's and
    gets an `api-key`, otherwise a bearer token. `key` is called for each request, so that nothing here holds the
    secret; `model` may be empty where the address names the deployment. Raises `ValueError` for an address that is
    neither https nor on this machine.
    https://learn.microsoft.com/azure/ai-services/openai/reference#authentication
    """

    def __init__(
        self,
        http: aiohttp.ClientSession,
        *,
        url: str,
        key: Callable[[], str],
        model: str,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._http = http
        self._url = URL(https_or_loopback(url))
        self._key = key
        self._model = model
        self._breaker = Breaker(clock)

    async def ask(self, text: str) -> Opinion | None:
        """What another reader makes of `text`, and nothing when it fails or has failed too often; raises nothing."""
        if self._breaker.paused:
            return None
        try:
            opinion = read_opinion(await self._answer(text), text)
        except Useless as failure:
            return self._failed(str(failure))
        except Exception as failure:  # whatever it was, the first opinion stands; a message might quote the answer
            return self._failed(type(failure).__name__)
        self._breaker.succeeded()
        return opinion

    async def _answer(self, text: str) -> bytes:
        # No redirects: the key and the text go to this address and no other.
        async with self._http.post(
            self._url,
            data=question(text, self._model),
            headers=self._headers(),
            timeout=PATIENCE,
            allow_redirects=False,
        ) as response:
            if response.status != 200:
                raise Useless(f"status {response.status}")
            return await _whole(response)

    def _headers(self) -> Mapping[str, str]:
        azure = "api-version" in self._url.query
        secret = {"api-key": self._key()} if azure else {"Authorization": f"Bearer {self._key()}"}
        return {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "SyncDoctor", **secret}

    def _failed(self, why: str) -> None:
        logger.warning("no second opinion: %s", why)
        if self._breaker.failed():
            logger.warning("no second opinion is asked for %d seconds", PAUSE)


async def _whole(response: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for piece in response.content.iter_any():
        body += piece
        if len(body) > LARGEST_ANSWER:
            raise Useless("too long an answer")
    return bytes(body)
