"""Looked at when due, told once, given up at the deadline; whatever goes wrong meanwhile."""

import logging
from datetime import timedelta

import pytest

from bot.follow_up import Kind, Tell, nobody_knows
from bot.follow_up_loop import MOST_PER_PERSON
from bot.ports import Person
from bot.store.follow_ups import FollowUp, TooManyFollowUps
from tests.follow_up.office import ADA, HOUR, MINUTE, Arrived, Looking, Mailbox, Office, office
from tests.store.intents import NOON, Noon

SECOND = timedelta(seconds=1)


async def yes(_key: str) -> bool:
    return True


async def no(_key: str) -> bool:
    return False


async def test_it_is_looked_at_when_due_and_told_once_when_it_shows(url: str, looking: Looking) -> None:
    looking.looks = 2
    async with office(url, looking.kinds) as process:
        assert await process.add() == "one"
        await process.passes(MINUTE - SECOND)
        assert looking.seen == []
        for _ in range(5):
            await process.passes(MINUTE)
        assert [held.state for held in looking.seen] == [
            {"group_id": "g-1"},
            {"group_id": "g-1", "looks": 1},
            {"group_id": "g-1", "looks": 2},
        ]
        assert looking.mailbox.kept == ["one"]
        found = await process.found()
        assert (found.status, found.told_activity, found.attempts) == ("done", "message-0", 3)
        assert await process.follow_ups.of(ADA) == ()


async def test_a_restart_forgets_nothing(url: str, looking: Looking) -> None:
    looking.looks = 1
    clock = Noon()
    async with office(url, looking.kinds, clock) as process:
        await process.add()
        await process.passes(MINUTE)
    async with office(url, looking.kinds, clock) as process:
        assert [each.id for each in await process.follow_ups.of(ADA)] == ["one"]
        await process.passes(2 * MINUTE)
    assert (len(looking.seen), looking.mailbox.kept) == (2, ["one"])


async def test_at_its_deadline_looking_ends_and_that_is_told(url: str, looking: Looking) -> None:
    looking.looks = 1000
    async with office(url, looking.kinds) as process:
        await process.add(deadline=3 * MINUTE)
        for _ in range(6):
            await process.passes(MINUTE)
        assert (len(looking.seen), len(looking.given_up)) == (2, 1)
        assert (looking.mailbox.kept, (await process.found()).status) == (["one"], "expired")


async def test_what_goes_wrong_is_tried_again_later_and_later_until_the_deadline(
    url: str, looking: Looking, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "bot")
    looking.trouble = [ValueError("Ada Lovelace"), ValueError("Ada Lovelace")]
    async with office(url, looking.kinds) as process:
        await process.add()
        await process.passes(MINUTE)
        assert (await process.found()).due_at == NOON + MINUTE + SECOND
        await process.passes(SECOND)
        found = await process.found()
        assert (found.due_at, found.failures) == (process.clock.time + 2 * SECOND, 2)
        await process.passes(2 * SECOND)
        assert looking.mailbox.kept == ["one"]
    assert "ValueError" in caplog.text
    assert "Lovelace" not in caplog.text


async def test_what_never_goes_right_expires(url: str, looking: Looking) -> None:
    looking.trouble = [ValueError("never")] * 10_000
    async with office(url, looking.kinds) as process:
        await process.add(deadline=HOUR)
        while (await process.found()).status == "waiting":
            await process.passes(5 * MINUTE)
        assert process.clock.time >= NOON + HOUR + timedelta(days=1)
        assert ((await process.found()).status, looking.mailbox.kept) == ("expired", [])
        assert looking.given_up


async def test_a_cancelled_one_is_neither_looked_at_nor_told(url: str, looking: Looking) -> None:
    async with office(url, looking.kinds) as process:
        await process.add()
        assert await process.follow_ups.cancel("one")
        await process.passes(HOUR)
        assert (looking.seen, looking.mailbox.kept, (await process.found()).status) == ([], [], "cancelled")
        assert not await process.follow_ups.cancel("one")
        assert not await process.follow_ups.cancel("unknown")


async def test_one_that_is_cancelled_while_it_is_looked_at_is_not_told(url: str, mailbox: Mailbox) -> None:
    async def cancelled(held: FollowUp) -> Tell:
        assert await process.follow_ups.cancel(held.id)
        return Tell(mailbox.send)

    async with office(url, {"show": Kind(cancelled, cancelled)}) as process:
        await process.add()
        await process.passes(MINUTE)
        assert (mailbox.kept, (await process.found()).status) == ([], "cancelled")


async def test_what_is_on_its_way_cannot_be_cancelled(url: str, looking: Looking) -> None:
    async with office(url, looking.kinds) as process:
        await process.add()
        await began_elsewhere(url, process)
        assert not await process.follow_ups.cancel("one")


async def test_nobody_has_more_than_twenty_waiting(url: str, looking: Looking) -> None:
    async with office(url, looking.kinds) as process:
        for number in range(MOST_PER_PERSON):
            await process.add(f"number-{number}", due=MINUTE * (1 + number))
        with pytest.raises(TooManyFollowUps):
            await process.add("one-too-many")
        assert await process.add("number-0") == "number-0", "what is known already is nothing new"
        bo = Person("tenant", "bo")
        await process.follow_ups.add(bo, "show", {}, due_at=NOON, deadline=NOON + HOUR)
        assert [each.id for each in await process.follow_ups.of(ADA)] == [f"number-{n}" for n in range(MOST_PER_PERSON)]
        await process.passes(MINUTE)
        await process.add("next")


async def test_who_wants_to_be_forgotten_is_told_nothing(url: str, looking: Looking) -> None:
    async with office(url, looking.kinds) as process:
        await process.add()
        await process.stored.forget(ADA.tenant, ADA.id)
        await process.passes(HOUR)
        assert (await process.stored.get("one"), looking.seen, looking.mailbox.kept) == (None, [], [])


async def began_elsewhere(url: str, process: Office) -> None:
    """Another process began to tell, and was killed before anybody learned more; its lease has run out."""
    async with office(url, {}, process.clock) as killed:
        process.clock.time += 2 * MINUTE
        (held,) = await killed.stored.claim(["show"], process.clock.now(), 1)
        assert await killed.stored.begin_telling(held, process.clock.now())
    process.clock.time += 3 * MINUTE


@pytest.mark.parametrize(
    ("arrived", "sent"), [(nobody_knows, []), (yes, []), (no, ["one"])], ids=["nobody knows", "it did", "it did not"]
)
async def test_a_telling_that_had_begun_is_repeated_only_when_it_certainly_did_not_arrive(
    url: str, looking: Looking, arrived: Arrived, sent: list[str]
) -> None:
    looking.arrived = arrived
    async with office(url, looking.kinds) as process:
        await process.add()
        await began_elsewhere(url, process)
        await process.follow_ups.run_due()
        await process.passes(HOUR)
        assert (looking.mailbox.kept, (await process.found()).status) == (sent, "done")


@pytest.mark.parametrize(("answer", "sent"), [(None, ["one"]), (TimeoutError(), [])], ids=["refused", "no answer"])
async def test_what_was_not_taken_is_sent_again_and_what_may_have_been_is_not(
    url: str, mailbox: Mailbox, looking: Looking, answer: Exception | None, sent: list[str]
) -> None:
    mailbox.answers = [answer]
    async with office(url, looking.kinds) as process:
        await process.add()
        await process.passes(MINUTE)
        assert ((await process.found()).status, mailbox.kept) == ("waiting", [])
        await process.passes(SECOND)
        assert ((await process.found()).status, mailbox.kept) == ("done", sent)


async def test_a_holder_who_was_believed_dead_writes_nothing_any_more(url: str, looking: Looking) -> None:
    async with office(url, looking.kinds) as process, office(url, {}, process.clock) as slow:
        await process.add()
        process.clock.time += 2 * MINUTE
        (late,) = await slow.stored.claim(["show"], slow.clock.now(), 1)
        assert await process.stored.claim(["show"], slow.clock.now(), 1) == ()
        process.clock.time += MINUTE
        (held,) = await process.stored.claim(["show"], slow.clock.now(), 1)
        assert (late.attempts, held.attempts) == (1, 2)
        now = slow.clock.now()
        assert await slow.stored.renew([late], now) == frozenset()
        for wrote in (
            slow.stored.begin_telling(late, now),
            slow.stored.put_off(late, now, {}),
            slow.stored.end(late, "done", now),
            slow.stored.release(late),
        ):
            assert not await wrote
        assert await process.stored.renew([held], now) == {"one"}
        assert await process.stored.end(held, "done", now)


async def test_what_this_process_cannot_look_at_is_left_to_one_that_can(url: str, looking: Looking) -> None:
    async with office(url, {}) as older, office(url, looking.kinds, older.clock) as newer:
        await older.add()
        await older.passes(2 * MINUTE)
        assert (await older.found()).attempts == 0
        await newer.follow_ups.run_due()
        assert looking.mailbox.kept == ["one"]


@pytest.mark.parametrize("state", [{"group": "Sales team"}, {"who": "ada@contoso.com"}, {"Ada L": True}, {"a": ""}])
async def test_names_and_words_people_wrote_are_kept_out(url: str, state: dict[str, str | bool | int]) -> None:
    async with office(url, {}) as process:
        with pytest.raises(ValueError, match="words of ours"):
            await process.follow_ups.add(ADA, "show", state, due_at=NOON, deadline=NOON)
