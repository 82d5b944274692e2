"""Whether a name is a person's, by its first word."""

from functools import cache, lru_cache
from pathlib import Path

from bot.understand.words import fold

PATH = Path(__file__).parent / "first_names.txt"
ACCOUNT_PREFIXES = ("svc_", "svc-", "adm_", "adm-", "usr_", "srv_", "sa_")
PARTS = 4
"""Words a person's name has at most."""


def first_names(*, lower_case: bool) -> frozenset[str]:
    """Folded first names; for text in lower case without those that are words too."""
    every, sure = read()
    return sure if lower_case else every


def is_person(name: str) -> bool:
    """Whether the name begins with a first name (or its genitive, "Mettes"), hyphenated or not, and has no digits."""
    if name.lower().startswith(ACCOUNT_PREFIXES):
        return True
    parts = name.split()
    if not parts or len(parts) > PARTS or any(sign.isdigit() for sign in name):
        return False
    return is_first_name(parts[0])


@lru_cache(maxsize=4096)
def is_first_name(word: str) -> bool:
    """Whether one word is a first name, "Inger-Lise", "Mettes" and "Lee's" too."""
    known = first_names(lower_case=word == word.lower())
    first = fold(word.replace("'s", "")).split("-")[0]
    return first in known or (first.endswith("s") and first[:-1] in known)


@cache
def read() -> tuple[frozenset[str], frozenset[str]]:
    """All first names, and those that are nothing else."""
    lines = [line for line in PATH.read_text("utf-8").splitlines() if not line.startswith("#")]
    marked = [word for line in lines for word in line.split()]
    sure = frozenset(fold(word) for word in marked if not word.endswith("!"))
    return frozenset(fold(word.rstrip("!")) for word in marked), sure
