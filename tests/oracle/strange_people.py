"""The people and the app of a strange company."""

from dataclasses import dataclass
from random import Random
from typing import Any, Literal

GUEST_POLICIES = (
    "10dae51f-b6af-4016-8d66-8c2a99b929b3",
    "a0b1b346-4d3e-4e8b-98f8-753987be4970",
    "2af84b1e-32c8-42b7-82bc-daa82404023b",
)
"""What `guestUserRoleId` may be: guests, like members, restricted."""


@dataclass(frozen=True)
class Person:
    """A member or a guest; `external` is somebody whose address tells that they come from elsewhere."""

    id: str
    name: str
    kind: Literal["Member", "Guest"]
    external: bool
    enabled: bool


def person(luck: Random, id: str, place: int) -> Person:
    """Three in four are members; an address from elsewhere mostly goes with being a guest, not always."""
    kind = luck.choice(("Member", "Member", "Member", "Guest"))
    ordinary = luck.random() < 0.85
    external = (kind == "Guest") is ordinary
    # The first one is an ordinary member, so that somebody can always be added and somebody can always ask.
    if place == 0:
        return Person(id, "Person 0", "Member", external=False, enabled=True)
    return Person(id, f"Person {place}", kind, external, enabled=luck.random() < 0.8)


def user_of(one: Person, *, restricted: bool) -> dict[str, Any]:
    """The user, as the file has it."""
    local = f"person{one.name[-1]}"
    address = f"{local}_elsewhere.example#EXT#@strange.example" if one.external else f"{local}@strange.example"
    return {
        "id": one.id,
        "displayName": one.name,
        "userPrincipalName": address,
        "userType": one.kind,
        "accountEnabled": one.enabled,
        **({"isManagementRestricted": True} if restricted else {}),
    }


def app(id: str, app_id: str) -> dict[str, Any]:
    """An app that may own groups and be in some."""
    return {"id": id, "appId": app_id, "displayName": "App"}
