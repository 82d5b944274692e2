"""Which of the names in a message the question is about."""

from collections.abc import Sequence

from bot.understand.names.name import Name, Shape
from bot.understand.names.people import ACCOUNT_PREFIXES
from bot.understand.names.tagger import Tagged

WANTED = {"group": "group", "history": "group", "photo": "user", "profile": "user"}
"""Topic → the kind of thing it is about."""
FEW_WORDS = 7
"""Of a question so short that what ends it, "edit marketing dk", is a name, in lower case too."""


def asked_about(text: str, names: Sequence[Tagged], rules: Sequence[Name], topic: str) -> Tagged | None:
    """The first name of the kind the topic is about, else the first; `names` are those the tagger found in `text`."""
    wanted = WANTED.get(topic)
    found = [*names, *(exactly(name, wanted) for name in rules if overlooked(name, names, topic))]
    if not found and topic == "group" and len(text.split()) <= FEW_WORDS:
        found = [
            exactly(name, wanted) for name in rules if name.shape is Shape.FRAMED and not text[name.end :].strip(" ?.!")
        ]
    return next((name for name in found if name.kind == wanted), next(iter(found), None))


def overlooked(name: Name, names: Sequence[Tagged], topic: str) -> bool:
    """Whether a rule's name counts though the tagger passed it over.

    An address or id does; "marketinggruppen" where groups are the topic; and a code where a service account is put into
    something, as that something has a name too.
    """
    if name.shape is Shape.CODED:
        return any(each.text.lower().startswith(ACCOUNT_PREFIXES) for each in names)
    return name.shape is Shape.EXACT or (name.shape is Shape.COMPOUND and topic == "group")


def exactly(name: Name, wanted: str | None) -> Tagged:
    """An address, distinguished name or id; one that may be of either kind is of the kind wanted."""
    return Tagged(name.text, name.start, name.kind or wanted or ("user" if "@" in name.text else "group"))
