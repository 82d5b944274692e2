"""A question about something or somebody that was not named."""

from bot.buttons import Meant
from bot.model import SubjectKind
from bot.remedy import Input
from bot.subjects import SUBJECTS
from bot.texts import Text, Voice
from cards import kit

LONGEST = 256
"""Characters of a name: https://learn.microsoft.com/graph/api/resources/group"""


def which(kind: SubjectKind, asked: Meant, voice: Voice, lead: Text | None = None) -> kit.Card:
    """A field for the name; what is typed comes in as the input `entity`. `lead` is what can be said before."""
    words = SUBJECTS[kind].words
    name = Input("entity", words.field, required=True, max_length=LONGEST)
    look = kit.press(asked, words.find, voice, style=kit.Style.POSITIVE, inputs=True)
    said = [kit.paragraph(lead, voice)] if lead else []
    body = [*said, kit.heading(words.which, voice), kit.field(name, voice), *kit.buttons([look])]
    return kit.card(body, words.which, voice)
