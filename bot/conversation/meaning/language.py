"""Which language to answer in: the message's, or the conversation's when its few words don't tell."""

from bot.conversation.context import Context
from bot.texts import LANGUAGES
from bot.understand import Understanding


def spoken(meant: Understanding, context: Context | None, *, follows: bool) -> str:
    """The language to answer in; `follows` when the message only makes sense after the last one.

    A few words that look like a language which wasn't spoken before don't change it either.
    """
    if context is None:
        return meant.language
    strange = follows and meant.language not in LANGUAGES and not context.foreign
    return meant.language if meant.language_told and not strange else context.language
