"""Ask the people who may: the bot writes to the group's owners in Teams, and tells the asker what they answered."""

from collections.abc import Mapping
from typing import ClassVar, Literal, cast

from bot.remedy import Change, Danger, Input, Remedy
from bot.steps import Ask, Write
from bot.texts import Text, _

WISHES: tuple[tuple[str, Text], ...] = (
    ("change", _("Make a change for me")),
    ("owner", _("Make me an owner")),
)


class AskAnOwner(Remedy):
    """Send the owners a request in the asker's name; nothing changes until an owner says so."""

    scope: ClassVar = "User.Read"
    role: ClassVar = _("Anybody")
    danger: ClassVar = Danger.COSTLY

    group_id: str
    group_name: str
    wish: Literal["owner", "change"] = "change"
    note: str = ""

    @property
    def button(self) -> Text:
        """Three words."""
        return _("Ask an owner")

    @property
    def warning(self) -> Text:
        """Who will see what."""
        return _("The owners of {group} get a message in Teams with your name and your words.", group=self.group_name)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Nothing changes yet."""
        return ()

    @property
    def form(self) -> tuple[Input, ...]:
        """What is asked for, and in which words."""
        return (
            Input("wish", _("What should they do?"), choices=WISHES, required=True),
            Input("note", _("Your message to the owners")),
        )

    def filled(self, inputs: Mapping[str, str]) -> "AskAnOwner":
        """The request in the asker's words; a change has to be described."""
        wish, note = inputs.get("wish", self.wish), inputs.get("note", "").strip()
        if wish not in dict(WISHES) or len(note) > self.form[1].max_length:
            raise ValueError("not a wish this form offers, or too long a note")
        if wish == "change" and not note:
            raise ValueError("a change has to be described")
        return self.model_copy(update={"wish": cast(Literal["owner", "change"], wish), "note": note})

    def audited(self) -> dict[str, str | bool]:
        """Without the message."""
        return {name: value for name, value in super().audited().items() if name != "note"}

    def steps(self) -> tuple[Write | Ask, ...]:
        """One message to the owners; nothing is written to Graph."""
        return (Ask(self.group_id, self.wish, self.note),)

    @property
    def shows_after(self) -> Text:
        """When somebody answers."""
        return _("You'll hear from me when an owner answers.")
