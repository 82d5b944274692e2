"""Whose something is, in Danish: "Adeles titel" is Adele's, and nobody is called Adeles."""

import re

from bot.understand.names.people import first_names
from bot.understand.words import fold

OWNED = (
    r"(?:\w*titl?e?l?\w*|stilling\w*|afdeling\w*|leder\w*|chef\w*|kontor\w*|telefon\w*|tlf\w*|mobil\w*|e-?mail\w*"
    r"|mail\w*|adresse\w*|\w*navn\w*|\w*billede\w*|\w*foto\w*|profil\w*|kompetencer\w*|fødselsdag\w*|firma\w*"
    r"|medarbejder\w*|oplysninger\w*|data)"
)
"""What people have on their profile."""
WITH_OWNED = re.compile(rf"\s+(?:(?:gamle|nye|rigtige|forkerte)\s+)?{OWNED}$", re.I)
FOLLOWS = re.compile(rf"['’]?\s+(?:(?:gamle|nye|rigtige|forkerte)\s+)?{OWNED}(?!\w)", re.I)


def owner(name: str, text: str) -> str | None:
    """The person's own name in a name typed in the genitive; `None` when it isn't, or may not be.

    It is one where what people have follows. "Jens" is a name as it stands, and so is any other first name with an s.
    """
    whose = WITH_OWNED.sub("", name).rstrip("'’")
    place = text.find(whose)
    if place < 0 or not FOLLOWS.match(text, place + len(whose)) or len(whose) < 3 or not whose.endswith("s"):
        return None
    alone = len(whose.split()) == 1
    return None if alone and fold(whose) in first_names(lower_case=False) else whose[:-1]
