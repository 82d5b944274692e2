"""The two pages of the browser sign-in: one that sends people to Entra, one they come back to.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/auth-flow-bot
"""

from html import escape
from secrets import token_urlsafe

from aiohttp import web

from bot.conversation.speaker import voice
from bot.graph.entra_errors import TokenProblem
from bot.graph.sign_in import InteractiveSignIn, SignInRefused
from bot.teams.failures import told_of
from bot.teams.gate import Waiting, WaitingRoom
from bot.teams.identity import Identity
from bot.texts import Text, Voice, _, say

TEAMS_JS = "https://res.cdn.office.net/teams-js/2.31.1/js/MicrosoftTeams.min.js"
TEAMS_JS_ORIGIN = "https://res.cdn.office.net"

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


class AuthPages:
    """`/auth/start?tx=…` and `/auth/callback`."""

    def __init__(self, identity: Identity, pages: InteractiveSignIn, room: WaitingRoom[Waiting]) -> None:
        self._identity = identity
        self._pages = pages
        self._room = room

    def routes(self) -> list[web.RouteDef]:
        """Both pages; neither says anything about anybody."""
        return [web.get("/auth/start", self.start), web.get("/auth/callback", self.callback)]

    async def start(self, request: web.Request) -> web.Response:
        """To Entra, for what the prompt behind `tx` found missing."""
        speaking = spoken(request)
        waiting = self._room.look(request.query.get("tx", ""))
        if waiting is None:
            return page(TOO_OLD, speaking, status=410)
        try:
            url = await self._identity.page_for(waiting.person, waiting.scopes, waiting.claims)
        except TokenProblem as problem:
            told_of(problem)
            return page(REFUSED["failed"], speaking, status=503)
        return web.Response(status=302, headers={"Location": url, "Cache-Control": "no-store"})

    async def callback(self, request: web.Request) -> web.Response:
        """Back from Entra; the page hands a one-time code to Teams, which brings it to the bot."""
        speaking = spoken(request)
        if request.query.get("state") == "admin":
            return page(ADMIN_DONE if request.query.get("admin_consent") == "True" else REFUSED["declined"], speaking)
        try:
            completed = await self._pages.finish(dict(request.query))
        except SignInRefused as refused:
            return page(REFUSED[refused.kind], speaking, status=403)
        except TokenProblem as problem:
            told_of(problem)
            return page(REFUSED["failed"], speaking, status=503)
        return page(DONE, speaking, code=completed.one_time_code)


def spoken(request: web.Request) -> Voice:
    """The browser's first language."""
    return voice(
        request.headers.get("Accept-Language", "en").partition(",")[0].partition(";")[0].strip() or "en", "UTC"
    )


def page(text: Text, speaking: Voice, *, code: str | None = None, status: int = 200) -> web.Response:
    """A small page; with a code it tells Teams, and the sandbox's chat page, that the sign-in is done."""
    nonce = token_urlsafe(16)
    scripts = script(code, nonce) if code else ""
    body = f"""<!doctype html><html lang="{speaking.language}"><head><meta charset="utf-8"><title>Sync Doctor</title>
<meta name="viewport" content="width=device-width"><style nonce="{nonce}">body{{font:16px system-ui,sans-serif;
max-width:32rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}}</style></head>
<body><main><h1>Sync Doctor</h1><p>{escape(say(text, speaking))}</p></main>{scripts}</body></html>"""
    policy = f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}' {TEAMS_JS_ORIGIN}"
    headers = {
        "Content-Security-Policy": f"{policy}; connect-src {TEAMS_JS_ORIGIN}; base-uri 'none'; form-action 'none'",
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    return web.Response(status=status, text=body, content_type="text/html", headers=headers)


def script(code: str, nonce: str) -> str:
    """Hands the code over; it is worth nothing to anybody but the person who signed in."""
    return f"""<div data-auth-state="{escape(code)}"></div><script nonce="{nonce}" src="{TEAMS_JS}"></script>
<script nonce="{nonce}">const code=document.querySelector("[data-auth-state]").dataset.authState;
if(window.opener&&!window.microsoftTeams)window.opener.postMessage({{type:"syncdoctor-auth",state:code}},"*");
else if(window.microsoftTeams)microsoftTeams.app.initialize()
.then(()=>microsoftTeams.authentication.notifySuccess(code));
</script>"""
