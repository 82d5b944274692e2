"""Messages that only make sense after another: "and Sales?", "hvem ejer den så?", "yes do it", "why?", "undo that".

Pure: the words and what was talked about go in, what is meant comes out.
"""

import re
from dataclasses import dataclass
from typing import TypeAlias

from bot.conversation.context import Context
from bot.conversation.named import OF_GROUPS
from bot.model import Subject, Symptom
from bot.resolve import Candidate
from bot.understand import Understanding, understand


@dataclass(frozen=True, slots=True)
class Same:
    """The last question, of another group."""

    entity: str


@dataclass(frozen=True, slots=True)
class About:
    """Another question, of the group that was last shown."""

    symptom: Symptom
    subject: Subject


@dataclass(frozen=True, slots=True)
class Other:
    """Not that one: one of the others there were to choose from."""

    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class DoIt:
    """Yes to what was offered."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Undo the last action."""


@dataclass(frozen=True, slots=True)
class Why:
    """Show what the last answer rests on."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Leave it at that."""


FollowUp: TypeAlias = Same | About | Other | DoIt | TakeBack | Why | Forget


def whole(*words: str) -> re.Pattern[str]:
    """Matches a message that is one of these and nothing else, whatever stands around it."""
    polite = r"(?:\s*[,.]?\s*(?:please|thanks|thank you|tak|venligst|then|so|så|da))?"
    return re.compile(rf"\W*(?:{'|'.join(words)}){polite}\W*", re.I)


YES = whole(
    r"(?:yes|yep|yeah|ok(?:ay)?|sure)[, ]*(?:please )?(?:do (?:it|that)|go ahead|fix it)",
    "do it",
    "go ahead",
    "fix it",
    r"(?:ja|jo|ok(?:ay)?|jep)[, ]*(?:tak[, ]*)?(?:gør (?:det|sådan)|kør|ret det|værsgo)",
    "gør det",
    "kør på",
    "ja tak",
    "yes please",
)
BACK = whole(
    r"(?:please )?undo(?: (?:that|it|this))?",
    r"(?:take|put) (?:it|that) back",
    "revert(?: it| that)?",
    r"fortryd(?: det| igen)?",
    r"(?:tag|lav|rul) det (?:tilbage|om)(?: igen)?",
)
REASON = whole(
    r"(?:but )?why(?: is that| not)?",
    "how come",
    "how do you know(?: that)?",
    r"(?:men )?hvorfor(?: det| ikke| dog)?",
    "hvordan kan det være",
    "hvor ved du det fra",
)
STOP = whole(
    "stop",
    "cancel",
    "never ?mind",
    "forget (?:it|that|about it)",
    "start over",
    "stop(?: det)?",
    "glem det",
    "lad det være",
    "annuller",
    "forfra",
)
THANKS = whole(
    "(?:many |so many )?(?:thanks|thank you|thx|ty|tysm|cheers)(?: a lot| so much| very much)?",
    r"(?:tusind |mange |super )?tak(?: for (?:det|hjælpen))?(?: skal du have)?",
    "(?:great|perfect|super|fint|perfekt)[, ]+(?:thanks|thank you|tak)",
)
ANOTHER = re.compile(
    r"\W*(?:and|also|what about|how about|same (?:for|with)|and (?:what about|for|the same for)|"
    r"og|også|hvad (?:med|så med)|og hvad med|samme (?:for|med)|det samme (?:for|med))\s+(?:the |den |det )?(.+?)\W*",
    re.I,
)
NOT_THAT = re.compile(
    r"\W*(?:no|nope|nej|næ)?\W*(?:i meant? |jeg mente? )?(?:the other|den anden|det andet|de andre)\b.*", re.I
)
MEANT = re.compile(
    r"\W*(?:(?:no|nope|sorry|oops|nej|næ|ups|undskyld)\W+)?(?:i mean|i meant|jeg mener|jeg mente)\s+(.+?)\W*", re.I
)
"""A correction that names the right one."""
WHOLE = re.compile(
    r"(?:why|how|who|where|when|what|can|could|may|do|does|is|are|"
    r"hvorfor|hvordan|hvem|hvor|hvornår|hvad|kan|må|er|skal)\b",
    re.I,
)
"""How a question of its own begins, after "and"."""
POINTING = re.compile(
    r"\b(?:it|its|that(?: (?:group|team|one))?|this one|the (?:group|team)|den|det|dens|gruppen|teamet|holdet)\b", re.I
)
WHO = re.compile(
    r"\b(?:who (?:owns|can|may|is the owner|manages)|whose|hvem (?:ejer|kan|må|er ejer|styrer|bestemmer)|ejeren?)\b",
    re.I,
)


def follow_up(text: str, meant: Understanding, context: Context | None) -> FollowUp | None:
    """What a message means after what was said before; `None` when it stands on its own."""
    if context is None:
        return None
    return command(text, context) or correction(text, context) or question(text, meant, context)


def command(text: str, context: Context) -> FollowUp | None:
    """One of the short answers."""
    if STOP.fullmatch(text):
        return Forget()
    if BACK.fullmatch(text) and context.undo:
        return TakeBack()
    if YES.fullmatch(text) and context.report:
        return DoIt()
    return Why() if REASON.fullmatch(text) and context.report else None


def correction(text: str, context: Context) -> FollowUp | None:
    """The other one of those there were to choose from, or the right one by name."""
    if not NOT_THAT.fullmatch(text):
        named = MEANT.fullmatch(text)
        return meant_instead(named[1], context) if named and not WHOLE.match(named[1]) else None
    shown = context.subject.id if context.subject else None
    others = tuple(c for c in context.candidates if c.group.id != shown)
    return Other(others) if others else None


def meant_instead(said: str, context: Context) -> FollowUp:
    """Another operation on the same group ("I meant add members"), or another group."""
    operation = understand(said)
    if context.subject and operation.symptom in OF_GROUPS and not operation.entity:
        return About(operation.symptom, context.subject)
    return Same(said)


def question(text: str, meant: Understanding, context: Context) -> FollowUp | None:
    """The same of another group, or something else of the same group."""
    another = ANOTHER.fullmatch(text)
    if another and not WHOLE.match(another[1]):
        return Same(meant.entity if meant.entity and meant.entity in another[1] else another[1])
    if context.subject is None and names_only(text, meant):
        return Same(meant.entity or text.strip(" .!?"))
    if context.subject is None or meant.entity or meant.about == "this":
        return None
    if WHO.search(text):
        return About(Symptom.GROUP_EDIT, context.subject)
    if meant.symptom in OF_GROUPS and (POINTING.search(text) or len(text) < 60):
        return About(meant.symptom, context.subject)
    return None


def names_only(text: str, meant: Understanding) -> bool:
    """Whether a message is no more than a name: the answer to "which group?"."""
    words = text.strip(" .!?").split()
    if (
        not 0 < len(words) <= LONGEST_NAME
        or WHOLE.match(text.strip())
        or meant.symptom in {Symptom.HELP, Symptom.ACCOUNT}
    ):
        return False
    return text.strip(" .!?") == meant.entity or meant.symptom is Symptom.OUT_OF_SCOPE


LONGEST_NAME = 5
"""Words; what is longer is a sentence."""
