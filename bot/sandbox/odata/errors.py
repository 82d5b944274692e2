"""What Graph says when it refuses: a status, a code, a sentence, and the envelope they travel in."""

from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


class GraphError(Exception):
    """A refusal by Graph.

    `status` is the HTTP status, `code` Graph's machine-readable word ("Request_BadRequest"), `message` Graph's
    sentence to people, `headers` what travels beside the body, such as `Retry-After` (seconds).

    https://learn.microsoft.com/graph/errors
    """

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] = _NO_HEADERS) -> None:
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code
        self.message = message
        self.headers = headers

    def body(self, *, request_id: str, client_request_id: str, date: datetime) -> dict[str, Any]:
        """The JSON envelope; `date` must know its time zone and is written in UTC, to the second, without a zone."""
        inner: dict[str, Any] = {
            "date": date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"),
            "request-id": request_id,
            "client-request-id": client_request_id,
        }
        if self.status == HTTPStatus.TOO_MANY_REQUESTS:
            inner |= {"code": "429", "message": "Please retry after", "status": "429"}
        return {"error": {"code": self.code, "message": self.message, "innerError": inner}}


def bad_request(message: str) -> GraphError:
    """400 in Graph's usual words: the request can't be understood."""
    return GraphError(400, "Request_BadRequest", message)


def unsupported_query(message: str = "Unsupported Query.") -> GraphError:
    """400 for a query that is understood but not served, typically for want of `ConsistencyLevel: eventual`.

    https://learn.microsoft.com/graph/aad-advanced-queries
    """
    return GraphError(400, "Request_UnsupportedQuery", message)


def too_many_requests(retry_after: str) -> GraphError:
    """429; `retry_after` is in seconds and may be fractional ("2.128").

    https://learn.microsoft.com/graph/throttling
    """
    return GraphError(429, "TooManyRequests", "Please retry again later.", {"Retry-After": retry_after})
