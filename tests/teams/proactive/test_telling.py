"""What a telling comes to: taken, later, never, or nobody knows."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.clock import SystemClock
from bot.ports import Person
from bot.store.database import Database
from bot.store.references import ConversationReference, References
from bot.teams.connector.client import Connector
from bot.teams.connector.errors import ConnectorError
from bot.teams.proactive.post import TeamsPost
from bot.teams.proactive.telling import TeamsTelling
from bot.texts import Text, Voice
from cards import kit
from tests.teams.bot_framework import FakeConnector

LEE = Person("tenant", "lee")
GONE: dict[str, Any] = {"error": {"code": "BotNotInConversationRoster"}}


def card(voice: Voice) -> kit.Card:
    return kit.card([kit.heading(Text("It shows now."), voice)], Text("It shows now."), voice)


@pytest.fixture
async def telling(teams: Connector, connector: FakeConnector, tmp_path: Path) -> AsyncIterator[TeamsTelling]:
    database = Database.open(f"sqlite:///{tmp_path / 'references.db'}")
    await database.migrate()
    references = References(database, SystemClock())
    references.remember(ConversationReference("tenant", "lee", connector.url, "a:lee", "29:lee", "da-DK"))
    yield TeamsTelling(TeamsPost(lambda _: teams, references, "bot"))
    await references.close()
    await database.close()


async def test_what_is_taken_has_an_id(telling: TeamsTelling, connector: FakeConnector) -> None:
    assert await telling.tell(LEE, card) == "sent-1"
    assert len(connector.sent) == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda: web.Response(status=429), None),
        (lambda: web.Response(status=503), None),
        (lambda: web.json_response(GONE, status=403), ""),
        (lambda: web.Response(status=404), ""),
    ],
    ids=["too many", "not now", "not installed", "no such chat"],
)
async def test_what_is_refused_for_now_is_told_later_and_what_is_refused_for_good_never(
    telling: TeamsTelling, connector: FakeConnector, answer: Callable[[], web.Response], said: str | None
) -> None:
    connector.script = [answer() for _ in range(4)]
    assert await telling.tell(LEE, card) == said


async def test_who_never_wrote_and_whose_region_is_unknown_cannot_be_told(telling: TeamsTelling) -> None:
    assert await telling.tell(Person("tenant", "somebody"), card) == ""


@pytest.mark.parametrize("answer", [lambda: None, lambda: web.Response(status=504)], ids=["none", "too late"])
async def test_no_answer_means_that_nobody_knows(
    telling: TeamsTelling, connector: FakeConnector, answer: Callable[[], web.Response | None]
) -> None:
    connector.script = [answer() for _ in range(4)]
    with pytest.raises(ConnectorError):
        await telling.tell(LEE, card)
