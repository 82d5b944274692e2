"""Which of these groups is meant?"""

from collections.abc import Sequence

from bot.buttons import Pick
from bot.describe import TYPES
from bot.model import Symptom
from bot.resolve import Candidate
from bot.texts import Text, Voice, _
from cards import kit


def picker(symptom: Symptom, entity: str, candidates: Sequence[Candidate], voice: Voice) -> kit.Card:
    """A list to press in, the likeliest first; `entity` is what the person wrote."""
    title = _("Which group do you mean?")
    body = [
        kit.heading(title, voice),
        kit.paragraph(_("{count} groups fit “{entity}”.", count=len(candidates), entity=entity), voice),
        *(choice(symptom, each, voice, line=place > 0) for place, each in enumerate(candidates)),
        kit.quiet(_("Not among them? Write its e-mail address, or more of its name."), voice, close=False),
    ]
    return kit.card(body, title, voice)


def choice(symptom: Symptom, candidate: Candidate, voice: Voice, *, line: bool) -> kit.Element:
    """One group, with what tells it from its namesakes."""
    subject, mail = candidate.subject, candidate.group.mail
    button = Pick(symptom=symptom, kind=subject.kind, id=subject.id)
    return kit.row([subject.name, described(candidate), *([mail] if mail else ())], button, voice, line=line)


def described(candidate: Candidate) -> Text:
    """What kind of group it is, and where it comes from."""
    kind = TYPES[candidate.group.type]
    if candidate.deleted:
        return _("{type} · deleted", type=kind)
    if candidate.group.on_premises_sync_enabled:
        return _("{type} · from Active Directory", type=kind)
    return _("{type} · from the cloud", type=kind)
