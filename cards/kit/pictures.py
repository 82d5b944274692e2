"""Pictures on a card."""

from adaptive_cards import types

from bot.texts import Text, Voice, say
from cards.kit import elements as e


def photo(address: str, shows: Text, voice: Voice) -> e.Image:
    """A person's photo, round as Teams shows it; `address` is a `data:` one, `shows` what a screen reader says."""
    return e.Image(url=address, alt_text=say(shows, voice), size=types.ImageSize.LARGE, style=types.ImageStyle.PERSON)
