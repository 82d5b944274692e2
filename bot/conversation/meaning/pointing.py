"""Short messages about what was last shown: "can I edit it now?", "hvor så?".

The trained reading of so few words is a guess (a profile? nothing at all?), so the words themselves decide: a message
that names no thing of its own is about the one that was shown; with any other word in it ("print", "photo") it isn't.
"""

from functools import cache
from pathlib import Path

from bot.model import Symptom
from bot.understand import detect_language
from bot.understand.concepts_seen import heard_in
from bot.understand.lexicon import SOURCES
from bot.understand.words import fold, words

PATH = Path(__file__).with_name("small_words.txt")
MOST_WORDS = 12
OPERATIONS: tuple[tuple[frozenset[str], Symptom], ...] = (
    (frozenset({"delete"}), Symptom.GROUP_DELETE),
    (frozenset({"member", "add", "remove"}), Symptom.GROUP_MEMBERS),
    (frozenset({"where_managed", "where", "source"}), Symptom.GROUP_SOURCE),
    (frozenset({"edit", "group_field"}), Symptom.GROUP_EDIT),
)
"""Concepts of `bot.understand` → what is done to a group, the most telling first."""
OF_THE_THING = frozenset({"group", "team", "this_group", "owner", "restore", "refused"}).union(
    *(told for told, _ in OPERATIONS)
)
"""Concepts that a word may have without naming something else."""
OBJECTIONS = frozenset({"owner", "refused", "become_owner"})
ELSEWHERE = frozenset({"scope_strong", "photo", "profile", "phone", "license", "own"})
"""Concepts of what a message is about if it isn't a group."""


def operation(text: str) -> Symptom | None:
    """What the words say is done to a group; `None` when they say nothing of the kind."""
    found = concepts(text)
    return next((symptom for told, symptom in OPERATIONS if told & found), None)


def objects(text: str) -> bool:
    """Whether somebody won't have the answer: "but I own it", "det virker stadig ikke"."""
    return not OBJECTIONS.isdisjoint(concepts(text))


def of_its_own(text: str) -> bool:
    """Whether the message names a thing, or anything that isn't done to a group."""
    said = words(text)
    if len(said) > MOST_WORDS or about_something_else(text):
        return True
    language = detect_language(text)
    return any(word.plain not in small() and not OF_THE_THING & heard(word.plain, language) for word in said)


def about_something_else(text: str) -> bool:
    """Whether it is of a kind this bot has other answers to, or none: a printer, a photo, a calendar."""
    return any(each in ELSEWHERE or each.startswith("out_") for each in concepts(text))


def concepts(text: str) -> frozenset[str]:
    """What the words mean in their language, and in English, which people mix in."""
    return heard(text, detect_language(text))


def heard(text: str, language: str) -> frozenset[str]:
    """What the words mean in a language that is known; Norwegian reads as Danish, too."""
    listening = dict.fromkeys(("en", language, *(("da",) if language == "no" else ())))
    return frozenset[str]().union(*(heard_in(text, each, native=True) for each in listening if each in SOURCES))


@cache
def small() -> frozenset[str]:
    """The folded small words of all languages: people mix them."""
    lines = [line for line in PATH.read_text("utf-8").splitlines() if not line.startswith("#")]
    return frozenset(fold(word) for line in lines for word in line.partition(":")[2].split())
