"""Somebody has opened SharePoint so that it fetches their photo: looked for until it has, or a day is over.

They are told once: that it is through, or that it isn't yet and what to do next. Reads are the person's own. While this
process holds no token of theirs nothing is said, since they may sign in again before the day is over.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.conversation.answers.watching import SYNC
from bot.deep_links import in_picture_sync
from bot.diagnose import diagnose
from bot.follow_up import Again, Done, Kind, Tell
from bot.graph.entra_errors import TokenProblem
from bot.housekeeping.tell_when_it_shows import asked_by, person_of
from bot.housekeeping.telling import Spoken, Telling
from bot.model import Report
from bot.ports import Clock, Graph, Person
from bot.reading import GraphDown
from bot.remedies.start_photo_sync import StartPhotoSync
from bot.store.follow_ups import FollowUp
from cards.outcome.later import look_yourself
from cards.outcome.photo_sync import it_is_through, not_yet_through

KIND = SYNC
SOONEST, LATEST = timedelta(minutes=10), timedelta(hours=2)
"""Between looks, at the beginning and at the end."""


@dataclass(frozen=True)
class PhotoSyncs:
    """Photos that SharePoint is to fetch."""

    graph: Callable[[Person], Graph]
    telling: Telling
    clock: Clock

    @property
    def kind(self) -> Kind:
        """How one of them is looked for."""
        return Kind(self.look, self.give_up)

    async def look(self, held: FollowUp) -> Done | Again | Tell:
        """Whether SharePoint has fetched it by now; whoever can't look, looks again later."""
        later = Again(next_look(held, self.clock.now()), held.state)
        try:
            report = await self._report(held)
        except (GraphDown, TokenProblem):
            return later
        return self._tell(held, lambda voice: it_is_through(report, voice)) if is_through(held, report) else later

    async def give_up(self, held: FollowUp) -> Done | Tell:
        """The day is over: one last look, and what to do next. May raise `GraphDown`; then it is tried again."""
        question = asked_by(held, self.clock.now())
        try:
            report = await self._report(held)
        except TokenProblem:
            return self._tell(held, lambda voice: look_yourself(question, voice))
        if is_through(held, report):
            return self._tell(held, lambda voice: it_is_through(report, voice))
        return self._tell(held, lambda voice: not_yet_through(report, in_picture_sync().url, voice))

    async def _report(self, held: FollowUp) -> Report:
        return await diagnose(asked_by(held, self.clock.now()), self.graph(person_of(held)))

    def _tell(self, held: FollowUp, card: Spoken) -> Tell:
        async def send(_key: str) -> str | None:
            return await self.telling.tell(person_of(held), card)

        return Tell(send)


def is_through(held: FollowUp, report: Report) -> bool:
    """Whether SharePoint has fetched it: what was wrong is in order, or both photos were seen to be the same.

    That a diagnosis has no say any more, because the photo is gone for example, is no success.
    """
    called_for = [each for found in report.findings.values() for each in found.remedies]
    still_old = any(isinstance(each, StartPhotoSync) for each in called_for)
    compared = report.cause is not None and bool(report.cause.pictures) and not report.cause.probable
    return (str(held.state["diagnosis"]) in report.clear or compared) and not still_old


def next_look(held: FollowUp, now: datetime) -> datetime:
    """The longer it has taken, the less often."""
    return now + min(max((now - held.created_at) / 4, SOONEST), LATEST)
