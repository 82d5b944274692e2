"""What stands in the pictures that show steps, and what they say to whoever doesn't see them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.texts import Text, _


@dataclass(frozen=True, slots=True)
class Steps:
    """Three steps, the first of them done and the second the next to be taken; each is drawn in two lines at most."""

    done: Text
    now: Text
    later: Text

    @property
    def alt(self) -> Text:
        """The picture in words."""
        return _("Done: {done}. Now: {now}. Then: {later}.", done=self.done, now=self.now, later=self.later)


STEPS: Mapping[str, Steps] = {
    "role": Steps(_("role assigned"), _("activate it in PIM"), _("up to 15 minutes")),
    "request": Steps(_("owners asked"), _("an owner answers"), _("you hear from me")),
}
"""Name of a picture, to which the language is added, → its steps."""
