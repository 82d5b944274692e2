"""What the chat page's addresses give and take."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.sandbox.server import Sandbox
from tests.sandbox.scripted_bot import ScriptedBot, attached, card, replacing
from tests.sandbox.small_company import ANNA, BO, CHAT


async def post(http: ClientSession, sandbox: Sandbox, path: str, body: Any) -> int:
    async with http.post(sandbox.url + path, json=body) as answer:
        return answer.status


async def person(http: ClientSession, sandbox: Sandbox, user: str) -> dict[str, Any]:
    async with http.get(f"{sandbox.url}/sandbox/people/{user}") as answer:
        assert answer.status == 200
        return await answer.json()


@pytest.mark.parametrize(
    "path", ["/", "/sandbox/page/chat.js", "/sandbox/page/chat.css", "/sandbox/page/hostconfig-dark.json"]
)
async def test_the_pages_files_allow_nothing_from_elsewhere(sandbox: Sandbox, http: ClientSession, path: str) -> None:
    async with http.get(sandbox.url + path) as answer:
        assert answer.status == 200
        policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


async def test_no_other_file_is_served(sandbox: Sandbox, http: ClientSession) -> None:
    for path in ("/sandbox/page/chat.py", "/sandbox/page/..%2fserver.py", "/sandbox/renderer/index.html"):
        async with http.get(sandbox.url + path) as answer:
            assert answer.status == 404, path


async def test_the_company_and_its_people(sandbox: Sandbox, http: ClientSession) -> None:
    async with http.get(f"{sandbox.url}/sandbox/company") as answer:
        company = await answer.json()
    assert company["name"] == "Fjord"
    assert [(p["name"], p["note"], p["locale"]) for p in company["people"]] == [("Anna", "can't edit", "da-DK")]
    anna = await person(http, sandbox, ANNA)
    assert [place["kind"] for place in anna["places"]] == ["personal", "groupChat", "channel"]
    assert [about[0] for about in anna["suggestions"]] == ["Hvorfor kan jeg ikke redigere Sales?"]
    assert all("Sales" in question for question in anna["suggestions"][0])


async def test_changes_stream_to_the_page(sandbox: Sandbox, http: ClientSession, bot: ScriptedBot) -> None:
    async with http.get(f"{sandbox.url}/sandbox/people/{ANNA}/events") as stream:
        assert await stream.content.readline() == b": listening\n"
        assert (
            await post(http, sandbox, f"/sandbox/people/{ANNA}/messages", {"text": "hej", "conversation": CHAT}) == 204
        )
        await stream.content.readline()
        line = await asyncio.wait_for(stream.content.readline(), 5)
    change = json.loads(line.removeprefix(b"data: "))
    assert (change["kind"], change["item"]["text"], change["item"]["role"]) == ("shown", "hej", "me")


async def test_pressing_a_button_of_a_card(sandbox: Sandbox, http: ClientSession, bot: ScriptedBot) -> None:
    bot.answers["adaptiveCard/action"] = lambda _: replacing(card("new"))
    sent = await bot.say(CHAT, attached(card("old")))
    press = {"activity": sent, "action": card("old")["actions"][0], "inputs": {"why": "x"}}
    assert await post(http, sandbox, f"/sandbox/people/{ANNA}/actions", press) == 204
    assert bot.heard[0]["value"]["action"]["data"] == {"group": "g1", "why": "x"}
    assert (await person(http, sandbox, ANNA))["items"][0]["card"] == card("new")
    assert (await person(http, sandbox, BO))["items"][0]["card"] == card("old")
    made_up = {**press, "action": {"type": "Action.Execute", "verb": "made up"}}
    assert await post(http, sandbox, f"/sandbox/people/{ANNA}/actions", made_up) == 409


async def test_language_and_time(sandbox: Sandbox, http: ClientSession, bot: ScriptedBot) -> None:
    assert await post(http, sandbox, f"/sandbox/people/{ANNA}/locale", {"locale": "en-US"}) == 200
    before = sandbox.world.clock.now()
    assert await post(http, sandbox, "/sandbox/clock", {"minutes": 30}) == 200
    assert 1800 <= (sandbox.world.clock.now() - before).total_seconds() < 1860
    body = {"text": "why?", "conversation": sandbox.connector.conversations.personal(ANNA).id}
    await post(http, sandbox, f"/sandbox/people/{ANNA}/messages", body)
    assert bot.heard[0]["locale"] == "en-US"


async def test_a_sign_in_pages_proof_reaches_the_bot(sandbox: Sandbox, http: ClientSession, bot: ScriptedBot) -> None:
    bot.answers["signin/tokenExchange"] = lambda _: (412, None)
    sent = await bot.say(sandbox.connector.conversations.personal(ANNA).id, attached(bot.oauth_card(), "oauth"))
    await person(http, sandbox, ANNA)
    assert await post(http, sandbox, f"/sandbox/people/{ANNA}/verify", {"activity": sent, "state": "proof"}) == 204
    assert bot.named("signin/verifyState")[0]["value"] == {"state": "proof"}


Wrong = Mapping[str, Any]


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        (f"/sandbox/people/{ANNA}/messages", {"text": "", "conversation": CHAT}, 400),
        (f"/sandbox/people/{ANNA}/messages", {"text": "x" * 28_001, "conversation": CHAT}, 400),
        (f"/sandbox/people/{ANNA}/messages", {"text": "x", "conversation": "19:x"}, 404),
        (f"/sandbox/people/{ANNA}/messages", [], 400),
        (f"/sandbox/people/{ANNA}/actions", {"activity": "1", "action": {}}, 404),
        (f"/sandbox/people/{ANNA}/verify", {"activity": "1", "state": "x"}, 404),
        (f"/sandbox/people/{ANNA}/locale", {"locale": "<script>"}, 400),
        ("/sandbox/people/nobody/messages", {"text": "x", "conversation": CHAT}, 404),
        ("/sandbox/clock", {"minutes": -1}, 400),
        ("/sandbox/clock", {"minutes": 10**9}, 400),
    ],
)
async def test_refused(sandbox: Sandbox, http: ClientSession, path: str, body: Wrong, status: int) -> None:
    assert await post(http, sandbox, path, body) == status


async def test_forms_from_elsewhere_are_refused(sandbox: Sandbox, http: ClientSession) -> None:
    async with http.post(f"{sandbox.url}/sandbox/clock", data='{"minutes": 30}') as answer:
        assert answer.status == 415


async def test_an_open_stream_does_not_hold_the_sandbox_up(sandbox: Sandbox, http: ClientSession) -> None:
    stream = await http.get(f"{sandbox.url}/sandbox/people/{ANNA}/events")
    began = asyncio.get_running_loop().time()
    await sandbox.__aexit__(None, None, None)
    assert asyncio.get_running_loop().time() - began < 0.9
    stream.close()
