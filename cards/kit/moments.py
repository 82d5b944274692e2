"""Instants as people write them where they are; all are aware datetimes."""

from datetime import datetime

from babel.dates import format_skeleton

from bot.texts import Voice, locale, zone


def clock(at: datetime, voice: Voice) -> str:
    """The time of day: "10:42", "10.42"."""
    return format_skeleton("Hm", at.astimezone(zone(voice.timezone)), locale=locale(voice.region))


def moment(at: datetime, voice: Voice) -> str:
    """Date and time: "20 Nov 2026, 10:42". CLDR has no one skeleton for both."""
    where = locale(voice.region)
    date = format_skeleton("yMMMd", at.astimezone(zone(voice.timezone)), locale=where)
    return str(where.datetime_formats["medium"]).replace("{1}", date).replace("{0}", clock(at, voice))
