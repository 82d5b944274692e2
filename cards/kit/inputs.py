"""Fields of a card. Their ids start with `INPUT`, so that they can't be mistaken for what a button carries."""

from adaptive_cards import types

from bot.buttons import INPUT
from bot.remedy import Input
from bot.texts import Voice, _
from cards.kit import elements as e
from cards.kit.neutral import bare

SHORT = 256
"""A field for more characters than this gets several lines."""
FEW = 4
"""Up to so many choices all are shown at once."""


def field(asked: Input, voice: Voice) -> e.TextInput | e.ChoiceInput:
    """A field as a remedy's form asks for it."""
    return choice(asked, voice) if asked.choices else written(asked, voice)


def written(asked: Input, voice: Voice) -> e.TextInput:
    """Something to write."""
    return e.TextInput(
        id=INPUT + asked.id,
        label=bare(asked.label, voice),
        is_required=asked.required or None,
        error_message=bare(_("Please fill this in."), voice) if asked.required else None,
        max_length=asked.max_length,
        is_multiline=asked.max_length > SHORT or None,
    )


def choice(asked: Input, voice: Voice) -> e.ChoiceInput:
    """One of a few; the first is chosen until somebody chooses another."""
    few = len(asked.choices) <= FEW
    return e.ChoiceInput(
        id=INPUT + asked.id,
        label=bare(asked.label, voice),
        is_required=asked.required or None,
        error_message=bare(_("Please choose one."), voice) if asked.required else None,
        choices=[e.Choice(title=bare(words, voice), value=value) for value, words in asked.choices],
        value=asked.choices[0][0],
        style=types.ChoiceInputStyle.EXPANDED if few else types.ChoiceInputStyle.COMPACT,
        wrap=True,
    )
