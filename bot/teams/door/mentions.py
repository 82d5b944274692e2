"""What a person wrote, without the mention that called the bot.

Teams marks each mention as `<at>Name</at>` in the text and lists it among the entities, in order. The SDK's own
function deletes the bot's name wherever it stands, so a bot called "Groups" would lose words of the question.
Learn: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from bot.teams.door.wire_activity import Entity, Mention

_SPAN = re.compile(r"<at(?:\s[^<>]*)?>(.*)</at>", re.DOTALL)


def words_for(recipient_id: str, text: str, entities: Iterable[Entity]) -> str:
    """`text` without the spans that mention `recipient_id`, other people by name, as plain words on one line."""
    kept: list[str] = []
    position = 0
    for start, end, name, mentioned_id in _spans(text, entities):
        kept.append(text[position:start])
        # Cutting a span leaves a gap between the words around it.
        kept.append(" " if mentioned_id == recipient_id else name)
        position = end
    kept.append(text[position:])
    return " ".join(unescape("".join(kept)).split())


def _spans(text: str, entities: Iterable[Entity]) -> Iterator[tuple[int, int, str, str]]:
    """Each mention that stands in the text: start, end, the name shown, and the Teams id of who is meant.

    Two people may have the same name, so the spans are matched to the entities in their order.
    """
    position = 0
    for entity in entities:
        if not isinstance(entity, Mention):
            continue
        shown = _SPAN.fullmatch(entity.text)
        start = text.find(entity.text, position) if shown else -1
        if shown and start >= 0:
            position = start + len(entity.text)
            yield start, position, shown[1], entity.mentioned.id
