"""Nothing fits what was written."""

from bot.model import SubjectKind
from bot.subjects import SUBJECTS
from bot.texts import Voice
from cards import kit


def not_found(kind: SubjectKind, typed: str, voice: Voice) -> kit.Card:
    """What may be the reason, and what to try."""
    words = SUBJECTS[kind].words
    title = words.not_found(typed)
    return kit.card([kit.heading(title, voice), *(kit.paragraph(each, voice) for each in words.hints)], title, voice)
