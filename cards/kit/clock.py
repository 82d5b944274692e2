"""The time of day, as people write it where they are."""

from datetime import datetime

from bot.texts import Voice, locale, patterns, zone


def clock(at: datetime, voice: Voice) -> str:
    """Such as "10:42" or "10.42"; `at` is an aware datetime."""
    region = locale(voice.region)
    _date, time = patterns(region)
    return time.apply(at.astimezone(zone(voice.timezone)), region)
