"""All of housekeeping, as kinds of follow-ups."""

from collections.abc import Awaitable, Callable, Mapping

from bot.follow_up import Kind
from bot.housekeeping import expire_owner_request as expiry
from bot.housekeeping import prune, settle_cut_off_actions
from bot.housekeeping import tell_when_it_shows as accepted
from bot.housekeeping import tell_when_sharepoint_has_it as photo_syncs
from bot.housekeeping.recurring import RECURRING, every
from bot.housekeeping.telling import Telling
from bot.ports import Clock, Graph, Person
from bot.store.nonces import new_nonce
from bot.store.requests import OwnerRequest
from bot.store.stores import Stores


def kinds(
    stores: Stores,
    telling: Telling,
    group_name: Callable[[OwnerRequest], Awaitable[str]],
    graph: Callable[[Person], Graph],
    clock: Clock,
) -> Mapping[str, Kind]:
    """Each by its name in the table."""
    unanswered = expiry.UnansweredRequests(stores.requests, telling, stores.follow_ups, clock, group_name)
    forgets = {
        "nonces": stores.nonces.forget_expired,
        "requests to owners": stores.requests.forget_answered,
        "conversation references": stores.references.forget_unused,
        "misunderstandings": stores.misunderstandings.forget_old,
        "follow-ups": stores.follow_ups.forget_ended,
    }
    pruning = prune.prune(forgets, stores.database.empty_log)
    settling = settle_cut_off_actions.settle_cut_off_actions(stores.trail)
    return {
        "prune": every(RECURRING["prune"], pruning, clock),
        "settle_cut_off_actions": every(RECURRING["settle_cut_off_actions"], settling, clock),
        "find_unanswered_requests": every(RECURRING["find_unanswered_requests"], unanswered.find, clock),
        expiry.KIND: unanswered.kind,
        accepted.KIND: accepted.AcceptedChanges(graph, telling, stores.trail, clock, new_nonce).kind,
        photo_syncs.KIND: photo_syncs.PhotoSyncs(graph, telling, clock).kind,
    }
