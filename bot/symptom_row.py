"""What belongs to a symptom, or to what is wanted where that says more."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.model import SubjectKind
from bot.texts import Text

Clear = Callable[[str], Text]
"""The all-clear for a subject by name."""
ClearFor = Callable[[str, str], Text]
"""The all-clear for a subject and somebody else, by name."""


@dataclass(frozen=True, slots=True)
class Row:
    """What belongs to a symptom."""

    kind: SubjectKind | None
    """The kind of subject it is of; `None` when it is of none."""
    called: Text
    """As the person would say it, short enough for a button."""
    meaning: str
    """In English, for another reader of messages: what people mean who are understood so."""
    clear: Clear | None = None
    """The verdict when everything was checked and is in order."""
    clear_for: ClearFor | None = None
    """The verdict about somebody else."""
    not_looked_at: tuple[Text, ...] = ()
    """Causes that are known to exist and that nothing here looks at: said wherever all seems clear."""
    certain: bool = True
    """Whether what is looked at is enough to say that nothing is wrong."""
    page: str = "https://learn.microsoft.com/"
    """The page of Microsoft's that comes closest."""
