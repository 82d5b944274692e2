"""The Bot Connector answers our bot and nobody else, and refuses in Microsoft's words."""

from collections.abc import Callable
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.sandbox.entra.permissions import CONNECTOR, GRAPH
from bot.sandbox.issuer import Issuer
from bot.sandbox.server import Sandbox
from tests.sandbox.small_company import ADA, ANNA, BO, CHANNEL, CHAT, TENANT

ROUTES = [
    ("POST", "/v3/conversations"),
    ("POST", "/v3/conversations/{chat}/activities"),
    ("POST", "/v3/conversations/{chat}/activities/1"),
    ("PUT", "/v3/conversations/{chat}/activities/1"),
    ("DELETE", "/v3/conversations/{chat}/activities/1"),
    ("GET", "/v3/conversations/{chat}/members/1"),
    ("GET", "/v3/conversations/{chat}/pagedmembers"),
    ("GET", "/v3/teams/{chat}"),
]


def signed(sandbox: Sandbox, **claims: object) -> str:
    right = {"aud": CONNECTOR, "iss": f"https://sts.windows.net/{TENANT}/", "appid": sandbox.app_id, "tid": TENANT}
    return "Bearer " + sandbox.entra.issuer.sign(right | claims)


TOKENS: list[tuple[str, Callable[[Sandbox], str]]] = [
    ("missing", lambda _: ""),
    ("garbage", lambda _: "Bearer garbage"),
    ("not a bearer", lambda s: signed(s).replace("Bearer", "Basic")),
    ("for Graph", lambda s: signed(s, aud=GRAPH)),
    ("expired", lambda s: signed(s, exp=1)),
    ("other issuer", lambda s: signed(s, iss="https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")),
    ("other app", lambda s: signed(s, appid="somebody")),
    ("other tenant", lambda s: signed(s, tid="elsewhere")),
    ("forged", lambda s: "Bearer " + Issuer().sign({"aud": CONNECTOR}, kid=s.entra.issuer.kid)),
    ("a person's", lambda s: "Bearer " + s.entra.graph_token(ANNA, ["User.Read"])),
    ("the channel's own", lambda s: "Bearer " + s.connector.channel_token()),
]


@pytest.mark.parametrize("token", [t[1] for t in TOKENS], ids=[t[0] for t in TOKENS])
async def test_a_stranger_is_refused_everywhere(
    sandbox: Sandbox, http: ClientSession, token: Callable[[Sandbox], str]
) -> None:
    for method, path in ROUTES:
        url = sandbox.service_url.rstrip("/") + path.format(chat=CHAT)
        async with http.request(method, url, json={}, headers={"Authorization": token(sandbox)}) as answer:
            assert answer.status == 401, f"{method} {path}"
            assert (await answer.json())["message"] == "Authorization has been denied for this request."


Body = Any

TEXT = {"type": "message", "text": "hi"}
REFUSED: list[tuple[str, str, Body, int, str]] = [
    ("POST", f"/v3/conversations/{CHAT}/activities", [], 400, "BadSyntax"),
    ("POST", f"/v3/conversations/{CHAT}/activities", {"text": "no type"}, 400, "BadSyntax"),
    ("POST", f"/v3/conversations/{CHAT}/activities", {"type": "message"}, 400, "BadSyntax"),
    ("POST", f"/v3/conversations/{CHAT}/activities", {**TEXT, "attachments": [{}]}, 400, "BadSyntax"),
    ("POST", f"/v3/conversations/{CHAT}/activities", {"type": "trace"}, 400, "BadArgument"),
    (
        "POST",
        f"/v3/conversations/{CHAT}/activities",
        {"type": "message", "text": "æ" * 51200},
        413,
        "MessageSizeTooBig",
    ),
    ("POST", f"/v3/conversations/{CHAT}/activities?isTargetedActivity=true", TEXT, 400, "BadArgument"),
    (
        "POST",
        f"/v3/conversations/{CHAT}/activities?isTargetedActivity=true",
        {**TEXT, "recipient": {"id": ADA}},
        400,
        "BadArgument",
    ),
    ("POST", "/v3/conversations/a:nowhere/activities", TEXT, 404, "ConversationNotFound"),
    ("PUT", f"/v3/conversations/{CHAT}/activities/1", TEXT, 404, "ActivityNotFoundInConversation"),
    ("DELETE", f"/v3/conversations/{CHAT}/activities/1", None, 404, "ActivityNotFoundInConversation"),
    ("GET", f"/v3/conversations/{CHAT}/members/{ADA}", None, 404, "MemberNotFoundInConversation"),
    ("GET", f"/v3/conversations/{CHAT}/pagedmembers?pageSize=x", None, 400, "BadArgument"),
    ("GET", "/v3/teams/19:nowhere@thread.tacv2", None, 403, "BotNotInConversationRoster"),
    ("POST", "/v3/conversations", {"members": "x"}, 400, "BadSyntax"),
    ("POST", "/v3/conversations", {"members": [{"id": ANNA}]}, 400, "BadArgument"),
    ("POST", "/v3/conversations", {"members": [{"id": ANNA}], "tenantId": "other"}, 400, "BadArgument"),
    ("POST", "/v3/conversations", {"members": [{"id": "29:x"}], "tenantId": TENANT}, 400, "BadArgument"),
    ("POST", "/v3/conversations", {"members": [], "tenantId": TENANT}, 400, "BadSyntax"),
    ("POST", "/v3/conversations", {"members": [{"id": BO}], "tenantId": TENANT}, 403, "BotNotInConversationRoster"),
]


@pytest.mark.parametrize(("method", "path", "body", "status", "code"), REFUSED)
async def test_refused(  # noqa: PLR0917 a row of the table
    sandbox: Sandbox, http: ClientSession, method: str, path: str, body: Body, status: int, code: str
) -> None:
    url = sandbox.service_url.rstrip("/") + path
    headers = {"Authorization": f"Bearer {sandbox.entra.app_token(CONNECTOR)}"}
    async with http.request(method, url, json=body, headers=headers) as answer:
        assert (answer.status, (await answer.json())["error"]["code"]) == (status, code)


async def test_broken_json_is_refused(sandbox: Sandbox, http: ClientSession) -> None:
    headers = {"Authorization": f"Bearer {sandbox.entra.app_token(CONNECTOR)}"}
    for path in ("/v3/conversations", f"/v3/conversations/{CHANNEL}/activities"):
        async with http.post(sandbox.service_url.rstrip("/") + path, data=b"{", headers=headers) as answer:
            assert (answer.status, (await answer.json())["error"]["code"]) == (400, "BadSyntax")
