"""What Graph's answer to a change means, and when none is to be had."""

from typing import Any

import aiohttp

from bot.graph.batch import pause, problem, seconds
from bot.graph.changes_sent import not_made
from bot.graph.claims_challenge import claims_in
from bot.graph.entra_errors import ChallengeNeeded
from bot.steps import Accepted, Lost, Refused, Write, WriteResult


class AnswerLost(aiohttp.ClientError):
    """The connection dropped after a change was sent."""


async def once(request: aiohttp.ClientRequest, send: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """Send a change one time: aiohttp would send a DELETE again by itself when the connection drops."""
    try:
        return await send(request)
    except aiohttp.ClientConnectorError:
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError):
        raise AnswerLost from None


def settled(result: WriteResult, change: Write, *, unsure: bool) -> WriteResult:
    """What came of it in the end; `unsure` when an earlier try may have done it behind a gateway's back."""
    if not isinstance(result, Refused) or change.already(result):
        return result
    if unsure:
        return Lost()
    not_made()
    return result


def judged(answer: aiohttp.ClientResponse, body: Any) -> tuple[WriteResult, float | None]:
    """What Graph's answer to a change means; a gateway's 502 or 504 says nothing about what happened behind it."""
    if answer.status < 300:
        return Accepted(answer.status), None
    if answer.status == 401:
        raise ChallengeNeeded(claims_in(answer.headers.getall("WWW-Authenticate", [])))
    if answer.status in {500, 502, 504}:
        return Lost(), None
    said = problem(body)
    again = pause(seconds(answer.headers.get("Retry-After"))) if answer.status in {429, 503} else None
    return Refused(answer.status, said.code, said.message), again
