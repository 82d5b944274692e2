"""A client that speaks to the company's Graph as anybody, with any permissions."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import orjson
from aiohttp import ClientSession, web

from bot.sandbox.issuer import Issuer
from bot.sandbox.world import World
from tests.sandbox.graph.company_on_stage import TENANT, G, U

EVERY_SCOPE = (
    "User.Read User.Read.All Group.Read.All Group.ReadWrite.All GroupMember.Read.All GroupMember.ReadWrite.All "
    "Directory.Read.All RoleManagement.Read.Directory RoleManagement.ReadWrite.Directory Policy.Read.All "
    "AdministrativeUnit.Read.All Organization.Read.All LicenseAssignment.Read.All Team.ReadBasic.All "
    "TeamSettings.ReadWrite.All RoleEligibilitySchedule.Read.Directory RoleAssignmentSchedule.Read.Directory "
    "Group-OnPremisesSyncBehavior.ReadWrite.All Member.Read.Hidden Application.Read.All "
    "LicenseAssignment.ReadWrite.All "
    "User.ReadWrite ProfilePhoto.ReadWrite.All PeopleSettings.Read.All OnPremDirectorySynchronization.Read.All"
)


@dataclass(frozen=True)
class Answered:
    """What came back; `body` is JSON, text, the bytes of an image or `None`."""

    status: int
    body: Any
    headers: Mapping[str, str]

    @property
    def error(self) -> tuple[int, str, str]:
        """Status, code and message of a refusal."""
        return self.status, self.body["error"]["code"], self.body["error"]["message"]

    @property
    def ids(self) -> set[str]:
        """Ids of a list."""
        return {thing["id"] for thing in self.body["value"]}


def _read(raw: bytes, kind: str) -> Any:
    if not raw or kind.startswith("image/"):
        return raw or None
    return orjson.loads(raw) if "json" in kind else raw.decode()


class Graph:
    """A client of the company's Graph; `who` is a part in the play, `scopes` what the token carries."""

    def __init__(self, session: ClientSession, base: str, issuer: Issuer, world: World, app: web.Application) -> None:
        self._session, self._issuer = session, issuer
        self.base, self.world, self.app = base, world, app

    def token(self, who: str, scopes: str = EVERY_SCOPE, **claims: Any) -> str:
        person = {"oid": U.get(who, who), "scp": scopes, "idtyp": "user"}
        return self.sign({**person, **claims})

    def sign(self, claims: dict[str, Any], lifetime: int = 3600) -> str:
        whole = {"aud": "https://graph.microsoft.com", "iss": f"https://sts.windows.net/{TENANT}/", "tid": TENANT}
        return self._issuer.sign({**whole, **claims}, lifetime=lifetime)

    async def ask(
        self,
        method: str,
        path: str,
        who: str = "member",
        *,
        scopes: str = EVERY_SCOPE,
        token: str | None = None,
        json: Any = None,
        data: bytes | None = None,
        headers: dict[str, str] | None = None,
        eventual: bool = False,
        version: str = "v1.0",
    ) -> Answered:
        bearer = self.token(who, scopes) if token is None else token
        sent = {"Authorization": f"Bearer {bearer}"} if bearer else {}
        sent |= {"ConsistencyLevel": "eventual"} if eventual else {}
        url = f"{self.base}/{version}/{path}"
        async with self._session.request(
            method, url, headers={**sent, **(headers or {})}, json=json, data=data and BytesIO(data)
        ) as response:
            raw = await response.read()
            kind = response.headers.get("Content-Type", "")
            return Answered(response.status, _read(raw, kind), response.headers)

    async def get(self, path: str, who: str = "member", **more: Any) -> Answered:
        return await self.ask("GET", path, who, **more)

    async def patch(self, path: str, who: str, json: Any, **more: Any) -> Answered:
        return await self.ask("PATCH", path, who, json=json, **more)

    async def add(self, group: str, who: str, target: str, *, side: str = "members", **more: Any) -> Answered:
        reference = {"@odata.id": f"https://graph.microsoft.com/v1.0/directoryObjects/{target}"}
        return await self.ask("POST", f"groups/{G[group]}/{side}/$ref", who, json=reference, **more)

    async def remove(self, group: str, who: str, target: str, *, side: str = "members", **more: Any) -> Answered:
        return await self.ask("DELETE", f"groups/{G[group]}/{side}/{target}/$ref", who, **more)
