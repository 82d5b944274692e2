"""A message made ready for the models: language, names and concepts."""

from bot.understand.concepts_seen import concepts_seen
from bot.understand.error_messages import error_concepts
from bot.understand.features import Seen
from bot.understand.language import detect_language
from bot.understand.name_marks import marks, masked
from bot.understand.names import find_names


def see(message: str, locale: str) -> Seen:
    """What knowledge alone says about a clean message. The language of a name is not that of who writes it."""
    names = find_names(message)
    spoken = masked(message, names)
    language = detect_language(spoken, locale)
    concepts = concepts_seen(spoken, language, marks(names) | error_concepts(message))
    return Seen(message, language, names, concepts)
