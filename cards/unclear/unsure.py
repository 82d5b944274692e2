"""More than one thing could be meant."""

from collections.abc import Sequence

from bot.buttons import Meant
from bot.model import Symptom
from bot.symptoms import SYMPTOMS
from bot.texts import Text, Voice, _
from cards import kit

NOTHING = frozenset({Symptom.HELP, Symptom.OUT_OF_SCOPE})
"""No readings to choose: they are what "something else" stands for."""
MOST = 3
"""More readings than this are a quiz."""


def unsure(symptoms: Sequence[Symptom], entity: str, voice: Voice, lead: Text | None = None) -> kit.Card:
    """The likeliest readings, the first one first, and a way out; `entity` is the object named, or "".

    `lead` is a line below the question.
    """
    title = _("What do you mean?")
    said = [kit.paragraph(lead, voice)] if lead else []
    named = [kit.quiet(_("About {entity}", entity=entity), voice)] if entity else []
    likely = [each for each in dict.fromkeys(symptoms) if each not in NOTHING][:MOST]
    choices = [kit.press(Meant(symptom=each, entity=entity), SYMPTOMS[each].called, voice) for each in likely]
    other = kit.press(Meant(symptom=Symptom.HELP), SYMPTOMS[Symptom.HELP].called, voice)
    return kit.card([kit.heading(title, voice), *said, *named, *kit.buttons([*choices, other])], title, voice)
