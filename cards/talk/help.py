"""Hello, and what can be asked."""

from bot.buttons import Meant
from bot.model import Symptom
from bot.symptoms import SYMPTOMS
from bot.texts import Voice, _
from cards import kit

EXAMPLES = (Symptom.GROUP_EDIT, Symptom.GROUP_MEMBERS, Symptom.GROUP_DELETE)
"""What to begin with."""


def help_card(voice: Voice) -> kit.Card:
    """Both the greeting and the help."""
    title = _("Hello! Tell me what Microsoft 365 won't let you do.")
    promise = _(
        "I find out why, and offer what can be done about it. I look with your own rights, so I see what you see."
    )
    asked = _("Write it as you would to a colleague: “Why can't I add members to Marketing DK?”")
    care = _("Nothing is changed until you say so. Write “sign out” to sign out.")
    body = [
        kit.heading(title, voice),
        kit.paragraph(promise, voice),
        kit.paragraph(asked, voice),
        *kit.buttons([kit.press(Meant(symptom=each), SYMPTOMS[each].called, voice) for each in EXAMPLES]),
        kit.quiet(care, voice, close=False),
    ]
    return kit.card(body, title, voice)
