"""Who is in a conversation and which team a channel belongs to.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
"""

from typing import Any

from aiohttp import web

from bot.sandbox.connector import errors
from bot.sandbox.connector.conversations import Conversations
from bot.sandbox.connector.rest import known
from bot.sandbox.world import Wire, World


class RosterRoutes:
    """Members, one or paged, and team details."""

    def __init__(self, world: World, conversations: Conversations) -> None:
        self._world, self._conversations = world, conversations

    def routes(self) -> list[web.RouteDef]:
        """Where it is served, below the service URL."""
        return [
            web.get("/v3/conversations/{conversation}/members/{member}", self._member),
            web.get("/v3/conversations/{conversation}/pagedmembers", self._page),
            web.get("/v3/teams/{team}", self._team),
        ]

    async def _member(self, request: web.Request) -> web.Response:
        place = known(self._conversations, request.match_info["conversation"])
        user = self._conversations.user_of(request.match_info["member"])
        if user is None or user not in place.members:
            raise errors.no_member()
        return web.json_response(self._person(user))

    async def _page(self, request: web.Request) -> web.Response:
        place = known(self._conversations, request.match_info["conversation"])
        # Microsoft serves pages of 50 to 500 whatever is asked for.
        size = min(max(_number(request.query.get("pageSize"), "pageSize", 200), 50), 500)
        start = _number(request.query.get("continuationToken"), "continuationToken", 0)
        people = [self._person(user) for user in place.members[start : start + size]]
        body: dict[str, Any] = {"members": people}
        if start + size < len(place.members):
            body["continuationToken"] = str(start + size)
        return web.json_response(body)

    async def _team(self, request: web.Request) -> web.Response:
        team = self._conversations.team_of_thread(request.match_info["team"])
        if team is None:
            raise errors.not_in_roster()
        channels = [channel for channel in self._world.company.teamwork.channels if channel.team == team]
        body = {
            "id": request.match_info["team"],
            "name": self._world.groups[team]["displayName"],
            "aadGroupId": team,
            "type": "standard",
            "tenantId": self._world.tenant,
            "channelCount": len(channels),
            "memberCount": len({*self._world.members.get(team, []), *self._world.owners.get(team, [])}),
        }
        return web.json_response(body)

    def _person(self, user: str) -> Wire:
        person = self._world.users[user]
        return {
            "id": self._conversations.mri(user),
            "name": person["displayName"],
            "givenName": person.get("givenName"),
            "surname": person.get("surname"),
            "objectId": user,
            "aadObjectId": user,
            "email": person.get("mail"),
            "userPrincipalName": person["userPrincipalName"],
            "tenantId": self._world.tenant,
            "userRole": "guest" if person.get("userType") == "Guest" else "user",
        }


def _number(text: str | None, name: str, otherwise: int) -> int:
    if not text:
        return otherwise
    if not text.isdecimal():
        raise errors.bad_argument(f"{name} is not valid.")
    return int(text)
