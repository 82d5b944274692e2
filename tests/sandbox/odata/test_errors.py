"""The envelope in which Graph refuses."""

from datetime import datetime, timedelta, timezone

from bot.sandbox.odata.errors import GraphError, bad_request, too_many_requests

DATE = datetime(2026, 11, 20, 11, 0, 0, 5, tzinfo=timezone(timedelta(hours=1)))


def body(error: GraphError) -> dict[str, object]:
    return error.body(request_id="r", client_request_id="c", date=DATE)["error"]


def test_the_envelope() -> None:
    assert body(bad_request("No.")) == {
        "code": "Request_BadRequest",
        "message": "No.",
        "innerError": {"date": "2026-11-20T10:00:00", "request-id": "r", "client-request-id": "c"},
    }


def test_throttling_repeats_itself_inside() -> None:
    error = too_many_requests("2.128")
    assert error.headers == {"Retry-After": "2.128"}
    inner = body(error)["innerError"]
    assert isinstance(inner, dict)
    assert inner["code"] == inner["status"] == "429"


def test_the_exception_itself_tells_no_names() -> None:
    assert str(bad_request("Resource 'ida@contoso.com' …")) == "400 Request_BadRequest"
