"""Which of these is meant?"""

from collections.abc import Sequence

from bot.buttons import Meant, Pick
from bot.subjects import SUBJECTS, Candidate
from bot.texts import Voice, _
from cards import kit


def picker(asked: Meant, typed: str, candidates: Sequence[Candidate], voice: Voice) -> kit.Card:
    """A list to press in, the likeliest first; `typed` is what the person wrote, `asked` the question it stands in."""
    words = SUBJECTS[candidates[0].subject.kind].words
    body = [
        kit.heading(words.which_of_these, voice),
        kit.paragraph(words.several(len(candidates), typed), voice),
        *(choice(asked, each, voice, line=place > 0) for place, each in enumerate(candidates)),
        kit.quiet(_("Not among them? Write its e-mail address, or more of its name."), voice, close=False),
    ]
    return kit.card(body, words.which_of_these, voice)


def choice(asked: Meant, candidate: Candidate, voice: Voice, *, line: bool) -> kit.Element:
    """One of them, with what tells it from its namesakes."""
    shown = [candidate.subject.name, candidate.described, *([candidate.detail] if candidate.detail else ())]
    button = Pick(
        symptom=asked.symptom,
        operation=asked.operation,
        detail=asked.detail,
        entity=asked.entity,
        person=asked.person,
        compared=asked.compared,
        other=asked.other,
        slot=asked.slot,
        id=candidate.subject.id,
    )
    return kit.row(shown, button, voice, line=line)
