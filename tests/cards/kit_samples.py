"""Every word of the kit, used once as cards use it; their JSON is kept, because Teams is particular about it."""

from collections.abc import Callable, Mapping

from bot.buttons import Again
from bot.remedy import Input
from bot.texts import Text
from cards import kit
from cards.kit import elements as e
from tests.cards.samples import ABOUT, ENGLISH, HERE

SAID = Text("Say it.")
NAMED = Text("About {name}", {"name": "*Nord*"})
AGAIN = Again(about=ABOUT)
ASKED = Input("note", Text("Why?"), required=True, max_length=500)
WISH = Input("wish", Text("Which?"), (("one", Text("One")), ("two", Text("Two"))), required=True)

LONG_ROW = kit.press(AGAIN, SAID, ENGLISH), [kit.leave(Text("A title of thirty characters."), HERE, ENGLISH)]

Made = kit.Element | list[kit.Element] | list[e.ActionSet]

KIT: Mapping[str, Callable[[], Made]] = {
    "band": lambda: kit.band(kit.Accent.CAUSE, SAID, [kit.paragraph(SAID, ENGLISH)], ENGLISH),
    "bullet": lambda: kit.bullet(NAMED, ENGLISH),
    "buttons": lambda: kit.buttons([kit.press(AGAIN, SAID, ENGLISH), kit.leave(SAID, HERE, ENGLISH)]),
    "card": lambda: kit.card([kit.paragraph(SAID, ENGLISH)], SAID, ENGLISH),
    "compared": lambda: kit.compared([(Text("State"), Text("on"), Text("off"))], ENGLISH),
    "copied": lambda: kit.copied("Get-It '*Nord*'", ENGLISH),
    "ending_in": lambda: list(kit.ending_in(*LONG_ROW)),
    "facts": lambda: kit.facts([(Text("Name"), "*Nord*"), (Text("Owners"), ("*Mette*", "Anders"))], ENGLISH),
    "field": lambda: kit.section([kit.field(ASKED, ENGLISH), kit.field(WISH, ENGLISH)]),
    "fold": lambda: kit.fold(SAID, ["why"], ENGLISH),
    "folded": lambda: kit.folded("why", [kit.paragraph(SAID, ENGLISH)]),
    "forwarded": lambda: kit.forwarded(SAID, HERE, ENGLISH),
    "heading": lambda: kit.heading(NAMED, ENGLISH),
    "label": lambda: kit.label(kit.Accent.CAUSE, SAID, ENGLISH),
    "leave": lambda: kit.leave(SAID, HERE, ENGLISH),
    "link": lambda: kit.link(SAID, HERE, ENGLISH),
    "panel": lambda: kit.panel([kit.paragraph(SAID, ENGLISH)]),
    "paragraph": lambda: kit.paragraph(NAMED, ENGLISH),
    "pictured": lambda: kit.pictured([(HERE, NAMED), (HERE, SAID)], ENGLISH),
    "press": lambda: kit.press(AGAIN, SAID, ENGLISH, style=kit.Style.POSITIVE, asks=True),
    "quiet": lambda: kit.quiet(NAMED, ENGLISH),
    "quoted": lambda: kit.quoted("*Nord*", "Mette", ENGLISH),
    "row": lambda: kit.row(["*Nord*", SAID], AGAIN, ENGLISH, line=True),
    "photo": lambda: kit.photo("data:image/jpeg;base64,/9j/", SAID, ENGLISH),
    "section": lambda: kit.section([kit.paragraph(SAID, ENGLISH)], line=True),
    "strong": lambda: kit.strong("*Nord*", ENGLISH),
    "subheading": lambda: kit.subheading(NAMED, ENGLISH),
    "ticked": lambda: kit.ticked([SAID, NAMED], ENGLISH),
    "unfolding": lambda: kit.unfolding(SAID, "why", ENGLISH),
}
"""Word → what it makes."""
