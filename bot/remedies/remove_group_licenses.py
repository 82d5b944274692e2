"""Take the licences off a group. https://learn.microsoft.com/graph/api/group-assignlicense

Graph answers 202 and works through the members afterwards; what fails shows on the members, not in the answer.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import ClassVar

from bot.remedy import Change, Danger, Remedy
from bot.roles import NAMES, Doing, Role
from bot.steps import Ask, Write
from bot.texts import Text, _


class RemoveGroupLicenses(Remedy):
    """Take every licence off the group, or give them back when `give_back` is true.

    `skus` and `assignments` are ids, joined by commas: products in the first store, assignments in the second.
    """

    # The first store would do with LicenseAssignment.ReadWrite.All; the second doesn't know that one:
    # https://learn.microsoft.com/graph/api/cloudlicensing-assignment-delete
    scope: ClassVar = "Group.ReadWrite.All"
    role: ClassVar = NAMES[Role.LICENSE]
    danger: ClassVar = Danger.COSTLY

    group_id: str
    group_name: str
    skus: str = ""
    assignments: str = ""
    give_back: bool = False

    @classmethod
    def of(cls, id: str, name: str, skus: Iterable[str], assignments: Iterable[str]) -> "RemoveGroupLicenses":
        """For a group that holds these, always in the same order, so that an old button is known again."""
        return cls(group_id=id, group_name=name, skus=",".join(sorted(skus)), assignments=",".join(sorted(assignments)))

    @property
    def doing(self) -> frozenset[Doing]:
        """Its licences."""
        return frozenset({Doing.LICENSES})

    @property
    def button(self) -> Text:
        """Two or three words."""
        return _("Give the licences back") if self.give_back else _("Remove the licences")

    @property
    def warning(self) -> Text:
        """Who loses what."""
        if self.give_back:
            return _("Every member of {group} gets the licences again.", group=self.group_name)
        return _(
            "Every member of {group} who has the licences only through this group loses them, and with them mail, "
            "files or apps. After 30 days Microsoft deletes what belongs to the services that were lost.",
            group=self.group_name,
        )

    @property
    def changes(self) -> tuple[Change, ...]:
        """Licences on the group, before and after."""
        some, none = _("assigned"), _("none")
        before, after = (none, some) if self.give_back else (some, none)
        return (Change(_("Licences on the group"), before, after),)

    def steps(self) -> tuple[Write | Ask, ...]:
        """One call for the first store, one for each assignment in the second."""
        skus = [sku for sku in self.skus.split(",") if sku]
        group = f"/groups/{self.group_id}"
        if self.give_back:
            given = [{"skuId": sku, "disabledPlans": list[str]()} for sku in skus]
            return (Write("POST", f"{group}/assignLicense", {"addLicenses": given, "removeLicenses": list[str]()}),)
        first = Write("POST", f"{group}/assignLicense", {"addLicenses": list[str](), "removeLicenses": skus})
        # Unverified: known from Microsoft's metadata only.
        second = (
            Write("DELETE", f"{group}/cloudLicensing/assignments/{each}", version="beta")
            for each in self.assignments.split(",")
            if each
        )
        return (*([first] if skus else ()), *second)

    def undo(self) -> "RemoveGroupLicenses | None":
        """Give back what was in the first store; how plans were switched off in it is not kept."""
        return None if self.assignments or not self.skus else self.model_copy(update={"give_back": not self.give_back})

    @property
    def shows_after(self) -> Text:
        """As Microsoft works through the members."""
        return _("It reaches the members within minutes, in large groups within 24 hours.")

    @property
    def settles_within(self) -> timedelta:
        """A large group takes a day."""
        return timedelta(hours=24)
