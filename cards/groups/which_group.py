"""A question about a group, but no group was named."""

from bot.buttons import Meant
from bot.model import Symptom
from bot.remedy import Input
from bot.texts import Voice, _
from cards import kit

LONGEST = 256
"""Characters of a group's name: https://learn.microsoft.com/graph/api/resources/group"""


def which_group(symptom: Symptom, voice: Voice) -> kit.Card:
    """A field for its name; what it is called comes in as the input `entity`."""
    title = _("Which group is it about?")
    name = Input("entity", _("The group's name or e-mail address"), required=True, max_length=LONGEST)
    look = kit.press(Meant(symptom=symptom), _("Find the group"), voice, style=kit.Style.POSITIVE, inputs=True)
    return kit.card([kit.heading(title, voice), kit.field(name, voice), *kit.buttons([look])], title, voice)
