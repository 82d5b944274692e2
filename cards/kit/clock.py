"""The time of day, as people write it where they are."""

from datetime import datetime

from babel.dates import format_skeleton

from bot.texts import Voice, locale, zone


def clock(at: datetime, voice: Voice) -> str:
    """Such as "10:42" or "10.42"; `at` is an aware datetime."""
    return format_skeleton("Hm", at.astimezone(zone(voice.timezone)), locale=locale(voice.region))
