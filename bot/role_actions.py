"""What the actions of a role that an organisation made itself let somebody do to a group.

https://learn.microsoft.com/entra/identity/role-based-access-control/custom-group-permissions
"""

from collections.abc import Iterable, Mapping

from bot.roles import Doing

DIRECTORY = "microsoft.directory/"
ALL_OF_IT = "allProperties/allTasks"
SUFFICE: Mapping[Doing, frozenset[str]] = {
    Doing.CHANGE: frozenset({"basic/update", "allProperties/update", ALL_OF_IT}),
    Doing.OWNERS: frozenset({"owners/update", ALL_OF_IT}),
    Doing.MEMBERS: frozenset({"members/update", ALL_OF_IT}),
    Doing.DELETE: frozenset({"delete", ALL_OF_IT}),
    Doing.RESTORE: frozenset({"restore", ALL_OF_IT}),
    Doing.LICENSES: frozenset({"assignLicense", ALL_OF_IT}),
}
"""What is to be done → what stands behind the kind of group in an action that is enough for it."""
RESTORING = DIRECTORY + "deletedItems.groups/restore"
"""Names no kind of group."""
ALL_PROPERTIES = "allProperties/update"


def sufficient(
    actions: Iterable[str], doing: Doing, *, unified: bool, dynamic: bool, role_assignable: bool
) -> bool | None:
    """Whether these actions let somebody do this to a group of this kind; `None` where they don't tell.

    Nothing here reaches a group that can hold directory roles. An action that updates something else of the group, its
    classification for example, may or may not be what is wanted.
    """
    if role_assignable:
        return False
    said = frozenset(actions)
    if doing is Doing.RESTORE and RESTORING in said:
        return True
    # Some of Microsoft's pages write the actions in other letters than others.
    of_it = frozenset(tail.casefold() for tail in tails(said, kinds(unified=unified, dynamic=dynamic)))
    if not of_it.isdisjoint(tail.casefold() for tail in SUFFICE[doing]):
        return True
    return None if any(may_be(tail, doing) for tail in of_it) else False


def kinds(*, unified: bool, dynamic: bool) -> tuple[str, ...]:
    """The words for this kind of group that stand in actions."""
    kind = "groups.unified" if unified else "groups.security"
    return ("groups", kind) if dynamic else ("groups", kind, f"{kind}.assignedMembership")


def tails(actions: Iterable[str], of: tuple[str, ...]) -> Iterable[str]:
    """What stands behind the kind of group, in those actions that are about one of these kinds."""
    starts = tuple(f"{DIRECTORY}{kind}/".casefold() for kind in of)
    for action in actions:
        start = next((each for each in starts if action.casefold().startswith(each)), None)
        if start:
            yield action[len(start) :]


def may_be(tail: str, doing: Doing) -> bool:
    """Whether what an action updates may be what is wanted, though it doesn't say so.

    Unverified: whether "all properties" covers members, owners and licences isn't documented.
    """
    if doing in {Doing.MEMBERS, Doing.OWNERS, Doing.LICENSES}:
        return tail == ALL_PROPERTIES.casefold()
    others = {"members/update", "owners/update"}
    return doing is Doing.CHANGE and tail.endswith("/update") and tail not in others
