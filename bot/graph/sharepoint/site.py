"""One GET to SharePoint and what its answer means.

https://learn.microsoft.com/sharepoint/dev/sp-add-ins/get-to-know-the-sharepoint-rest-service
"""

from collections.abc import Awaitable, Callable
from typing import Any, cast

import aiohttp
from pydantic import BaseModel, Field
from yarl import URL

from bot.graph.claims_challenge import claims_in
from bot.graph.client import READ_TIMEOUT, parsed
from bot.graph.entra_errors import ChallengeNeeded, ConsentNeeded, EntraRefused, EntraUnavailable
from bot.graph.media import LARGEST
from bot.reading import Ids, Reading, Unreadable

ACCEPT = "application/json;odata=nometadata"
TokenFor = Callable[[str], Awaitable[str]]
"""A token of the person's for a permission written in full, as `https://contoso.sharepoint.com/User.Read.All`."""


class Problem(BaseModel):
    """What SharePoint says of a refusal."""

    code: str = ""


class Failure(BaseModel):
    """SharePoint's error envelope."""

    error: Problem = Field(default=Problem(), alias="odata.error")


class Site:
    """A tenant's SharePoint as one person: `reach` tells where an address of Microsoft's is really reached."""

    def __init__(
        self, http: aiohttp.ClientSession, host: str, reach: Callable[[str], str], token_for: TokenFor
    ) -> None:
        self._http = http
        self._host = host
        self._reach = reach
        self._token_for = token_for

    async def read(self, reading: type[Reading], ids: Ids) -> Reading | Unreadable:
        """The reading, or why not; only a challenge and a sign-in that has run out concern the whole answer.

        Raises `ChallengeNeeded` or `SignInNeeded`, as Graph's token does.
        """
        token = await self._token(reading, ids)
        return token if isinstance(token, Unreadable) else await self._get(reading, ids, token)

    async def _token(self, reading: type[Reading], ids: Ids) -> str | Unreadable:
        """The token, or what is missing for it: a permission nobody gave leaves a gap, as one of Graph's does."""
        permission = reading.permission(ids)
        try:
            return await self._token_for(f"https://{self._host}/{permission.name}")
        except ConsentNeeded:
            return Unreadable(reading, 403, "ConsentRequired", permission)
        except EntraUnavailable:
            return Unreadable(reading, 503, "TokenUnavailable", permission)
        except EntraRefused as refused:
            return Unreadable(reading, 403, refused.code, permission)
        except ChallengeNeeded as challenge:
            if challenge.claims is None:  # a sign-in that asks for nothing in particular would change nothing
                return Unreadable(reading, 403, "InteractionRequired", permission)
            raise

    async def _get(self, reading: type[Reading], ids: Ids, token: str) -> Reading | Unreadable:
        permission = reading.permission(ids)
        url = URL(self._reach(f"https://{self._host}{reading.url(ids)}"), encoded=True)
        headers = {"Authorization": f"Bearer {token}", "Accept": ACCEPT}
        try:
            async with self._http.get(url, headers=headers, timeout=READ_TIMEOUT) as answer:
                status, content = answer.status, await whole(answer)
                kind = answer.content_type
                claims = claims_in(answer.headers.getall("WWW-Authenticate", []))
        except (aiohttp.ClientError, TimeoutError):  # a redirect is one too: it is never followed
            return Unreadable(reading, 0, "", permission)
        if status == 401 and claims:
            raise ChallengeNeeded(claims)
        if reading.is_media and status == 200:
            return picture(reading, content, kind) or Unreadable(reading, 200, "UnexpectedAnswer", permission)
        body = parsed(content)
        if status != 200:
            return Unreadable(reading, status, code_in(body), permission)
        if is_null(body):
            return Unreadable(reading, 404, "NoProfile", permission)
        try:
            return reading.model_validate(body)
        except ValueError:
            return Unreadable(reading, 200, "UnexpectedAnswer", permission)


def picture(reading: type[Reading], content: bytes, kind: str) -> Reading | None:
    """Bytes that came as such; `None` for none at all, which is no photo."""
    return reading.model_validate({"content": content, "content_type": kind}) if content else None


async def whole(answer: aiohttp.ClientResponse) -> bytes:
    """Everything that came; nothing where it is more than any photo has: the address may be of any file."""
    content = bytearray()
    async for chunk in answer.content.iter_chunked(65536):
        content += chunk
        if len(content) > LARGEST:
            return b""
    return bytes(content)


def code_in(body: Any) -> str:
    """The error code, or nothing when the body isn't SharePoint's."""
    try:
        return Failure.model_validate(body or {}).error.code
    except ValueError:
        return ""


def is_null(body: object) -> bool:
    """Whether SharePoint says that there is nothing by that name: `{"odata.null": true}`, with 200."""
    return isinstance(body, dict) and cast(dict[str, object], body).get("odata.null") is True
