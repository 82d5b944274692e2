"""How what people type becomes a search, whatever kind of object they mean."""

import re
from urllib.parse import quote

from bot.object_id import OBJECT_ID
from bot.reading import Search

GUID = re.compile(OBJECT_ID, re.I)
MAIL = re.compile(r"[^@\s]{1,256}@[^@\s.]{1,128}(?:\.[^@\s.]{1,128}){1,8}")
SEARCH_SIGNS = re.compile(r'["\\]')
"""What a `$search` would have to escape; no word has them."""


def where(collection: str, fields: str, condition: str, *, eventual: bool = False, top: int = 25) -> Search:
    """Objects for which a `$filter` holds; an advanced one must count as well."""
    count = "&$count=true" if eventual else ""
    return Search(f"/{collection}?$select={fields}&$filter={quote(condition, safe='')}&$top={top}{count}", eventual)


def with_words(collection: str, fields: str, text: str) -> Search:
    """Objects with all these words in their display name, in any order; `text` has no signs that mean something.

    https://learn.microsoft.com/graph/search-query-parameter
    """
    words = quote(f'"displayName:{text}"', safe="")
    return Search(f"/{collection}?$select={fields}&$search={words}&$top=25", eventual=True)


def in_bin(cast: str, fields: str, condition: str) -> Search:
    """Deleted objects of one kind, such as `graph.group`, for which a `$filter` holds."""
    url = f"/directory/deletedItems/{cast}?$select={fields}&$filter={quote(condition, safe='')}&$count=true"
    return Search(url, eventual=True)


def literal(value: str) -> str:
    """An OData string: single quotes doubled. https://learn.microsoft.com/graph/query-parameters"""
    return "'" + value.replace("'", "''") + "'"


def searchable(text: str) -> str:
    """The words of a name, without what a `$search` would have to escape."""
    return SEARCH_SIGNS.sub(" ", text).strip()


def common_name(typed: str) -> str:
    """The name in a distinguished name ("CN=Print Admins,OU=…"), or the text itself."""
    found = re.match(r"CN=((?:[^,\\]|\\.){1,256})", typed, re.I)
    return re.sub(r"\\(.)", r"\1", found[1]) if found else typed
