"""Where the browser is sent back to: only to an address that was registered, character for character.

https://learn.microsoft.com/entra/identity-platform/reply-url
"""

from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

from aiohttp import web

from bot.sandbox.entra import errors, pages
from bot.sandbox.entra.registration import AppRegistration


def known_redirect(registration: AppRegistration, query: Mapping[str, str]) -> str:
    """The `redirect_uri` of a request of our app; raises `EntraError` 900144, 700016 or 50011."""
    client_id, redirect = query.get("client_id"), query.get("redirect_uri")
    if not client_id:
        raise errors.missing_parameter("client_id")
    if client_id != registration.client_id:
        raise errors.unknown_app(client_id)
    if redirect not in registration.redirect_uris:
        raise errors.unregistered_reply_address(client_id)
    return redirect


def with_parameters(redirect: str, answer: Mapping[str, str | None]) -> str:
    """`redirect` with the parts of `answer` that are not `None` in its query."""
    joint = "&" if "?" in redirect else "?"
    return redirect + joint + urlencode({key: value for key, value in answer.items() if value is not None})


def send_back(redirect: str, answer: Mapping[str, str | None], mode: str) -> web.Response:
    """Send the browser to `redirect` with `answer`, by "query" or by "form_post"; raises the redirect."""
    told = {key: value for key, value in answer.items() if value is not None}
    if mode == "form_post":
        return pages.reply(redirect, told, origin_of(redirect))
    raise web.HTTPFound(with_parameters(redirect, told))


def origin_of(address: str) -> str:
    """Scheme, host and port of an address: what a content security policy names."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
