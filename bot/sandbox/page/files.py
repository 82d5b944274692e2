"""The page's own files, and Microsoft's renderer from `node_modules`; everything comes from this machine."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from aiohttp import web

PAGE = Path(__file__).parent
NODE_MODULES = PAGE.parents[2] / "node_modules"

OWN = (
    "chat.css",
    "cards.css",
    "chat.js",
    "api.js",
    "cards.js",
    "clock.js",
    "items.js",
    "leave.js",
    "log.js",
    "next_questions.js",
    "people.js",
    "places.js",
    "plain_card.js",
    "words.js",
    "hostconfig-light.json",
    "hostconfig-dark.json",
    "icon.svg",
)
RENDERER: Mapping[str, str] = MappingProxyType(
    {
        "adaptivecards.js": "adaptivecards/dist/adaptivecards.min.js",
        "markdown-it.js": "markdown-it/dist/browser/markdown-it.umd.min.js",
    }
)
"""Served name -> where npm puts it."""

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = MappingProxyType(
    {
        "Content-Security-Policy": _POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-cache",
    }
)


def renderer_installed() -> bool:
    """Whether `npm ci` has been run: without it the page shows cards as text."""
    return all((NODE_MODULES / path).is_file() for path in RENDERER.values())


def routes() -> list[web.RouteDef]:
    """`/` and everything it loads."""
    renderer = [_file(f"/sandbox/renderer/{name}", NODE_MODULES / path) for name, path in RENDERER.items()]
    own = [_file(f"/sandbox/page/{name}", PAGE / name) for name in OWN]
    return [_file("/", PAGE / "index.html"), *own, *renderer]


def _file(address: str, path: Path) -> web.RouteDef:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.FileResponse(path, headers=dict(_HEADERS))

    return web.get(address, answer)
