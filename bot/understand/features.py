"""What the linear models see of a message: named features in groups; each group counts as much as every other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, pairwise

from bot.understand.concepts_seen import hear
from bot.understand.glosses import gloss
from bot.understand.lexicon import SOURCES
from bot.understand.names import Name
from bot.understand.names.people import is_person
from bot.understand.scoring import scores
from bot.understand.words import fold

SHORTEST_PIECE = 3
LONGEST_PIECE = 5
LETTERS_READ = 900
"""Characters cut into pieces: further on a message only repeats itself."""
SKIPPED = 2
"""How far apart two words may stand and still be a pair, besides neighbours."""
LENGTHS = (3, 6, 12, 25, 50)
ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Seen:
    """A clean message with its names and what was found out about it by knowledge alone."""

    text: str
    language: str
    names: Sequence[Name]
    concepts: Set[str]


def features(seen: Seen) -> Mapping[str, list[str]]:
    """Group → its features, each once: words, words by their pieces (`parts`), and concepts."""
    anonymous = with_placeholders(seen)
    own = lexicon_language(seen.language)
    spoken = [word.stem for word in hear(anonymous, own)]
    meant = [gloss(stem, own) for stem in spoken]
    return {
        "words": list(dict.fromkeys(word_features(meant, spoken))),
        "pieces": list(dict.fromkeys(fold(anonymous[:LETTERS_READ]).split())),
        "concepts": list(dict.fromkeys(concept_features(seen))),
    }


def lexicon_language(language: str) -> str:
    """The language whose stems are taken: Norwegian reads as Danish, the unknown as English."""
    return "da" if language == "no" else language if language in SOURCES else "en"


def with_placeholders(seen: Seen) -> str:
    """The message with its names replaced by their kind, so that "SG-Printers" says nothing of printers."""
    text = seen.text
    for name in sorted(seen.names, key=lambda each: -each.start):
        kind = "xperson" if name.kind == "user" or is_person(name.text) else "xaddress" if "@" in name.text else "xname"
        text = f"{text[: name.start]} {kind} {text[name.end :]}"
    return text


def word_features(meant: Sequence[str], spoken: Sequence[str]) -> Iterator[str]:
    """Words by meaning and as spoken, neighbours, and words that stand near each other."""
    yield from meant
    yield from (f"={word}" for word in spoken)
    bounded = ["^", *meant, "$"]
    yield from (f"{first} {second}" for first, second in pairwise(bounded))
    for distance in range(2, SKIPPED + 2):
        yield from (f"{first} _ {second}" for first, second in zip(meant, meant[distance:], strict=False))


def parts(group: str, feature: str) -> Iterable[str]:
    """What a feature is looked up by: a word of the group "pieces" by its pieces, all else by itself."""
    return pieces(feature) if group == "pieces" else (feature,)


def pieces(word: str) -> Iterator[str]:
    """The parts of three to five characters of a word, its ends marked."""
    bounded = f" {word} "
    for size in range(SHORTEST_PIECE, LONGEST_PIECE + 1):
        yield from (bounded[at : at + size] for at in range(max(1, len(bounded) - size + 1)))


def concept_features(seen: Seen) -> Iterator[str]:
    """The concepts, their pairs, what the hand-made rules make of them, and the shape of the message."""
    concepts = sorted(set(seen.concepts) - {ALWAYS})
    yield from concepts
    yield from (f"{first}&{second}" for first, second in combinations(concepts, 2))
    points = sorted(scores(seen.concepts).items(), key=lambda each: -each[1])
    yield from (f"rank{place} {symptom.value}" for place, (symptom, _) in enumerate(points[:2]))
    yield from shape(seen)


def shape(seen: Seen) -> Iterator[str]:
    """How long the message is, and whether it asks or quotes."""
    count = len(seen.text.split())
    yield f"length {sum(count > limit for limit in LENGTHS)}"
    yield from (f"sign {sign}" for sign in "?\"'\n:!" if sign in seen.text)
    yield f"language {seen.language}"
