"""What was last talked about: per person and conversation, in memory, forgotten after half an hour.

It never crosses people: a pronoun means what was last shown to *this* person *here*.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.buttons import Undo, View
from bot.conversation.speaker import Speaker
from bot.model import Report, Subject, Symptom
from bot.resolve import Candidate
from bot.understand import Understanding

KEPT = timedelta(minutes=30)
THREAD = ";messageid="
"""What the Bot Framework puts between a channel and a thread in it."""
CAPACITY = 2_000

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Context:
    """The last exchange. `at` is an aware datetime; the language is the one it was held in."""

    at: datetime
    language: str
    symptom: Symptom
    subject: Subject | None = None
    """The group the last answer was about."""
    candidates: tuple[Candidate, ...] = ()
    """The groups there were to choose from, also after one was chosen."""
    report: Report | None = None
    undo: Undo | None = None
    """The way back from the last action."""
    owners: bool = False
    """Whether it was asked who owns the group."""
    foreign: bool = False
    """Whether it was held in a language the bot only guesses at."""
    shared: View | None = None
    """What was last asked where others read along, in words they have all seen: nothing looked up is in it."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message and what it was taken to mean."""

    at: datetime
    text: str
    meant: Understanding


class Contexts:
    """The last exchange of everybody, everywhere."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, Context] = OrderedDict()
        self._heard: OrderedDict[Key, Heard] = OrderedDict()

    def of(self, speaker: Speaker, now: datetime) -> Context | None:
        """What was last talked about, if it is not too long ago."""
        for each in keys(speaker):
            kept = self._kept.get(each)
            if kept and now - kept.at <= KEPT:
                return kept
            self._kept.pop(each, None)
        return None

    def remember(self, speaker: Speaker, context: Context) -> None:
        """Take the place of what was talked about before."""
        for each in keys(speaker):
            self._kept[each] = context
            self._kept.move_to_end(each)
        while len(self._kept) > CAPACITY:
            self._kept.popitem(last=False)

    def forget(self, speaker: Speaker) -> None:
        """Begin anew."""
        for each in keys(speaker):
            self._kept.pop(each, None)
        self._heard.pop(key(speaker), None)

    def heard(self, speaker: Speaker, now: datetime) -> Heard | None:
        """The person's last message here and how it was read, if it is not too long ago."""
        last = self._heard.get(key(speaker))
        return last if last and now - last.at <= KEPT else None

    def hear(self, speaker: Speaker, heard: Heard) -> None:
        """Keep a message until the next one: its reading may turn out to be wrong."""
        self._heard[key(speaker)] = heard
        self._heard.move_to_end(key(speaker))
        while len(self._heard) > CAPACITY:
            self._heard.popitem(last=False)


def keys(speaker: Speaker) -> tuple[Key, ...]:
    """Where to look: the thread of a channel first, then the channel, in which people begin threads to go on."""
    tenant, person, conversation = key(speaker)
    channel, thread, _root = conversation.partition(THREAD)
    return ((tenant, person, conversation), (tenant, person, channel)) if thread else ((tenant, person, conversation),)


def key(speaker: Speaker) -> Key:
    """One person in one conversation of one tenant."""
    return speaker.person.tenant, speaker.person.id, speaker.conversation
