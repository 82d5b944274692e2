"""The bot talks: proactively, in chats and channels, to one reader, and takes things back."""

from collections.abc import Mapping
from typing import Any

import jwt
import pytest
from aiohttp import ClientSession

from bot.sandbox.connector import Event
from bot.sandbox.entra.permissions import CONNECTOR
from bot.sandbox.server import Sandbox
from tests.sandbox.small_company import ADA, ANNA, BO, CHANNEL, CHAT, TEAM, TENANT

TEXT = {"type": "message", "text": "hi"}


class Bot:
    """Calls the Connector with the bot's own token."""

    def __init__(self, sandbox: Sandbox, http: ClientSession) -> None:
        self._sandbox, self._http = sandbox, http
        self.seen: list[Event] = []
        sandbox.connector.watch(self.seen.append)

    async def call(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> tuple[int, Any]:
        url = self._sandbox.service_url.rstrip("/") + path
        headers = {"Authorization": f"Bearer {self._sandbox.entra.app_token(CONNECTOR)}"}
        async with self._http.request(method, url, json=body, headers=headers) as answer:
            return answer.status, await answer.json() if await answer.read() else None


@pytest.fixture
def bot(sandbox: Sandbox, http: ClientSession) -> Bot:
    return Bot(sandbox, http)


@pytest.mark.parametrize("by", ["mri", "object id"])
async def test_a_new_personal_conversation(bot: Bot, sandbox: Sandbox, by: str) -> None:
    member = ANNA if by == "object id" else sandbox.connector.conversations.mri(ANNA)
    body = {"members": [{"id": member}], "channelData": {"tenant": {"id": TENANT}}, "activity": TEXT}
    status, created = await bot.call("POST", "/v3/conversations", body)
    assert (status, created["id"]) == (201, sandbox.connector.conversations.personal(ANNA).id)
    assert [event.activity["id"] for event in bot.seen] == [created["activityId"]]


async def test_messages_come_and_change_and_go(bot: Bot) -> None:
    status, sent = await bot.call("POST", f"/v3/conversations/{CHAT}/activities/any-reply-id", TEXT)
    assert status == 201
    path = f"/v3/conversations/{CHAT}/activities/{sent['id']}"
    assert await bot.call("PUT", path, {**TEXT, "text": "better"}) == (200, sent)
    assert (await bot.call("DELETE", path))[0] == 200
    assert (await bot.call("PUT", path, TEXT))[0] == 404
    assert [event.kind for event in bot.seen] == ["posted", "updated", "deleted"]
    assert bot.seen[1].activity["text"] == "better"
    assert bot.seen[1].activity["id"] == sent["id"]


async def test_a_persons_message_is_not_the_bots_to_change(bot: Bot, sandbox: Sandbox) -> None:
    await sandbox.client("anna@fjord.example").send("mine", CHAT)
    mine = bot.seen[0].activity["id"]
    assert (await bot.call("PUT", f"/v3/conversations/{CHAT}/activities/{mine}", TEXT))[0] == 404


async def test_targeted_messages_have_one_reader(bot: Bot, sandbox: Sandbox) -> None:
    anna = {**TEXT, "recipient": {"id": sandbox.connector.conversations.mri(ANNA)}}
    query = "?isTargetedActivity=true"
    status, sent = await bot.call("POST", f"/v3/conversations/{CHAT}/activities{query}", anna)
    assert status == 201
    assert bot.seen[0].only_for == ANNA
    path = f"/v3/conversations/{CHAT}/activities/{sent['id']}"
    assert (await bot.call("PUT", path + query, anna))[0] == 400, "the recipient can't be changed"
    assert (await bot.call("PUT", path, TEXT))[0] == 404, "it isn't there for everybody"
    assert (await bot.call("PUT", path + query, TEXT))[0] == 200
    assert bot.seen[1].only_for == ANNA


async def test_a_channel_has_threads(bot: Bot) -> None:
    _, created = await bot.call(
        "POST", "/v3/conversations", {"channelData": {"channel": {"id": CHANNEL}}, "activity": TEXT}
    )
    assert created["id"] == f"{CHANNEL};messageid={created['activityId']}"
    status, _ = await bot.call("POST", f"/v3/conversations/{created['id']}/activities", TEXT)
    assert status == 201
    assert [event.activity["conversation"]["id"] for event in bot.seen] == [created["id"], created["id"]]


async def test_typing_leaves_nothing_behind(bot: Bot, sandbox: Sandbox) -> None:
    assert (await bot.call("POST", f"/v3/conversations/{CHAT}/activities", {"type": "typing"}))[0] == 201
    assert [event.kind for event in bot.seen] == ["typing"]
    place = sandbox.connector.conversations.find(CHAT)
    assert place is not None
    assert list(sandbox.connector.board.history(place)) == []


async def test_who_is_there(bot: Bot, sandbox: Sandbox) -> None:
    mri = sandbox.connector.conversations.mri(BO)
    _, member = await bot.call("GET", f"/v3/conversations/{CHAT}/members/{mri}")
    assert (member["id"], member["aadObjectId"], member["userPrincipalName"]) == (mri, BO, "bo@fjord.example")
    _, page = await bot.call("GET", f"/v3/conversations/{CHANNEL}/pagedmembers?pageSize=500")
    assert {person["aadObjectId"] for person in page["members"]} == {ANNA, BO, ADA}
    _, team = await bot.call("GET", f"/v3/teams/{CHANNEL}")
    assert (team["aadGroupId"], team["memberCount"]) == (TEAM, 3)


async def test_an_uninstalled_bot_can_write_no_more(bot: Bot, sandbox: Sandbox) -> None:
    personal = sandbox.connector.conversations.personal(ANNA).id
    assert (await bot.call("POST", f"/v3/conversations/{personal}/activities", TEXT))[0] == 201
    await sandbox.connector.uninstall(ANNA)
    status, refusal = await bot.call("POST", f"/v3/conversations/{personal}/activities", TEXT)
    assert (status, refusal["error"]["code"]) == (403, "BotNotInConversationRoster")


async def test_the_channels_keys_are_published(sandbox: Sandbox, http: ClientSession) -> None:
    async with http.get(sandbox.address("https://login.botframework.com/v1/.well-known/openidconfiguration")) as answer:
        document = await answer.json()
    assert document["issuer"] == "https://api.botframework.com"
    async with http.get(sandbox.address(document["jwks_uri"])) as answer:
        assert (await answer.json())["keys"][0]["endorsements"] == ["msteams"]
    async with http.post(f"{sandbox.url}/sandbox/channel-token") as answer:
        token = (await answer.json())["access_token"]
    claims = sandbox.connector.channel_issuer.verify(
        token, audience=sandbox.app_id, issuer="https://api.botframework.com"
    )
    assert claims["serviceurl"] == sandbox.service_url


async def test_another_name_for_this_machine_is_refused(sandbox: Sandbox, http: ClientSession) -> None:
    async with http.get(
        f"{sandbox.url}/login.botframework.com/v1/.well-known/keys", headers={"Host": "evil.example"}
    ) as answer:
        assert answer.status == 421


@pytest.mark.parametrize("url", ["http://127.0.0.1:56150/", "http://localhost:56150/connector"])
async def test_another_client_on_this_machine_takes_the_answers_itself(
    sandbox: Sandbox, http: ClientSession, url: str
) -> None:
    async with http.post(f"{sandbox.url}/sandbox/channel-token", json={"serviceUrl": url}) as answer:
        token = (await answer.json())["access_token"]
    claims = jwt.decode(token, options={"verify_signature": False})
    assert claims["serviceurl"] == url


@pytest.mark.parametrize(
    "body", [{"serviceUrl": "http://evil.example/"}, {"serviceUrl": 7}, {"serviceUrl": "https://127.0.0.1/"}, 7, [1]]
)
async def test_a_stranger_does_not(sandbox: Sandbox, http: ClientSession, body: object) -> None:
    async with http.post(f"{sandbox.url}/sandbox/channel-token", json=body) as answer:
        assert answer.status == 400
