"""A page of a few sentences, locked down: it loads nothing but Teams' own script, and that only to end a sign-in."""

from collections.abc import Sequence
from html import escape
from secrets import token_urlsafe

from aiohttp import web

from bot.texts import Text, Voice, say

TEAMS_JS = "https://res.cdn.office.net/teams-js/2.31.1/js/MicrosoftTeams.min.js"
TEAMS_JS_ORIGIN = "https://res.cdn.office.net"


IN_TEAMS = "microsoftTeams.app.initialize().then(()=>microsoftTeams.authentication.notifySuccess(code));"
TO_OPENER = 'if(window.opener)window.opener.postMessage({type:"syncdoctor-auth",state:code},"*");'
"""For the sandbox's chat page, which is no Teams and may have no way to the internet."""


def small_page(
    said: Sequence[Text],
    voice: Voice,
    *,
    code: str | None = None,
    status: int = 200,
    teams: bool = True,
    way_on: tuple[Text, str] | None = None,
) -> web.Response:
    """The sentences as paragraphs; with a `code` the page tells Teams, or else its opener, that the sign-in is done.

    `way_on` is a link: its words, and where to.
    """
    nonce = token_urlsafe(16)
    paragraphs = "".join(f"<p>{escape(say(text, voice))}</p>" for text in said)
    if way_on:
        paragraphs += f'<p><a href="{escape(way_on[1])}">{escape(say(way_on[0], voice))}</a></p>'
    body = f"""<!doctype html><html lang="{voice.language}"><head><meta charset="utf-8"><title>Sync Doctor</title>
<meta name="viewport" content="width=device-width"><style nonce="{nonce}">body{{font:16px system-ui,sans-serif;
max-width:32rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}}</style></head>
<body><main><h1>Sync Doctor</h1>{paragraphs}</main>{script(code, nonce, teams=teams) if code else ""}</body></html>"""
    return web.Response(status=status, text=body, content_type="text/html", headers=headers(nonce))


def headers(nonce: str) -> dict[str, str]:
    """Headers by which nothing runs but what carries the nonce, nothing is kept, and no next page is told."""
    policy = f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}' {TEAMS_JS_ORIGIN}"
    return {
        "Content-Security-Policy": f"{policy}; connect-src {TEAMS_JS_ORIGIN}; base-uri 'none'; form-action 'none'",
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def script(code: str, nonce: str, *, teams: bool) -> str:
    """What hands the code to Teams; the code is worth nothing to anybody but the person who signed in."""
    load = f'<script nonce="{nonce}" src="{TEAMS_JS}"></script>' if teams else ""
    tell = IN_TEAMS if teams else TO_OPENER
    read = 'const code=document.querySelector("[data-auth-state]").dataset.authState;'
    return f'<div data-auth-state="{escape(code)}"></div>{load}<script nonce="{nonce}">{read}{tell}</script>'
