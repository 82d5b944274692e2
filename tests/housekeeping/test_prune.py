"""What has outlived its use is forgotten, what hasn't stays, and the file holds no trace of it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection, func, select

from bot.model import Symptom
from bot.ports import Person
from bot.store import follow_ups, misunderstandings, nonces, references, requests, tables
from bot.store.follow_ups import FollowUp
from bot.store.nonces import Nonces, new_nonce
from bot.store.references import ConversationReference
from bot.store.requests import Wanted
from tests.housekeeping.house import House
from tests.store.intents import NOON

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
LIFETIMES = {
    "spent_nonce": nonces.REMEMBERED,
    "owner_request": requests.REMEMBERED,
    "conversation_reference": references.REMEMBERED,
    "misunderstanding": misunderstandings.REMEMBERED,
    "follow_up": follow_ups.REMEMBERED,
}
CANARY = "canary-in-a-note"


async def furnish(home: House) -> None:
    """One of each, and all of it over and done with at noon."""
    await Nonces(home.kept.database).consume(new_nonce(), NOON)
    wanted = Wanted(NOON, "tenant", "lee", "a:lee", "group", "change", CANARY)
    await home.kept.requests.answer(await home.kept.requests.open(wanted), "done", by="adele", at=NOON)
    home.kept.references.remember(ConversationReference("tenant", "lee", "https://x", "a:lee", "29:lee", None))
    await home.kept.references.flush()
    await home.kept.misunderstandings.keep(
        "hvad så", (), at=NOON, language="da", symptom_taken=Symptom.HELP, confidence=0.1
    )
    over = FollowUp("over", "tell", "tenant", "lee", {}, NOON, NOON)
    await home.kept.follow_ups.add(over)
    await home.kept.follow_ups.cancel("over", NOON)


async def counts(home: House) -> dict[str, int]:
    """Rows of each table; of follow-ups only those that are over."""

    def count(connection: Connection) -> dict[str, int]:
        found = {
            name: connection.execute(select(func.count()).select_from(tables.metadata.tables[name])).scalar_one()
            for name in LIFETIMES
        }
        waiting = select(func.count()).where(tables.follow_up.c.status == "waiting")
        return found | {"follow_up": found["follow_up"] - connection.execute(waiting).scalar_one()}

    return await home.kept.database.read(count)


async def test_each_is_kept_for_its_time_and_no_longer(home: House) -> None:
    await furnish(home)
    assert await counts(home) == dict.fromkeys(LIFETIMES, 1)
    for lifetime in sorted(set(LIFETIMES.values())):
        for moment in (NOON + lifetime - HOUR, NOON + lifetime + 2 * HOUR):
            await home.passes(moment - home.clock.now())
            kept = {name: int(home.clock.now() < NOON + LIFETIMES[name]) for name in LIFETIMES}
            assert await counts(home) == kept


async def test_a_note_leaves_the_file_within_the_hour(home: House, url: str) -> None:
    file = Path(url.removeprefix("sqlite:///"))
    await home.follow_ups.run_due()
    await furnish(home)
    assert traces(file) == ["house.db-wal"]
    await home.passes(HOUR)
    assert traces(file) == []


async def test_who_wants_to_be_forgotten_leaves_ids_only_and_no_way_to_be_reached(home: House, url: str) -> None:
    open_ = await home.kept.requests.open(Wanted(NOON, "tenant", "lee", "a:lee", "group", "change", CANARY))
    for who in ("lee", "adele"):
        home.kept.references.remember(ConversationReference("tenant", who, "https://x", f"a:{who}", f"29:{who}", None))
        await home.kept.follow_ups.add(FollowUp(who, "tell", "tenant", who, {}, NOON, NOON + DAY))
    await home.kept.forget(Person("tenant", "lee"))
    await home.kept.references.flush()
    reached = [await home.kept.references.get("tenant", who) for who in ("lee", "adele")]
    assert [where.person if where else None for where in reached] == [None, "adele"]
    assert [await home.kept.follow_ups.waiting("tenant", "lee"), await home.kept.follow_ups.get("lee")] == [(), None]
    assert await home.kept.follow_ups.get("adele")
    found = await home.kept.requests.get(open_)
    assert found is not None
    assert (found.state, found.wanted.note) == ("open", "")
    assert traces(Path(url.removeprefix("sqlite:///"))) == []


def traces(file: Path) -> list[str]:
    """The files beside it, itself included, that hold the canary."""
    return [each.name for each in sorted(file.parent.iterdir()) if CANARY.encode() in each.read_bytes()]


async def test_what_is_in_use_is_not_touched(home: House) -> None:
    open_ = await home.kept.requests.open(Wanted(NOON, "tenant", "lee", "a:lee", "group", "change", CANARY))
    waiting = FollowUp("waiting", "tell", "tenant", "lee", {}, NOON, NOON + 400 * DAY)
    await home.kept.follow_ups.add(waiting)
    await home.passes(6 * DAY)
    found = await home.kept.requests.get(open_)
    assert found is not None
    assert found.wanted.note == CANARY
    await home.passes(390 * DAY)
    assert await home.kept.follow_ups.get("waiting") == replace(waiting)
