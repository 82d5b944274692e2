"""SharePoint over HTTP: one application for each of the company's hosts, which are folders of the sandbox.

https://learn.microsoft.com/sharepoint/dev/sp-add-ins/get-to-know-the-sharepoint-rest-service
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import orjson
from aiohttp import web

from bot.sandbox.issuer import Issuer
from bot.sandbox.sharepoint.caller import Caller, authenticate
from bot.sandbox.sharepoint.errors import NoEntry, SharePointError, bad_argument, no_such_resource
from bot.sandbox.sharepoint.people import CLAIM, my_properties, properties_for
from bot.sandbox.sharepoint.thumbnails import LIBRARY, PIXELS, nearest, thumbnail
from bot.sandbox.world import World

MANAGER = "_api/SP.UserProfiles.PeopleManager"
PROPERTIES_FOR = re.compile(rf"{re.escape(MANAGER)}/GetPropertiesFor\(accountName=(?P<account>@\w+|'.*')\)", re.I)
FILE = re.compile(r"_api/web/GetFileByServerRelativePath\(decodedurl=(?P<path>@\w+|'.*')\)/\$value", re.I)
DOWNLOAD = "_layouts/15/download.aspx"
USER_PHOTO = "_layouts/15/userphoto.aspx"
CHALLENGE = 'Bearer realm="{tenant}",client_id="00000003-0000-0ff1-ce00-000000000000",trusted_issuers="*"'


def sharepoint_apps(world: World, issuer: Issuer) -> dict[str, web.Application]:
    """Host → application; none for a company without SharePoint."""
    home = world.company.share_point
    hosts = (home.host, home.personal_host) if home else ()
    return {host: _Host(world, issuer, host).app() for host in hosts}


@dataclass(frozen=True)
class _Host:
    world: World
    issuer: Issuer
    host: str

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/{path:.*}", self._answer)
        return app

    async def _answer(self, request: web.Request) -> web.Response:
        if (sent := self._sent(request)) is not None:
            return _image(sent)
        try:
            caller = authenticate(self.world, self.issuer, self.host, request.headers.get("Authorization"))
            return self._served(request.match_info["path"], request.query, caller)
        except NoEntry as refusal:
            challenge = {"WWW-Authenticate": CHALLENGE.format(tenant=self.world.tenant)}
            return web.json_response(refusal.body(), status=401, headers=challenge)
        except SharePointError as error:
            return web.json_response(error.body(), status=error.status, headers=error.headers)

    def _sent(self, request: web.Request) -> bytes | None:
        """A file somebody sent in a chat: its address opens it for a while, without a token.

        https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
        """
        if request.match_info["path"].casefold() != DOWNLOAD or "tempauth" not in request.query:
            return None
        return self.world.sent_files.get(request.query.get("UniqueId", ""))

    def _served(self, path: str, query: Mapping[str, str], caller: Caller) -> web.Response:
        if path.casefold() == f"{MANAGER}/GetMyProperties".casefold():
            return _json(my_properties(self.world, caller))
        if found := PROPERTIES_FOR.fullmatch(path):
            return _json(properties_for(self.world, caller, _text(found["account"], query)))
        if found := FILE.fullmatch(path):
            return _image(thumbnail(self.world, _text(found["path"], query)).content)
        if f"/{path}".startswith(LIBRARY):
            return _image(thumbnail(self.world, f"/{path}").content)
        if path.casefold() == USER_PHOTO:
            return self._user_photo(query)
        raise no_such_resource(path.removeprefix("_api/"))

    def _user_photo(self, query: Mapping[str, str]) -> web.Response:
        """What pages show, and what makes SharePoint fetch a photo anew.

        Unverified: that a bearer token opens it, and that asking for somebody else's counts.
        """
        size = query.get("size", "S").upper()
        person = self.world.user(query.get("accountname", "").removeprefix(CLAIM))
        profile = self.world.profiles.get(person["id"]) if person else None
        if size not in PIXELS:
            raise bad_argument()
        if profile is not None and person is not None:
            profile.requested(self.world.photos.get(person["id"], ()), self.world.clock.now())
        if profile is None or not profile.picture:
            return _image(SILHOUETTE, "image/gif")
        return _image(nearest(profile.picture, PIXELS[size]).content)


SILHOUETTE = bytes.fromhex("47494638396101000100800000d0d0d000000021f90400000000002c00000000010001000002024401003b")
"""The picture of nobody: here one grey point."""


def _text(written: str, query: Mapping[str, str]) -> str:
    """The string a parameter is, written out or under an alias of the query; raises `SharePointError` 400."""
    literal = query.get(written, "") if written.startswith("@") else written
    if len(literal) < 2 or not (literal.startswith("'") and literal.endswith("'")):
        raise bad_argument()
    return literal[1:-1].replace("''", "'")


def _json(body: object) -> web.Response:
    kind = "application/json;odata=nometadata;streaming=true;charset=utf-8"
    return web.Response(body=orjson.dumps(body), headers={"Content-Type": kind})


def _image(content: bytes, kind: str = "image/jpeg") -> web.Response:
    return web.Response(body=content, headers={"Content-Type": kind})
