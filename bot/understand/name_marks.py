"""What names tell about the question, and the message without them, so that the words in a name say nothing."""

from collections.abc import Sequence

from bot.understand.names import Name, Shape
from bot.understand.names.people import is_person


def masked(message: str, names: Sequence[Name]) -> str:
    """The message with a full stop's worth of silence for each name: "SG-Printers" is not about printers."""
    for name in names:
        if name.shape is not Shape.COMPOUND:
            message = message[: name.start] + " " * (name.end - name.start) + message[name.end :]
    return message


def marks(names: Sequence[Name]) -> frozenset[str]:
    """The concepts `coded` (something named that is no person) and `named_person`."""
    return frozenset("named_person" if personal(name) else "coded" for name in names)


def personal(name: Name) -> bool:
    """Whether a name is a person's or at least an address, which may be anybody's."""
    return name.kind == "user" or "@" in name.text or is_person(name.text)
