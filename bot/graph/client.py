"""Microsoft Graph as one person: reads in waves, writes one change at a time."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import aiohttp
import orjson
from pydantic import BaseModel

from bot.graph.batch import TRIES, Answer, Part, Wave, chunks, seconds
from bot.graph.change_answers import judged, once, settled
from bot.graph.changes_sent import not_made, sending
from bot.graph.claims_challenge import claims_in
from bot.graph.entra_errors import ChallengeNeeded, TokenProblem
from bot.graph.media import media
from bot.graph.pages import NEXT, VERSIONS, Asked, Pages, collection
from bot.ports import Hits
from bot.reading import INCOMPLETE, GraphDown, Ids, Plan, Reading, Readings, Search, Unreadable
from bot.steps import Lost, Refused, Write, WriteResult

READ_TIMEOUT = aiohttp.ClientTimeout(total=10, sock_connect=3)
WRITE_TIMEOUT = aiohttp.ClientTimeout(total=20, sock_connect=3)
PATIENCE = 4.0
"""Seconds a wave may wait for throttled parts, all in all: a person is looking at a typing indicator."""


MOST_PAGES = 20
"""Further pages that are fetched of a listing, up to 999 items each; what has more counts as incomplete."""


@dataclass
class Traffic:
    """What answering took: HTTP requests, waves of them that had to wait for each other, and parts inside batches."""

    requests: int = 0
    round_trips: int = 0
    batch_parts: int = 0


class GraphClient:
    """Reads and writes with one person's delegated token, which `token` gives afresh for every request.

    Every method may raise `GraphDown`, and `ChallengeNeeded` when Graph wants a stronger sign-in.
    """

    def __init__(
        self,
        http: aiohttp.ClientSession,
        root: str,
        token: Callable[[], Awaitable[str]],
        traffic: Traffic | None = None,
    ) -> None:
        self._http = http
        self._root = root
        self._token = token
        self._traffic = traffic or Traffic()

    async def read(self, plans: Sequence[Plan]) -> Sequence[Readings]:
        """Every reading in one wave: v1.0 and beta can't share a batch, so each has its own, at the same time.

        Two plans that ask for the same address share its answer. Further pages of listings are waves of their own.
        """
        asked = [{reading: Asked.of(reading, plan.ids) for reading in plan.wanted} for plan in plans]
        unknown = dict.fromkeys(get for each in asked for get in each.values() if get is not None)
        answers = await self._answers([*unknown])
        return [
            {reading: understood(reading, plan.ids, get, answers) for reading, get in each.items()}
            for plan, each in zip(plans, asked, strict=True)
        ]

    async def _answers(self, asked: Sequence[Asked]) -> Mapping[Asked, Answer]:
        """What Graph answers to each, every page of it."""
        answers: dict[Asked, Answer] = await self._one_wave(asked)
        pages = Pages(answers)
        for _round in range(MOST_PAGES):
            if not (following := pages.following()):
                break
            pages.take(following, await self._one_wave([*following.values()]))
        return pages.whole()

    async def _one_wave(self, asked: Sequence[Asked]) -> dict[Asked, Answer]:
        by_version = {version: [each for each in asked if each.version == version] for version in VERSIONS}
        waves = {
            v: Wave([Part(each.url, each.eventual, each.body) for each in group])
            for v, group in by_version.items()
            if group
        }
        await self._together(*(self._wave(wave, version) for version, wave in waves.items()))
        return {each: wave.answers[n] for v, wave in waves.items() for n, each in enumerate(by_version[v])}

    async def search(self, searches: Sequence[Search]) -> Sequence[Hits | int]:
        """What each search found, in one wave; an HTTP status where Graph refused, nothing where it found nothing."""
        wave = Wave([Part(search.url, search.eventual) for search in searches])
        await self._together(self._wave(wave, "v1.0"))
        return [hits(wave.answers[place]) for place in range(len(searches))]

    async def write(self, change: Write) -> WriteResult:
        """One change. Throttled ones are tried again; a lost answer stays lost.

        With a 429 Graph did nothing. A 503 may come from a gateway in front of whatever did it: no refusal after that
        says that nothing was changed.
        """
        sending()
        waited, tries, unsure = 0.0, 0, False
        while True:
            try:
                result, wait = await self._change(change)
            except TokenProblem:
                if unsure:
                    return Lost()
                not_made()
                raise
            tries += 1
            unsure |= isinstance(result, Refused) and result.status == 503
            if wait is None or tries == TRIES or waited + wait > PATIENCE:
                return settled(result, change, unsure=unsure)
            waited += wait
            await asyncio.sleep(wait)

    async def _together(self, *waves: Awaitable[None]) -> None:
        if not waves:
            return
        self._traffic.round_trips += 1
        try:
            await together(*waves)
        except (aiohttp.ClientError, TimeoutError):  # some of aiohttp's errors show the request's headers
            raise GraphDown from None

    async def _wave(self, wave: Wave, version: str) -> None:
        patience, places, tries = PATIENCE, list(range(len(wave.parts))), 0
        while places and tries < TRIES:
            if tries:
                self._traffic.round_trips += 1
            await together(*(self._batch(wave, chunk, version) for chunk in chunks(places)))
            tries += 1
            wait, places = wave.again(patience)
            if places and tries < TRIES:
                patience -= wait
                await asyncio.sleep(wait)

    async def _batch(self, wave: Wave, places: Sequence[int], version: str) -> None:
        self._traffic.requests += 1
        self._traffic.batch_parts += len(places)
        body = orjson.dumps(wave.encoded(places))
        url = f"{self._root}/{version}/$batch"
        async with self._http.post(url, data=body, headers=await self._headers(), timeout=READ_TIMEOUT) as answer:
            payload = parsed(await answer.read())
            if answer.status == 401:
                raise ChallengeNeeded(claims_in(answer.headers.getall("WWW-Authenticate", [])))
            if answer.status != 200:
                raise GraphDown(seconds(answer.headers.get("Retry-After")))
        wave.take(payload, places)
        challenges = (claims_in([challenge_of(a)]) for a in wave.answers.values() if a.status == 401)
        if claims := next((c for c in challenges if c), None):
            raise ChallengeNeeded(claims)

    async def _change(self, change: Write) -> tuple[WriteResult, float | None]:
        """The result, and the seconds after which it is safe to try again, if it is."""
        self._traffic.requests += 1
        self._traffic.round_trips += 1
        body = change.body if change.body is None or isinstance(change.body, bytes) else orjson.dumps(change.body)
        headers = {**await self._headers(), "Content-Type": change.content_type}
        sending = self._http.request(
            change.method,
            f"{self._root}/{change.version}{change.url}",
            data=body,
            headers=headers,
            timeout=WRITE_TIMEOUT,
            middlewares=(once,),
        )
        try:
            async with sending as answer:
                return judged(answer, parsed(await answer.read()))
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            return Refused(0, "NotSent", ""), None  # never connected, so nothing was asked
        except (aiohttp.ClientError, TimeoutError):
            return Lost(), None

    async def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {await self._token()}", "Content-Type": "application/json"}


async def together(*asked: Awaitable[None]) -> None:
    """All of them at the same time; one alone needs no task of its own."""
    if len(asked) == 1:
        await asked[0]
    else:
        await asyncio.gather(*asked)


def understood(
    reading: type[Reading], ids: Ids, asked: Asked | None, answers: Mapping[Asked, Answer]
) -> Reading | Unreadable:
    """The reading in an answer; a body that doesn't fit counts as not read."""
    if asked is None:
        return reading.known(ids) or Unreadable(reading, 0, "", reading.permission(ids))
    answer = answers[asked]
    if answer.status != 200:
        return Unreadable(reading, answer.status, answer.code, reading.permission(ids))
    if NEXT in collection(answer):
        return Unreadable(reading, 200, INCOMPLETE, reading.permission(ids))
    try:
        return reading.model_validate(media(answer) if reading.is_media else answer.body)
    except ValueError:
        return Unreadable(reading, 200, "UnexpectedAnswer", reading.permission(ids))


class Found(BaseModel):
    """A collection, as Graph answers a search."""

    value: Hits


def hits(answer: Answer) -> Hits | int:
    """The objects in an answer: a collection's items, or the one object; a 404 found nothing."""
    if answer.status != 200:
        return [] if answer.status == 404 else answer.status
    try:
        return Found.model_validate(answer.body).value
    except ValueError:
        body: object = answer.body
        return [cast(dict[str, Any], body)] if isinstance(body, dict) else []


def parsed(body: bytes) -> Any:
    """JSON, or nothing: what isn't JSON isn't from Graph."""
    try:
        return orjson.loads(body) if body else None
    except orjson.JSONDecodeError:
        return None


def challenge_of(answer: Answer) -> str:
    """A batch part's `WWW-Authenticate`, whatever its case."""
    return next((v for k, v in answer.headers.items() if k.lower() == "www-authenticate"), "")
