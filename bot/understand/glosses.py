"""Danish words with an English one of the same meaning, and English ones that mean the same: what is learnt from one
holds for the other.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bot.understand.words import stem

FOLDER = Path(__file__).parent / "glosses"


def gloss(word: str, language: str) -> str:
    """The stem that stands for this stem in every language; itself when we know no other."""
    return glosses(language).get(word, word)


@cache
def glosses(language: str) -> Mapping[str, str]:
    """Stem → common stem, from `glosses/<language>.txt`: `word word …: English word`. The first mention stands."""
    path = FOLDER / f"{language}.txt"
    found: dict[str, str] = {}
    if path.exists():
        for line in path.read_text("utf-8").splitlines():
            meanings, _, english = line.partition(":")
            for word in meanings.split():
                found.setdefault(stem(word, language), common(english.strip(), language))
    return found


def common(english: str, language: str) -> str:
    """The English stem; for other languages that of its English synonym."""
    written = stem(english, "en")
    return written if language == "en" else glosses("en").get(written, written)
