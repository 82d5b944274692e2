"""All of housekeeping, as kinds of follow-ups."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.follow_up import Kind
from bot.housekeeping import expire_owner_request as expiry
from bot.housekeeping import prune, settle_cut_off_actions
from bot.housekeeping.recurring import every, first
from bot.housekeeping.telling import Telling
from bot.ports import Clock
from bot.store.audit_trail import AuditTrail
from bot.store.database import Database
from bot.store.follow_ups import StoredFollowUps
from bot.store.misunderstandings import Misunderstandings
from bot.store.nonces import Nonces
from bot.store.references import References
from bot.store.requests import OwnerRequest, OwnerRequests

RECURRING = ("prune", "settle_cut_off_actions", "find_unanswered_requests")


@dataclass(frozen=True)
class Kept:
    """What is kept in the database, and so has to be kept in order."""

    database: Database
    trail: AuditTrail
    requests: OwnerRequests
    references: References
    misunderstandings: Misunderstandings
    follow_ups: StoredFollowUps


def kinds(
    kept: Kept, telling: Telling, group_name: Callable[[OwnerRequest], Awaitable[str]], clock: Clock
) -> Mapping[str, Kind]:
    """Each by its name in the table."""
    unanswered = expiry.UnansweredRequests(kept.requests, telling, kept.follow_ups, clock, group_name)
    forgets = {
        "nonces": Nonces(kept.database).forget_expired,
        "requests to owners": kept.requests.forget_answered,
        "conversation references": kept.references.forget_unused,
        "misunderstandings": kept.misunderstandings.forget_old,
        "follow-ups": kept.follow_ups.forget_ended,
    }
    pruning = prune.prune(forgets, kept.database.empty_log)
    settling = settle_cut_off_actions.settle_cut_off_actions(kept.trail)
    return {
        "prune": every(prune.EVERY, pruning, clock),
        "settle_cut_off_actions": every(settle_cut_off_actions.EVERY, settling, clock),
        "find_unanswered_requests": every(expiry.LOOKED_FOR_EVERY, unanswered.find, clock),
        expiry.KIND: unanswered.kind,
    }


async def set_going(stored: StoredFollowUps, now: datetime) -> None:
    """See to it that the recurring ones are under way; every replica may, at every start."""
    for kind in RECURRING:
        await stored.add(first(kind, now))
