"""The two pages of the browser sign-in: one that sends people to Entra, one they come back to.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/auth-flow-bot
"""

from typing import Protocol
from urllib.parse import urlencode

from aiohttp import web

from bot.conversation.speaker import asked_for
from bot.graph.entra_errors import TokenProblem
from bot.graph.sign_in import InteractiveSignIn, SignInRefused
from bot.ports import Person
from bot.teams.failure_log import told_of
from bot.teams.pages.small_page import small_page
from bot.teams.sign_in.identity import Identity
from bot.teams.sign_in.waiting import Waiting, WaitingRoom
from bot.texts import _

DONE = _("You're signed in. You can close this window.")
ADMIN_DONE = _("Thank you. The permissions have been given; everybody can go on in Teams.")
TOO_OLD = _("This sign-in is too old or was used before. Go back to Teams and press the button again.")
REFUSED = {
    "unknown": TOO_OLD,
    "declined": _("The sign-in was cancelled. Nothing was changed."),
    "wrong_person": _("That is not the account you use in Teams. Sign in with that one."),
    "consent": _("Some permissions are still missing. Go back to Teams and press the button again."),
    "admin_consent": _("An administrator has to allow this first. Ask in Teams, and forward what the bot tells you."),
    "failed": _("Microsoft did not complete the sign-in. Try again in a minute."),
}


CHOOSE = _("Choose another account")


class KnownToTeams(Protocol):
    """What the pages need of the chat that they were opened from."""

    async def login_name(self, waiting: Waiting) -> str | None:
        """What the person signs in to Microsoft as, to be filled in for them."""
        ...

    async def signed_in(self, person: Person) -> None:
        """Answer what waits for this person's sign-in."""
        ...


def start_page(name: str, *, choose: bool = False) -> str:
    """Where our own sign-in page for what waits under `name` is, from the root of the bot's address."""
    return f"/auth/start?{urlencode({'tx': name} | ({'choose': '1'} if choose else {}))}"


class AuthPages:
    """`/auth/start?tx=…` and `/auth/callback`."""

    def __init__(
        self, identity: Identity, pages: InteractiveSignIn, room: WaitingRoom, public_url: str, known: KnownToTeams
    ) -> None:
        self._known = known
        self._public_url = public_url
        self._identity = identity
        self._pages = pages
        self._room = room

    def routes(self) -> list[web.RouteDef]:
        """Both pages; neither says anything about anybody."""
        return [web.get("/auth/start", self.start), web.get("/auth/callback", self.callback)]

    async def start(self, request: web.Request) -> web.Response:
        """To Entra, for what the prompt behind `tx` found missing."""
        speaking = asked_for(request.headers.get("Accept-Language"))
        waiting = self._room.look(request.query.get("tx", ""))
        if waiting is None:
            return small_page((TOO_OLD,), speaking, status=410)
        try:
            choose = request.query.get("choose") == "1"
            url = await self._identity.page_for(
                waiting.person,
                waiting.scopes,
                waiting.claims,
                prompt=request.query["tx"],
                hint=None if choose else await self._known.login_name(waiting),
                choose=choose,
            )
        except TokenProblem as problem:
            told_of(problem)
            return small_page((REFUSED["failed"],), speaking, status=503)
        return web.Response(status=302, headers={"Location": url, "Cache-Control": "no-store"})

    async def callback(self, request: web.Request) -> web.Response:
        """Back from Entra; the page hands a one-time code to Teams, which brings it to the bot."""
        speaking = asked_for(request.headers.get("Accept-Language"))
        if request.query.get("state") == "admin":
            given = request.query.get("admin_consent") == "True"
            return small_page((ADMIN_DONE if given else REFUSED["declined"],), speaking)
        try:
            completed = await self._pages.finish(dict(request.query))
        except SignInRefused as refused:
            again = (CHOOSE, start_page(refused.prompt, choose=True)) if self._room.look(refused.prompt) else None
            return small_page((REFUSED[refused.kind],), speaking, status=403, way_on=again)
        except TokenProblem as problem:
            told_of(problem)
            return small_page((REFUSED["failed"],), speaking, status=503)
        await self._known.signed_in(Person(*completed.person))
        # a bot without https isn't reached from Teams: it is the sandbox's, whose chat page opened this one
        teams = self._public_url.startswith("https://")
        return small_page((DONE,), speaking, code=completed.one_time_code, teams=teams)
