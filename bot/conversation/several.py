"""Several questions in one message, told apart: "Why can't I edit Sales, and who owns it?"."""

import re
from collections.abc import Sequence

from bot.conversation.asking import asked
from bot.conversation.phrases import OWNED, WHOLE
from bot.conversation.pointing import of_its_own, operation
from bot.diagnoses import explaining
from bot.model import Symptom

MOST = 3
"""Questions answered from one message; the rest would be a wall of cards."""
SENTENCE = re.compile(r"(?<=[?!.])\s+|\n+")
GOES_ON = re.compile(
    r"(?:can|could|will|would) you\b|(?:kan|vil|kunne) du\b|(?:kannst|können) (?:du|sie)\b|"
    r"(?:can|do|does|did|is|are|am|may|will)(?:n'?t|not| not)\b|(?:kan|må|er|skal|vil) (?:ikke|jo|ikk)\b",
    re.I,
)
"""What is wanted of the bot, or a statement that goes on: no question of its own."""
JOINED = re.compile(
    rf"\s*[,;]?\s*\b(?:and|og|och|und|samt|plus)\s+(?:also\s+|også\s+|så\s+)?(?!{GOES_ON.pattern})(?={WHOLE.pattern})",
    re.I,
)
LEADING = re.compile(r"\W*(?:and|og|och|und|also|så|but|men)\b\s*", re.I)


def questions_in(text: str, locale: str) -> tuple[str, ...]:
    """The message itself, or its questions when each names its own group or points at the one before.

    Background ("I own the team.") stays with the question that follows it.
    """
    told = sentences(text)
    joined = [clause for sentence in told for clause in JOINED.split(sentence)]
    for parts in (joined, told):
        if len(parts) > 1 and apart(parts, locale):
            return tuple(parts[:MOST])
    return (text,)


def sentences(text: str) -> Sequence[str]:
    """The message cut after its question marks; what follows the last one stays with it."""
    parts: list[str] = []
    pending = ""
    for sentence in SENTENCE.split(text):
        pending = f"{pending} {sentence}".strip()
        if sentence.rstrip().endswith("?"):
            parts.append(pending)
            pending = ""
    if len(parts) < 2:
        return (text,)
    return (*parts[:-1], f"{parts[-1]} {pending}".strip())


def apart(parts: Sequence[str], locale: str) -> bool:
    """Whether each asks something else, or of something else: otherwise it is one question in several sentences."""
    each = [asked(part, locale) for part in parts]
    if not stands_alone(each[0][0].entity or each[0][0].about == "this", each[0][0].symptom):
        return False
    followed = all(
        asks_of_it(part) or stands_alone(meant.entity, meant.symptom)
        for part, (meant, _owners) in zip(parts[1:], each[1:], strict=True)
    )
    wanted = {(owners, meant.symptom, meant.entity) for meant, owners in each}
    return followed and len(wanted) == len(parts)


def stands_alone(entity: str | bool | None, symptom: Symptom) -> bool:
    """Whether a question can be answered by itself: it names its group, and something here explains it."""
    return bool(entity) and bool(explaining(symptom))


def asks_of_it(text: str) -> bool:
    """Whether it asks something of a group named before: "and where is it managed?"."""
    question = LEADING.sub("", text, count=1)
    if owned := OWNED.fullmatch(text):
        return not owned[1] or not of_its_own(owned[1])
    return bool(WHOLE.match(question)) and not of_its_own(question) and operation(question) is not None
