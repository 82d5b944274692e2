"""Reading a message on its own: what it means, and whether it asks who owns something."""

from dataclasses import replace

from bot.conversation.bare_names import bare_name
from bot.conversation.named import named
from bot.conversation.phrases import OWNED
from bot.conversation.pointing import of_its_own
from bot.model import Symptom
from bot.understand import Understanding, understand

CERTAIN = 1.0


def asked(text: str, locale: str) -> tuple[Understanding, bool]:
    """What a message means, and whether it asks who owns a group; of anything else the owner is nobody's business."""
    meant = named(understand(text, locale), text)
    owned = OWNED.fullmatch(text)
    if owned is None or meant.symptom in {Symptom.ACCOUNT, Symptom.HISTORY}:
        return meant, False
    if not owned[1] or not of_its_own(owned[1]):
        return replace(meant, symptom=Symptom.GROUP_EDIT, confidence=CERTAIN, entity=None, entity_kind=None), True
    found = meant.entity if meant.entity and meant.entity in owned[1] else bare_name(owned[1], meant, awaited=False)
    if not found:
        return meant, False
    owner_of = replace(meant, symptom=Symptom.GROUP_EDIT, confidence=CERTAIN, entity=found, entity_kind="group")
    return replace(owner_of, about=None), True
