"""What the composition root joins has to fit."""

import asyncio
import subprocess
import sys

import aiohttp

from bot.app.answering import Answering
from bot.app.web import health
from tests.company import contoso


async def test_a_message_that_comes_at_once_waits_until_it_can_be_understood() -> None:
    async with contoso() as running:
        client = running.sandbox.client("adele@contoso.com")
        await client.send("hi")
        await running.settled(client)
        assert [item.role for item in client.items()] == ["me", "bot"]


async def test_it_is_well_once_it_can_answer_and_not_before() -> None:
    loading: asyncio.Future[Answering] = asyncio.get_running_loop().create_future()
    assert health(loading).status == 503
    loading.set_exception(ImportError("a file is missing"))
    assert health(loading).status == 503


async def test_a_company_that_can_be_talked_to_is_well() -> None:
    async with contoso() as running, aiohttp.ClientSession() as http, http.get(f"{running.url}/healthz") as answer:
        assert (answer.status, await answer.json()) == (200, {"status": "ok"})


def test_the_door_is_open_before_cards_and_language_are_loaded() -> None:
    heavy = ("cards", "bot.understand", "bot.diagnose", "bot.second_opinion", "sqlalchemy.orm")
    code = f"import sys, bot.cli.serve; print([name for name in {heavy} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert told.stdout.strip() == "[]"
