"""What a message can mean after another one."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.model import Subject, Symptom
from bot.resolve import Candidate


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
class Owners:
    """Who owns the group that was last shown."""

    subject: Subject


@dataclass(frozen=True, slots=True)
class Other:
    """One of those there were to choose from: the one that was meant, or those that may be."""

    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class AskOwner:
    """Put it to the owners of the group that was last shown: the card for it, since only its button writes."""

    subject: Subject


@dataclass(frozen=True, slots=True)
class DoIt:
    """Yes to what was offered."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Undo the last action; `sure` when they have seen what that does and said yes to it."""

    sure: bool = False


@dataclass(frozen=True, slots=True)
class Why:
    """Show what the last answer rests on."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Leave it at that."""


@dataclass(frozen=True, slots=True)
class Noted:
    """They have seen it, and want nothing."""


FollowUp: TypeAlias = Same | About | Owners | Other | AskOwner | DoIt | TakeBack | Why | Forget | Noted
