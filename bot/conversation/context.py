"""What was last talked about: per person and conversation, in memory, forgotten after half an hour.

It never crosses people: a pronoun means what was last shown to *this* person *here*.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.buttons import Offer, Undo, View
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.unresolved_question import Choice, Wanted, again
from bot.model import Report, Subject
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
    wanted: Wanted | None = None
    """The last question."""
    subject: Subject | None = None
    """What the last answer was about: "it"."""
    report: Report | None = None
    """The answer on the last card."""
    choice: Choice | None = None
    """What there was to choose from, also after one was chosen."""
    confirming: Offer | None = None
    """The remedy that the last card asks to confirm."""
    undo: Undo | None = None
    """The way back that the last card offers."""
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


def following(reply: Reply, before: Context | None, speaker: Speaker, now: datetime) -> Context:
    """What the next message may follow on: nothing that stood on an earlier card is agreed to or taken back."""
    report = reply.report
    subject = report.question.subject if report and not report.vanished else None
    if subject is None and reply.outcome == "clarify" and reply.wanted:
        subject = reply.wanted.subject  # asked for whom: of what is known
    goes_on = keeps_the_subject(reply)
    return Context(
        at=now,
        language=speaker.voice.language,
        wanted=reply.wanted or (again(report.question) if report else before.wanted if goes_on and before else None),
        subject=subject or (before.subject if before and goes_on else None),
        report=report if reply.undo is None and reply.confirming is None else None,
        choice=reply.choice or chosen_from(before, reply),
        confirming=reply.confirming,
        undo=reply.undo,
        foreign=speaker.foreign,
        shared=reply.shared or (before.shared if before else None),
    )


def keeps_the_subject(reply: Reply) -> bool:
    """Whether "it" still means what it meant: the answer was about nothing else."""
    return reply.report is not None or reply.outcome not in {"clarify", "not_found", "account"}


def chosen_from(before: Context | None, reply: Reply) -> Choice | None:
    """What there was to choose from, if this answers one of them: "no, the other one" may still come."""
    choice = before.choice if before else None
    if choice is None or reply.report is None:
        return None
    ids = {reply.report.question.subject.id, reply.report.question.person}
    return choice if any(each.subject.id in ids for each in choice.candidates) else None


def keys(speaker: Speaker) -> tuple[Key, ...]:
    """Where to look: the thread of a channel first, then the channel, in which people begin threads to go on."""
    tenant, person, conversation = key(speaker)
    channel, thread, _root = conversation.partition(THREAD)
    return ((tenant, person, conversation), (tenant, person, channel)) if thread else ((tenant, person, conversation),)


def key(speaker: Speaker) -> Key:
    """One person in one conversation of one tenant."""
    return speaker.person.tenant, speaker.person.id, speaker.conversation
