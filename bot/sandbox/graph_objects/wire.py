"""What every Graph object has in common: camelCase keys, nothing unknown, ids and times as Graph writes them."""

import re
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

GUID = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
TIMESTAMP = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$"

Guid = Annotated[str, StringConstraints(pattern=GUID)]
"""A GUID in lower case, as Graph writes them."""


def _from_graphs_form(value: Any) -> Any:
    """The instant a text tells; one not written as Graph writes it is refused, though Python could read it."""
    if not isinstance(value, str):
        return value
    try:
        return datetime.fromisoformat(value if re.fullmatch(TIMESTAMP, value) else "")
    except ValueError:
        raise PydanticCustomError("timestamp", "must be a UTC time such as 2026-11-20T09:30:00Z") from None


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


Timestamp = Annotated[
    AwareDatetime,
    BeforeValidator(_from_graphs_form),
    AfterValidator(_in_utc),
    WithJsonSchema({"type": "string", "format": "date-time", "pattern": TIMESTAMP}),
]
"""An instant, UTC; `2026-11-20T09:30:00Z` on the wire."""

STRICT = ConfigDict(
    frozen=True,
    extra="forbid",
    alias_generator=to_camel,
    validate_by_name=True,
    validate_by_alias=True,
)
"""How everything in a company file is read; code may also use the Python names, a file may not."""


class ComplexValue(BaseModel):
    """A value inside an object: it has no id of its own."""

    model_config = STRICT


class GraphObject(BaseModel):
    """An object with an identity; most ids are GUIDs, some are texts of Graph's own making."""

    model_config = STRICT

    id: Annotated[str, Field(min_length=1)]


class DirectoryObject(GraphObject):
    """An object of the directory. https://learn.microsoft.com/graph/api/resources/directoryobject"""

    id: Guid
    deleted_date_time: Timestamp | None = None


def cloud_security_identifier(id: str) -> str:
    """The SID Entra gives the user or group `id`: the GUID's four 32-bit words after `S-1-12-1`."""
    # Unverified: Microsoft documents the property, not how it is made; this is what tenants show.
    raw = UUID(id).bytes_le
    return "S-1-12-1-" + "-".join(str(int.from_bytes(raw[at : at + 4], "little")) for at in range(0, 16, 4))


def security_identifier_of(properties: dict[str, Any]) -> str:
    """A default for `securityIdentifier`, from the properties read so far."""
    return cloud_security_identifier(properties["id"])
