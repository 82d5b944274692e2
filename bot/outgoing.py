"""The one policy for every HTTP call this process makes: to Graph, the Bot Connector, and wherever keys come from.

An answer comes from the address that was asked or not at all, and it fits in memory. Nothing a service sets is kept:
people share these connections. How often something is asked again is bounded where it is asked.
"""

import aiohttp
from aiohttp.connector import Connection

ANSWER_BYTES = 8 * 1024 * 1024
"""Largest answer that is read, after decompression: more than a full batch of Graph's, or a photo."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Redirected(aiohttp.ClientError):
    """Somebody answered that the answer is elsewhere; what was sent, and to whom it might go, stays here."""


class AnswerTooBig(aiohttp.ClientPayloadError):
    """The answer is larger than `ANSWER_BYTES`; the rest was not read."""


class BoundedAnswer(aiohttp.ClientResponse):
    """An answer within the policy; both errors are `aiohttp.ClientError`s, as a broken connection is."""

    async def start(self, connection: Connection) -> aiohttp.ClientResponse:
        """Take status and headers. Raises `Redirected`, before aiohttp would follow."""
        await super().start(connection)
        if self.status in REDIRECTS:
            raise Redirected
        return self

    async def read(self) -> bytes:
        """The whole body; raises `AnswerTooBig`."""
        if self._body is None and not self._is_known_to_fit():
            try:
                self._body = await self._within_bounds()
            except BaseException:
                self.close()
                raise
        return await super().read()

    def _is_known_to_fit(self) -> bool:
        """Whether its own headers bound it, as they do for most answers; what is compressed may unfold beyond them."""
        length = self.content_length
        return length is not None and length <= ANSWER_BYTES and "Content-Encoding" not in self.headers

    async def _within_bounds(self) -> bytes:
        parts: list[bytes] = []
        size = 0
        async for part in self.content.iter_any():
            size += len(part)
            if size > ANSWER_BYTES:
                raise AnswerTooBig
            parts.append(part)
        return b"".join(parts)


def outgoing(connector: aiohttp.TCPConnector | None = None) -> aiohttp.ClientSession:
    """A session of this policy; whoever opens it closes it."""
    return aiohttp.ClientSession(
        connector=connector, response_class=BoundedAnswer, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False
    )
