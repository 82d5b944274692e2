"""What people want of a group, as a question to the bot and as the change Graph would be asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from bot.model import Operation, Symptom
from bot.sandbox.world import World
from bot.steps import Write

DIRECTORY_OBJECTS = "https://graph.microsoft.com/v1.0/directoryObjects/"


@dataclass(frozen=True)
class Change:
    """One change: `url` below `/v1.0`; `other` is who is added or removed."""

    method: Literal["POST", "PATCH", "DELETE"]
    url: str
    body: Any = None
    other: str = ""

    @property
    def write(self) -> Write:
        """The change as Graph is asked for it."""
        return Write(self.method, self.url, self.body)


@dataclass(frozen=True)
class Wanted:
    """An operation: how it is asked, and the change it stands for; no change where there is nobody to do it with."""

    name: str
    symptom: Symptom
    operation: Operation | None
    change: Callable[[World, str, str], Change | None]


def edit(world: World, group: str, person: str) -> Change:
    """Another description."""
    return Change("PATCH", f"/groups/{group}", {"description": "What the oracle wrote."})


def add(world: World, group: str, person: str) -> Change | None:
    """Some member of the organisation who is not in it yet."""
    return added(world, group, person, "members", guest=False)


def add_guest(world: World, group: str, person: str) -> Change | None:
    """Some guest who is not in it yet."""
    return added(world, group, person, "members", guest=True)


def add_owner(world: World, group: str, person: str) -> Change | None:
    """Some member of the organisation who doesn't own it yet."""
    return added(world, group, person, "owners", guest=False)


def added(world: World, group: str, person: str, side: str, *, guest: bool) -> Change | None:
    """Somebody to be put on one side of the group."""
    there = {*(world.members if side == "members" else world.owners).get(group, ()), person}
    kind = "Guest" if guest else "Member"
    other = next((id for id, user in world.users.items() if user["userType"] == kind and id not in there), None)
    if other is None:
        return None
    return Change("POST", f"/groups/{group}/{side}/$ref", {"@odata.id": DIRECTORY_OBJECTS + other}, other)


def remove(world: World, group: str, person: str) -> Change | None:
    """Some person who is a member, not whoever asks: leaving is another matter."""
    other = next((id for id in world.members.get(group, ()) if id in world.users and id != person), None)
    return Change("DELETE", f"/groups/{group}/members/{other}/$ref", None, other) if other else None


def remove_owner(world: World, group: str, person: str) -> Change | None:
    """The first person who owns it."""
    other = next((id for id in world.owners.get(group, ()) if id in world.users), None)
    return Change("DELETE", f"/groups/{group}/owners/{other}/$ref", None, other) if other else None


def leave(world: World, group: str, person: str) -> Change | None:
    """Oneself, for those who are members."""
    if person not in world.members.get(group, ()):
        return None
    return Change("DELETE", f"/groups/{group}/members/{person}/$ref")


def delete(world: World, group: str, person: str) -> Change:
    """The group itself."""
    return Change("DELETE", f"/groups/{group}")


OPERATIONS = (
    Wanted("edit", Symptom.GROUP_EDIT, None, edit),
    Wanted("add a member", Symptom.GROUP_MEMBERS, Operation.ADD_MEMBER, add),
    Wanted("remove a member", Symptom.GROUP_MEMBERS, Operation.REMOVE_MEMBER, remove),
    Wanted("delete", Symptom.GROUP_DELETE, None, delete),
    Wanted("add a guest", Symptom.GROUP_MEMBERS, Operation.ADD_GUEST, add_guest),
    Wanted("leave", Symptom.GROUP_MEMBERS, Operation.LEAVE, leave),
    Wanted("add an owner", Symptom.GROUP_MEMBERS, Operation.ADD_OWNER, add_owner),
    Wanted("remove an owner", Symptom.GROUP_MEMBERS, Operation.REMOVE_OWNER, remove_owner),
)
