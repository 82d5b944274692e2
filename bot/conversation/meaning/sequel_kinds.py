"""What a message can mean after another one."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.conversation.unresolved_question import Wanted
from bot.model import Subject
from bot.resolve import Candidate


@dataclass(frozen=True, slots=True)
class Ask:
    """A question: the last one of something else, or something else of the same."""

    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Other:
    """One of those there were to choose from: the one that was meant, or those that may be; none when there is none."""

    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class AskOwner:
    """Put it to the owners of the group that was last shown: the card for it, since only its button writes."""

    subject: Subject


@dataclass(frozen=True, slots=True)
class DoIt:
    """Yes to what the last card offers."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Undo what the last card says was done."""


@dataclass(frozen=True, slots=True)
class Why:
    """Show what the last answer rests on."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Leave it at that."""


@dataclass(frozen=True, slots=True)
class Leave:
    """They don't want what was offered; what it is about stays."""


@dataclass(frozen=True, slots=True)
class Noted:
    """They have seen it, and want nothing."""


Sequel: TypeAlias = Ask | Other | AskOwner | DoIt | TakeBack | Why | Forget | Leave | Noted
