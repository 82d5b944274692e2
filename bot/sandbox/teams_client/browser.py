"""The sign-in window: follows pages and redirects as the person would, from the button to the bot's last page."""

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

from aiohttp import ClientResponse, ClientSession, CookieJar
from yarl import URL

MOST_PAGES = 15

Form = dict[str, str]

_STATE = re.compile(r"""data-auth-state="([^"]+)"|notifySuccess\(\s*["']([^"']+)["']""")
_REPLY = re.compile(r'<form id="reply" method="post" action="([^"]+)">')
_FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
_RETURN = re.compile(r'<a id="return" href="([^"]+)"')


@dataclass(frozen=True)
class Page:
    """Where the window ended up: the address, the HTTP status and the HTML."""

    url: str
    status: int
    html: str

    @property
    def state(self) -> str | None:
        """What the page hands to `authentication.notifySuccess`, or keeps in an attribute `data-auth-state` for it."""
        found = _STATE.search(self.html)
        return unescape(found[1] or found[2]) if found else None


class Browser:
    """One person's browser; every address outside this machine is looked up in the sandbox at `base`."""

    def __init__(self, base: str, user: str) -> None:
        self._base, self._user = base, user

    async def open(self, url: str, decision: str = "accept") -> Page:
        """Walk from `url` to the end, answering sign-in pages with `decision` (accept or cancel)."""
        async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
            form: Form | None = None
            for _ in range(MOST_PAGES):
                here = self._local(url)
                method = "GET" if form is None else "POST"
                async with session.request(method, URL(here, encoded=True), data=form, allow_redirects=False) as answer:
                    page = Page(url, answer.status, await answer.text())
                following = _follow(answer, page) or self._answer(page, decision if form is None else None)
                if following is None:
                    return page
                url, form = following
        raise RuntimeError("the sign-in pages go round in circles")

    def _answer(self, page: Page, decision: str | None) -> tuple[str, Form] | None:
        """The sign-in form on `page`, filled in; `None` when there is none, or no `decision` left to make."""
        is_form = urlsplit(page.url).path.endswith(("/oauth2/v2.0/authorize", "/v2.0/adminconsent"))
        if decision is None or not is_form or page.status != 200:
            return None
        return page.url, {"user": self._user, "decision": decision}

    def _local(self, url: str) -> str:
        parts = urlsplit(url)
        return url if parts.hostname in {"127.0.0.1", "localhost"} else f"{self._base}/{url.partition('://')[2]}"


def _follow(answer: ClientResponse, page: Page) -> tuple[str, Form | None] | None:
    """Where `page` leads without asking anything: a redirect, a form that posts itself, the way out of a dead end."""
    if answer.status in {301, 302, 303, 307, 308}:
        return urljoin(page.url, answer.headers["Location"]), None
    if reply := _REPLY.search(page.html):
        fields = {unescape(name): unescape(value) for name, value in _FIELD.findall(page.html)}
        return unescape(reply[1]), fields
    if back := _RETURN.search(page.html):
        return unescape(back[1]), None
    return None
