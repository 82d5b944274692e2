"""Messages that are a greeting or a command and nothing else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.model import Symptom
from bot.understand.lexicon import FOLDER
from bot.understand.words import fold

EDGES = re.compile(r"^[\s.,;:!…\-/]+|[\s.,;:!…\-)(]+$")
SPACES = re.compile(r"\s+")
GREETING = re.compile(
    r"(?:(?:hi|hello|hey|hiya|howdy|dear|good (?:morning|afternoon|evening)|morning|hej(?:sa)?|hejhej|hey|halløj|hallo"
    r"|god(?:dag|dav|morgen|aften)|god (?:dag|morgen|aften)|davs?|hei|hejsan|tjena|guten (?:tag|morgen)|moin)\b"
    r"(?:[ ,]+(?:there|bot|all|team|everyone|igen|alle|med dig|der|allesammen|sync doctor)\b)?)[\s,.!:;👋😊🙂]*",
    re.I,
)
PICTOGRAPHS = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf]+")


@dataclass(frozen=True, slots=True)
class Command:
    """What a whole message stands for, and its language."""

    symptom: Symptom
    language: str


def command(text: str) -> Command | None:
    """The command a clean message is, if it is one and nothing more."""
    known = commands()
    bare = bared(text)
    return known.get(bare) or known.get(bare.rstrip("? ")) or known.get(bared(PICTOGRAPHS.sub(" ", text)).rstrip("? "))


def without_greeting(text: str) -> str:
    """The message after "Hi," and the like; the same text when it does not greet."""
    greeting = GREETING.match(text)
    return text[greeting.end() :] if greeting else text


def bared(text: str) -> str:
    """Folded, without signs at its edges."""
    return SPACES.sub(" ", fold(EDGES.sub("", text)))


@cache
def commands() -> Mapping[str, Command]:
    """Every command, bared. Where two languages share one, the first stands."""
    found: dict[str, Command] = {}
    for line in (FOLDER / "commands.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        head, messages = line.split(": ", 1)
        symptom, language = head.split()
        for message in messages.split(","):
            found.setdefault(bared(message) or message.strip(), Command(Symptom(symptom), language))
    return found
