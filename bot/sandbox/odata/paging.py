"""Pages of a list and the link from one to the next.

https://learn.microsoft.com/graph/paging
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from urllib.parse import quote

from bot.sandbox.odata.errors import GraphError
from bot.sandbox.odata.query import Query

DEFAULT_PAGE = 100


def page_start(query: Query) -> int:
    """Where the page begins, from 0; GraphError 400 for a `$skiptoken` that we did not give to this very query."""
    if query.skip_token is None:
        return 0
    try:
        start, _, mark = urlsafe_b64decode(query.skip_token.encode()).decode().partition(":")
        if mark == _mark(query):
            return int(start)
    except ValueError:
        pass
    raise GraphError(
        400,
        "Directory_ExpiredPageToken",
        "The specified page token value has expired and can no longer be included in your request.",
    )


def page_size(query: Query) -> int:
    """How many objects a page holds at most."""
    return query.top or DEFAULT_PAGE


def next_link(query: Query, base_url: str, start: int) -> str:
    """The link to the page that begins at `start`; `base_url` is the list's own address without query options."""
    token = urlsafe_b64encode(f"{start}:{_mark(query)}".encode()).decode()
    options = {**dict(query.options), "$skiptoken": token}
    return base_url + "?" + "&".join(f"{name}={quote(value, safe='')}" for name, value in options.items())


def _mark(query: Query) -> str:
    same = sorted((name, value) for name, value in query.options if name not in {"$skiptoken", "$top"})
    return sha256(repr(same).encode()).hexdigest()[:16]
