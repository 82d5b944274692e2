"""The pages people see: plain, readable HTML that works without scripts."""

from collections.abc import Iterable, Mapping
from html import escape
from secrets import token_urlsafe
from string import Template

from aiohttp import web

_PAGE = Template("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>$title</title>
<style nonce="$nonce">
body { margin: 0; min-height: 100vh; display: grid; place-items: center;
       font: 16px/1.5 "Segoe UI", system-ui, sans-serif;
       background: light-dark(#f5f5f5, #141414); color: light-dark(#242424, #ffffff); }
main { box-sizing: border-box; width: min(27rem, 100%); padding: 2rem; border-radius: 8px;
       background: light-dark(#ffffff, #292929); box-shadow: 0 2px 8px #0006; overflow-wrap: anywhere; }
h1 { font-size: 1.35rem; margin: 0 0 1rem; }
label { display: block; font-weight: 600; }
input { box-sizing: border-box; width: 100%; margin: .25rem 0 1rem; padding: .5rem; font: inherit; border-radius: 4px;
        border: 1px solid light-dark(#616161, #adadad); background: inherit; color: inherit; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; }
button { font: inherit; min-height: 2.25rem; padding: 0 1.25rem; border-radius: 4px; cursor: pointer;
         border: 1px solid light-dark(#616161, #adadad); background: transparent; color: inherit; }
button.primary { background: #4f52b2; border-color: #4f52b2; color: #ffffff; }
a { color: light-dark(#4f52b2, #aab2ff); }
.note { font-size: .85rem; color: light-dark(#616161, #d6d6d6); }
</style>
</head>
<body><main>$body</main>$script</body>
</html>
""")


def page(title: str, body: str, *, status: int = 200, leads_to: str = "", script: str = "") -> web.Response:
    """A whole page around `body` (HTML already escaped); `leads_to` is the origin its form may go to."""
    nonce = token_urlsafe(16)
    allowed = f"style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; form-action 'self' {leads_to}"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'"
    run = f'<script nonce="{nonce}">{script}</script>' if script else ""
    return web.Response(
        text=_PAGE.substitute(title=escape(title), body=body, nonce=nonce, script=run),
        content_type="text/html",
        status=status,
        headers={"Content-Security-Policy": policy, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"},
    )


def question(
    app: str, scopes: Iterable[str], *, hint: str, people: Iterable[str], for_all: bool, leads_to: str
) -> web.Response:
    """Sign in and answer: may `app` have `scopes`? The form posts `user` and `decision` (accept or cancel)."""
    whom = "your organization" if for_all else "you"
    wanted = "".join(f"<li><code>{escape(scope)}</code></li>" for scope in scopes)
    options = "".join(f'<option value="{escape(person)}"></option>' for person in people)
    body = f"""<h1>Permissions requested</h1>
<p><strong>{escape(app)}</strong> asks {whom} for:</p>
<ul>{wanted}</ul>
<form method="post">
<label for="user">Sign in as</label>
<input id="user" name="user" type="email" required autocomplete="off" list="people" value="{escape(hint)}">
<datalist id="people">{options}</datalist>
<div class="buttons">
<button class="primary" name="decision" value="accept">Accept</button>
<button name="decision" value="cancel" formnovalidate>Cancel</button>
</div></form>
<p class="note">A simulated sign-in page. Nothing leaves this machine.</p>"""
    return page("Permissions requested", body, leads_to=leads_to)


def approval_needed(app: str, scopes: Iterable[str], return_to: str) -> web.Response:
    """The dead end of a person who asks for what only an administrator can grant."""
    wanted = "".join(f"<li><code>{escape(scope)}</code></li>" for scope in scopes)
    body = f"""<h1>Need admin approval</h1>
<p><strong>{escape(app)}</strong> needs permission to access resources in your organization
that only an admin can grant:</p>
<ul>{wanted}</ul>
<p><a id="return" href="{escape(return_to)}">Return to the application without granting consent</a></p>"""
    return page("Need admin approval", body)


def reply(redirect: str, answer: Mapping[str, str], leads_to: str) -> web.Response:
    """`response_mode=form_post`: a form that posts `answer` to `redirect` by itself, or by a press without scripts."""
    fields = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in answer.items()
    )
    body = f"""<h1>Working…</h1>
<form id="reply" method="post" action="{escape(redirect)}">{fields}<button class="primary">Continue</button></form>"""
    return page("Working…", body, leads_to=leads_to, script='document.getElementById("reply").submit()')


def refused(description: str) -> web.Response:
    """Sorry, but we're having trouble signing you in: shown when there is nowhere safe to redirect to."""
    body = f"<h1>Sorry, but we’re having trouble signing you in.</h1><p>{escape(description)}</p>"
    return page("Sign in", body, status=400)
