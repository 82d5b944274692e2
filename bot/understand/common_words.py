"""The ordinary words of a language: what is none of them, in the middle of a sentence, may be a name or a slip."""

from functools import cache
from pathlib import Path

from bot.understand.words import fold

FOLDER = Path(__file__).parent / "common_words"


@cache
def common_words(language: str) -> frozenset[str]:
    """The folded words of `common_words/<language>.txt`; empty for a language without such a file."""
    path = FOLDER / f"{language}.txt"
    return frozenset(fold(word) for word in path.read_text("utf-8").split()) if path.exists() else frozenset()
