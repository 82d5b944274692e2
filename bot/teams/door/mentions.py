"""What a person wrote, without the mention that called the bot.

Teams marks each mention as `<at>Name</at>` in the text and lists it among the entities, in order. The SDK's own
function deletes the bot's name wherever it stands, so a bot called "Groups" would lose words of the question.
Learn: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any, cast

_SPAN = re.compile(r"<at(?:\s[^<>]*)?>(.*)</at>", re.DOTALL)


def words_for(recipient_id: str, text: str, entities: Sequence[object]) -> str:
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


def _spans(text: str, entities: Sequence[object]) -> Iterator[tuple[int, int, str, str]]:
    """Each mention that stands in the text: start, end, the name shown, and the Teams id of who is meant.

    Two people may have the same name, so the spans are matched to the entities in their order.
    """
    position = 0
    for entity in entities:
        span, mentioned_id = _mention(entity)
        shown = _SPAN.fullmatch(span)
        start = text.find(span, position) if shown else -1
        if shown and start >= 0:
            position = start + len(span)
            yield start, position, shown[1], mentioned_id


def _mention(entity: object) -> tuple[str, str]:
    """The span a mention entity stands for and who is meant; empty for any other entity, or one of odd shape."""
    if not isinstance(entity, Mapping):
        return "", ""
    fields = cast("Mapping[str, Any]", entity)
    mentioned: object = fields.get("mentioned")
    mentioned_id: object = cast("Mapping[str, Any]", mentioned).get("id") if isinstance(mentioned, Mapping) else None
    span: object = fields.get("text")
    if fields.get("type") != "mention" or not isinstance(span, str) or not isinstance(mentioned_id, str):
        return "", ""
    return span, mentioned_id
