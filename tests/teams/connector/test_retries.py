"""What is tried again, and what must not be sent twice."""

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.teams.connector.client import Connector
from bot.teams.connector.errors import ConnectorError, ConnectorUnreachable, Throttled
from bot.teams.connector.http import ConnectorHttp
from bot.teams.connector.token import ConnectorToken
from tests.teams.bot_framework import OUTBOUND_TOKEN, FakeConnector, Pauses

HELLO: dict[str, Any] = {"type": "message", "text": "hej"}
REPEATABLE: dict[str, Callable[[Connector], Awaitable[Any]]] = {
    "update": lambda c: c.update("a:1", "5", HELLO),
    "delete": lambda c: c.delete("a:1", "5"),
    "team": lambda c: c.team("19:t"),
}


@pytest.mark.parametrize("status", [412, 429, 502, 503, 504])
async def test_what_teams_asks_to_repeat_is_repeated(
    teams: Connector, connector: FakeConnector, pauses: Pauses, status: int
) -> None:
    headers = ({"Retry-After": "1.5"}, {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}, {"Retry-After": "nan"})
    connector.script = [web.Response(status=status, headers=header) for header in headers]

    assert await teams.send("a:1", HELLO) == "sent-4"
    assert 1.5 <= pauses.seconds[0] <= 1.75
    assert 0.5 <= pauses.seconds[1] <= 1.5
    assert 1.0 <= pauses.seconds[2] <= 3.0


async def test_after_four_attempts_the_caller_hears_of_it(teams: Connector, connector: FakeConnector) -> None:
    connector.script = [web.Response(status=429) for _ in range(9)]

    with pytest.raises(Throttled):
        await teams.send("a:1", HELLO)
    assert len(connector.sent) == 4


@pytest.mark.parametrize("seconds", ["600", "inf"])
async def test_nobody_waits_for_minutes(
    teams: Connector, connector: FakeConnector, pauses: Pauses, seconds: str
) -> None:
    connector.script = [web.Response(status=429, headers={"Retry-After": seconds})]

    with pytest.raises(Throttled):
        await teams.send("a:1", HELLO)
    assert (len(connector.sent), pauses.seconds) == (1, [])


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409, 500, 501])
async def test_other_failures_are_not_repeated(teams: Connector, connector: FakeConnector, status: int) -> None:
    connector.script = [web.Response(status=status, headers={"Location": connector.url})]

    with pytest.raises(ConnectorError) as raised:
        await teams.send("a:1", HELLO)
    assert (raised.value.status, raised.value.code, len(connector.sent)) == (status, None, 1)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_nobody_follows_a_redirect(teams: Connector, connector: FakeConnector, status: int) -> None:
    connector.script = [web.Response(status=status, headers={"Location": connector.url})]

    with pytest.raises(ConnectorUnreachable):
        await teams.update("a:1", "1", HELLO)
    assert len(connector.sent) == 1


async def test_a_lost_message_is_not_sent_again(teams: Connector, connector: FakeConnector) -> None:
    connector.script = [None]

    with pytest.raises(ConnectorUnreachable) as raised:
        await teams.send("a:1", HELLO)
    assert (raised.value.status, len(connector.sent)) == (0, 1)


@pytest.mark.parametrize("name", REPEATABLE)
async def test_what_can_be_repeated_safely_is(teams: Connector, connector: FakeConnector, name: str) -> None:
    connector.script = [None, None, None]

    await REPEATABLE[name](teams)

    assert len(connector.sent) == 4


async def test_a_message_that_never_left_is_tried_again(session: aiohttp.ClientSession, pauses: Pauses) -> None:
    async def acquire() -> tuple[str, int]:
        return OUTBOUND_TOKEN, 3600

    nobody = Connector(ConnectorHttp(session, ConnectorToken(acquire), pauses), "http://127.0.0.1:9/")

    with pytest.raises(ConnectorUnreachable):
        await nobody.send("a:1", HELLO)
    assert len(pauses.seconds) == 3
