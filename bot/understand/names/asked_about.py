"""Which of the names in a message the question is about."""

from collections.abc import Sequence

from bot.understand.names.name import Name, Shape
from bot.understand.names.people import ACCOUNT_PREFIXES
from bot.understand.names.tagger import Tagged

WANTED = {"group": "group", "history": "group", "photo": "user", "profile": "user"}
"""Topic → the kind of thing it is about."""


def asked_about(names: Sequence[Tagged], rules: Sequence[Name], topic: str) -> Tagged | None:
    """The first name of the kind the topic is about, else the first, else an address or id the tagger overlooked.

    Where a service account is put into something, that something has a name too: a code counts then.
    """
    wanted = WANTED.get(topic)
    serving = any(name.text.lower().startswith(ACCOUNT_PREFIXES) for name in names)
    surely = {Shape.EXACT, Shape.CODED} if serving else {Shape.EXACT}
    overlooked = [exactly(name, wanted) for name in rules if name.shape in surely]
    return next(
        (name for name in (*names, *overlooked) if name.kind == wanted), next(iter((*names, *overlooked)), None)
    )


def exactly(name: Name, wanted: str | None) -> Tagged:
    """An address, distinguished name or id; one that may be of either kind is of the kind wanted."""
    return Tagged(name.text, name.start, name.kind or wanted or ("user" if "@" in name.text else "group"))
