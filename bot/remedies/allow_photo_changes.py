"""Let everybody change their own photo, in the organisation's settings for photos.

https://learn.microsoft.com/graph/profilephoto-configure-settings
"""

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, ClassVar

from bot.object_id import OBJECT_ID
from bot.remedy import Change, Danger, Remedy
from bot.roles import NAMES, Role, named
from bot.steps import Ask, Write
from bot.texts import Text, Value, _

TAKES = timedelta(hours=24)
"""Until a changed setting has reached everything: https://learn.microsoft.com/graph/profilephoto-configure-settings"""


class AllowPhotoChanges(Remedy):
    """Take away what keeps people from changing their photo, or set it again when `put_back` is true."""

    scope: ClassVar = "PeopleSettings.ReadWrite.All"
    role: ClassVar = NAMES[Role.PEOPLE]
    danger: ClassVar = Danger.COSTLY
    in_units: ClassVar = False

    from_active_directory: bool = False
    """Whether photos came from Active Directory only."""
    allowed_roles: str
    """Template ids of the roles that alone might change photos, in order, joined by commas."""
    put_back: bool = False

    @classmethod
    def allowing(cls, *, from_active_directory: bool, roles: Iterable[str]) -> "tuple[AllowPhotoChanges, ...]":
        """For settings that say this; none where they keep nobody from it, or hold roles that couldn't be put back."""
        ids = sorted(roles)
        if not (from_active_directory or ids) or not all(re.fullmatch(OBJECT_ID, id) for id in ids):
            return ()
        return (cls(from_active_directory=from_active_directory, allowed_roles=",".join(ids)),)

    @property
    def roles(self) -> frozenset[str]:
        """Those that Microsoft names for it."""
        return frozenset({Role.PEOPLE, Role.GLOBAL})

    @property
    def button(self) -> Text:
        """Three or four words."""
        return _("Limit photo changes again") if self.put_back else _("Let everybody change photos")

    @property
    def warning(self) -> Text:
        """Whom it concerns, and what stops coming."""
        if self.put_back:
            return _(
                "It is for the whole organisation: who can change photos is limited again then. It can take a day."
            )
        if self.from_active_directory:
            return _(
                "It is for the whole organisation: everybody can change their own photo then. New photos no longer "
                "come from Active Directory; those that are there stay. It can take a day."
            )
        return _("It is for the whole organisation: everybody can change their own photo then. It can take a day.")

    @property
    def changes(self) -> tuple[Change, ...]:
        """Who may, before and after."""
        everybody = _("everybody, for themselves")
        before, after = (everybody, self._limited_to) if self.put_back else (self._limited_to, everybody)
        return (Change(_("Photos may be changed by"), before, after),)

    @property
    def _limited_to(self) -> Value:
        if self.from_active_directory:
            return _("nobody in the cloud, for they come from Active Directory")
        held = frozenset(self._role_ids)
        more = len(held - {str(role) for role in NAMES})
        return (*named(held), _("{count} more", count=more)) if more else named(held)

    @property
    def _role_ids(self) -> list[str]:
        return [id for id in self.allowed_roles.split(",") if id]

    def steps(self) -> tuple[Write | Ask, ...]:
        """PATCH of what is in the way and nothing else. Unverified: that what isn't named stays as it is."""
        body: dict[str, Any] = {}
        if self.from_active_directory:
            body["source"] = "onPremises" if self.put_back else "cloud"
        if self.allowed_roles:
            body["allowedRoles"] = self._role_ids if self.put_back else []
        return (Write("PATCH", "/admin/people/photoUpdateSettings", body, version="beta"),)

    def undo(self) -> "AllowPhotoChanges":
        """What was set before."""
        return self.model_copy(update={"put_back": not self.put_back})

    @property
    def shows_after(self) -> Text:
        """As Microsoft says."""
        return _("The setting takes effect within 24 hours. Try to change the photo then.")

    @property
    def once_done(self) -> Text:
        """That it is set isn't yet that it is obeyed."""
        return self.shows_after

    @property
    def settles_within(self) -> timedelta:
        """As Microsoft says."""
        return TAKES
