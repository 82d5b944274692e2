"""Make somebody an owner of a group. https://learn.microsoft.com/graph/api/group-post-owners"""

from typing import ClassVar

from bot.remedy import Change, Danger, Remedy
from bot.roles import NAMES, Doing, Role
from bot.steps import Ask, Write
from bot.texts import Text, _

USERS = "https://graph.microsoft.com/v1.0/users/"
"""Graph wants the new owner as the address of an object, in this spelling, whatever host it is reached through."""


ALREADY = "One or more added object references already exist"
"""Graph's 400 for somebody who already is one."""


class AddOwner(Remedy):
    """Make the user an owner, or take the ownership away when `remove` is true.

    A Microsoft 365 group's owner must be a member too before Teams lets them manage it.
    """

    scope: ClassVar = "Group.ReadWrite.All"
    role: ClassVar = NAMES[Role.GROUPS]
    owners_may: ClassVar = True
    danger: ClassVar = Danger.COSTLY

    group_id: str
    group_name: str
    user_id: str
    user_name: str
    member_too: bool = False
    remove: bool = False

    @property
    def doing(self) -> frozenset[Doing]:
        """Its owners, and its members where the owner becomes one too."""
        return frozenset({Doing.OWNERS, Doing.MEMBERS} if self.member_too else {Doing.OWNERS})

    @property
    def button(self) -> Text:
        """Two or three words."""
        return _("Remove as owner") if self.remove else _("Make owner")

    @property
    def warning(self) -> Text:
        """What an owner can do."""
        if self.remove:
            return _("{user} can no longer manage {group}.", user=self.user_name, group=self.group_name)
        return _(
            "{user} will be able to change {group}, decide who is a member, and delete it.",
            user=self.user_name,
            group=self.group_name,
        )

    @property
    def changes(self) -> tuple[Change, ...]:
        """What the user is to the group."""
        owner, other = _("owner"), _("not an owner")
        before, after = (owner, other) if self.remove else (other, owner)
        return (Change(_("{user} in {group}", user=self.user_name, group=self.group_name), before, after),)

    def steps(self) -> tuple[Write | Ask, ...]:
        """Owner first, so that a half-done job is still the better half."""
        group, who = f"/groups/{self.group_id}", {"@odata.id": USERS + self.user_id}
        if self.remove:
            return (Write("DELETE", f"{group}/owners/{self.user_id}/$ref"),)
        owner = Write("POST", f"{group}/owners/$ref", who, ALREADY)
        return (owner, Write("POST", f"{group}/members/$ref", who, ALREADY)) if self.member_too else (owner,)

    def undo(self) -> "AddOwner":
        """Takes the ownership away; the membership stays, since it may have been there before."""
        return self.model_copy(update={"remove": not self.remove, "member_too": False})

    @property
    def shows_after(self) -> Text:
        """Teams is slower than the directory."""
        return _("It shows here within a few minutes; Teams can take two hours.")
