"""A span of a message that may be the name of a group or a person."""

from dataclasses import dataclass
from enum import IntEnum


class Shape(IntEnum):
    """How a span gave itself away; the higher, the surer that it is a name."""

    FRAMED = 1
    """Where a name would stand in a sentence, in lower case: "edit marketing dk"."""
    COMPOUND = 2
    """Grown together with its kind: "marketinggruppen"."""
    CAPITALISED = 3
    CODED = 4
    """With signs no word has: "SG-LIC-E3-OLD", "svc_scan"."""
    QUOTED = 5
    CALLED = 6
    """Said to be a name: "the group called …", "gruppen Jura"."""
    EXACT = 7
    """A mail address, a distinguished name or an object id."""


@dataclass(frozen=True, slots=True)
class Name:
    """`text` stands at `start`:`end` of the clean message; `kind` is "group", "user" or None for not known yet."""

    text: str
    start: int
    end: int
    shape: Shape
    kind: str | None = None

    def overlaps(self, other: "Name") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end
