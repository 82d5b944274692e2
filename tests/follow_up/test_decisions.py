"""When to look next: pure calls."""

from datetime import timedelta

import pytest

from bot.follow_up import LONGEST_BACKOFF, PATIENCE_AFTER_DEADLINE, Again, after_failure, next_look
from bot.store.follow_ups import FollowUp
from tests.store.intents import NOON

HOUR = timedelta(hours=1)


def held(failures: int = 0, deadline: timedelta | None = HOUR) -> FollowUp:
    end = None if deadline is None else NOON + deadline
    return FollowUp("one", "show", "tenant", "ada", {}, NOON, NOON, end, failures=failures)


@pytest.mark.parametrize(("failures", "seconds"), [(0, 1), (1, 2), (2, 4), (8, 256), (9, 300), (1000, 300)])
def test_each_failure_waits_longer_than_the_last_up_to_a_bound(failures: int, seconds: int) -> None:
    assert after_failure(held(failures), NOON) == NOON + timedelta(seconds=seconds)


def test_a_failure_does_not_put_off_the_deadline() -> None:
    before = NOON + HOUR - timedelta(seconds=10)
    assert after_failure(held(9), before) == NOON + HOUR
    assert after_failure(held(9), NOON + HOUR) == NOON + HOUR + LONGEST_BACKOFF


def test_telling_that_it_is_over_is_tried_for_a_day() -> None:
    end = NOON + HOUR + PATIENCE_AFTER_DEADLINE
    assert after_failure(held(20), end - timedelta(seconds=1)) is not None
    assert after_failure(held(20), end) is None
    assert after_failure(held(20, deadline=None), end + timedelta(days=365)) is not None


def test_nothing_is_due_after_its_deadline() -> None:
    assert next_look(held(), Again(NOON + 2 * HOUR, {})) == NOON + HOUR
    assert next_look(held(), Again(NOON + HOUR / 2, {})) == NOON + HOUR / 2
    assert next_look(held(deadline=None), Again(NOON + 2 * HOUR, {})) == NOON + 2 * HOUR
