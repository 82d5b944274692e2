"""What the place of a message decides: which group is "this group", and which language a few words are in."""

from dataclasses import replace

from bot.conversation.context import Context
from bot.conversation.speaker import Speaker
from bot.texts import LANGUAGES
from bot.understand import Understanding, detect_language
from bot.understand.names import find_names


def in_place(meant: Understanding, speaker: Speaker) -> Understanding:
    """The same; where no group is "this group" by place, it is the one that was last shown, like "it"."""
    return replace(meant, about=None) if meant.about == "this" and speaker.this_group is None else meant


def spoken(text: str, meant: Understanding, context: Context | None) -> str:
    """The language to answer in: the message's; the conversation's when its few words don't tell.

    They don't when they are the same in both languages, and when they look like one that wasn't spoken before.
    """
    if context is None:
        return meant.language
    own = without_names(text)
    in_english, in_danish = (detect_language(own, locale) for locale in ("en-US", "da-DK"))
    told = in_english == in_danish and (in_english in LANGUAGES or context.foreign)
    return in_english if told else context.language


def without_names(text: str) -> str:
    """The message without the names in it: they sway a short one's language."""
    for name in sorted(find_names(text), key=lambda each: -each.start):
        text = f"{text[: name.start]} {text[name.end :]}"
    return text
