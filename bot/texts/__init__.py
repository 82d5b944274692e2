"""Sentences that have no language yet, and how they get one.

`_("… {group} …", group=…)` keeps the template and its values apart: people see both, logs see the template only.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import LiteralString, TypeAlias, Union
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import DateTimePattern, match_skeleton, parse_pattern
from babel.lists import format_list
from babel.messages.pofile import read_po

LANGUAGES = ("en", "da")

MOMENT = ("yMMMd", "Hm")
"""A date and a time to the minute, as Unicode's skeletons: https://unicode.org/reports/tr35/tr35-dates.html"""

Value: TypeAlias = Union[str, int, datetime, "Text", tuple["Value", ...]]
"""What may stand in a hole: a name, a number, an instant, a sentence, or a list of these."""


@dataclass(frozen=True, slots=True)
class Text:
    """An English template and the values for its holes."""

    template: LiteralString
    values: Mapping[str, Value] = field(default_factory=dict[str, Value])


@dataclass(frozen=True, slots=True)
class Voice:
    """How to speak to one person: `language` is one of LANGUAGES, `region` a Babel locale, `timezone` an IANA name."""

    language: str = "en"
    region: str = "en_GB"
    timezone: str = "UTC"


def _(template: LiteralString, /, **values: Value) -> Text:
    """Mark a sentence for translation; Babel's extractor finds it by this name."""
    return Text(template, values)


def say(value: Value, voice: Voice, name: Callable[[str], str] = str) -> str:
    """Put a sentence, an instant, a name or a list of names into the person's language.

    `name` is what is done to everything in it that isn't ours, before it stands in one of our sentences.
    """
    if isinstance(value, str):  # asked one by one, the commonest first: a card says some eighty things
        return name(value)
    if isinstance(value, Text):
        translated = catalogue(voice.language).get(value.template, value.template)
        if not value.values:
            return translated
        return translated.format(**{hole: say(each, voice, name) for hole, each in value.values.items()})
    if isinstance(value, datetime):
        return moment(local(value, voice.timezone), locale(voice.region))
    if isinstance(value, tuple):
        return format_list([say(each, voice, name) for each in value], locale=locale(voice.region))
    return str(value)


def local(when: datetime, timezone: str) -> datetime:
    """The instant where the person is; as it stands at either end of time, which a time zone may lie beyond."""
    try:
        return when.astimezone(zone(timezone))
    except OverflowError:
        return when


@lru_cache(maxsize=64)
def moment(when: datetime, region: Locale) -> str:
    """A date and a time to the minute, on the 24-hour clock, as the region writes them.

    Kept for a while: a card says an instant in its evidence and again in the text to send on.
    """
    return ", ".join(pattern.apply(when, region) for pattern in patterns(region))


@cache
def patterns(region: Locale) -> Sequence[DateTimePattern]:
    """How the region writes a date, and a time; finding that out costs more than writing it."""
    known = region.datetime_skeletons
    return tuple(
        parse_pattern(known[each if each in known else match_skeleton(each, known) or each]) for each in MOMENT
    )


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """English template → translation, read once from `<language>.po`; no compiled files in git."""
    path = Path(__file__).with_name(f"{language}.po")
    if not path.exists():
        return {}
    with path.open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file, locale=language) if m.id and m.string}


@cache
def locale(name: str) -> Locale:
    """A parsed Babel locale; parsing one costs more than formatting with it."""
    return Locale.parse(name)


@cache
def zone(name: str) -> ZoneInfo:
    """The IANA time zone called `name`."""
    return ZoneInfo(name)
