"""SharePoint's refusals. https://learn.microsoft.com/sharepoint/dev/sp-add-ins/complete-basic-operations-using-sharepoint-rest-endpoints"""

from collections.abc import Mapping
from typing import Any


class SharePointError(Exception):
    """A refusal: its HTTP status, SharePoint's code with the type of the exception, and the sentence."""

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.status, self.code, self.message, self.headers = status, code, message, dict(headers or {})

    def body(self) -> dict[str, Any]:
        """The envelope without metadata."""
        return envelope(self.code, self.message)


class NoEntry(Exception):
    """401: the token isn't one SharePoint takes."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def body(self) -> dict[str, Any]:
        """What SharePoint says of tokens. Unverified: the sentences but the one about audiences."""
        return {"error_description": self.reason}


def envelope(code: str, message: str) -> dict[str, Any]:
    """An error as it is written under `odata=nometadata`."""
    return {"odata.error": {"code": code, "message": {"lang": "en-US", "value": message}}}


def access_denied() -> SharePointError:
    """403 for whatever the person or the app may not do."""
    return SharePointError(
        403,
        "-2147024891, System.UnauthorizedAccessException",
        "Access denied. You do not have permission to perform this action or access this resource.",
    )


def bad_argument() -> SharePointError:
    """400 for a parameter that means nothing."""
    return SharePointError(400, "-2147024809, System.ArgumentException", "Parameter is not valid.")


def no_such_resource(request: str) -> SharePointError:
    """404 for an address it doesn't know."""
    kind = "Microsoft.SharePoint.Client.ResourceNotFoundException"
    return SharePointError(404, f"-1, {kind}", f"Cannot find resource for the request {request}.")


def file_not_found(path: str) -> SharePointError:
    """404 for a file that isn't there."""
    return SharePointError(404, "-2130575338, Microsoft.SharePoint.SPException", f"The file {path} does not exist.")
