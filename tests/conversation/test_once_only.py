"""One press, one change: whoever presses, however often, and whatever crashed in between."""

import asyncio
from datetime import timedelta
from pathlib import Path

from bot.cli.company import Running
from bot.conversation.answers.acting import DIFFERENT, STALE
from bot.model import Subject, SubjectKind
from bot.ports import Intent, Person, Recorded
from bot.remedies.move_group_to_cloud import MoveGroupToCloud
from bot.sandbox.faults import Fault
from bot.texts import Voice, say
from tests.company import Chatting, contoso, text
from tests.conversation.watching import act, address, audit, card_in, data_of, heading, recorded, writes

ENGLISH = Voice("en", "en_GB")
PATCH = "graph.microsoft.com/v1.0/groups/*/onPremisesSyncBehavior"


async def confirming(chat: Chatting) -> dict[str, object]:
    """What the last button before moving Marketing DK to the cloud carries."""
    await chat.say("Why can't I edit Marketing DK?")
    return data_of(await chat.press("Move to the cloud…"), "Move to the cloud")


async def first_recorded(file: Path, running: Running) -> Recorded:
    """The first row of the audit, as soon as it is there."""
    for _ in range(500):
        if rows := await recorded(file, running):
            return rows[0]
        await asyncio.sleep(0.01)
    raise AssertionError("nothing was recorded")


async def test_a_stale_button_changes_nothing_and_says_so() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        data = await confirming(soren)
        running.group("Marketing DK")["onPremisesSyncEnabled"] = None
        running.sandbox.world.cloud_managed.add(running.group("Marketing DK")["id"])
        assert say(STALE, ENGLISH) in str(card_in(await act(soren, "confirm", data)))
        assert writes(running) == []


async def test_what_could_not_be_seen_again_is_not_called_put_right() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        data = data_of(await adele.say("Why can't I edit Projekt Nord?"), "Open the team again")
        running.sandbox.faults.add(Fault("graph.microsoft.com/v1.0/teams/*", "GET", status=403))
        said = str(card_in(await act(adele, "offer", data)))
        assert say(DIFFERENT, ENGLISH) in said
        assert say(STALE, ENGLISH) not in said
        assert writes(running) == []


async def test_pressed_twice_in_a_row_writes_once() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        data = await confirming(soren)
        await act(soren, "confirm", data)
        running.sandbox.world.clock.forward(timedelta(minutes=3))
        running.group("Marketing DK")["onPremisesSyncEnabled"] = True  # as if somebody had moved it back
        running.sandbox.world.cloud_managed.clear()
        said = str(card_in(await act(soren, "confirm", data)))
        assert "This button has been used already." in said
        assert "Microsoft accepted it" in said
        assert len(writes(running)) == 1


async def test_pressed_twice_at_once_writes_once() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        data = await confirming(soren)
        answers = await asyncio.gather(*(act(soren, "confirm", data) for _ in range(4)))
        assert all(card_in(answer) for answer in answers)
        assert len(writes(running)) == 1


async def test_two_people_pressing_at_once_write_once() -> None:
    async with contoso() as running:
        soren, megan = Chatting(running, "soren@contoso.com", "en-GB"), Chatting(running, "megan@contoso.com")
        await megan.say("Why can't I edit Marketing DK?")
        data = await confirming(soren)
        await asyncio.gather(act(soren, "confirm", data), act(megan, "confirm", data))
        assert len(writes(running)) == 1


async def test_what_is_recorded_before_and_after(tmp_path: Path) -> None:
    file = tmp_path / "audit.sqlite"
    async with contoso(database=address(file)) as running:
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        data = await confirming(soren)
        running.sandbox.faults.add(Fault(PATCH, "PATCH", latency_seconds=0.4))
        pressing = asyncio.create_task(act(soren, "confirm", data))
        row = await first_recorded(file, running)
        group = running.group("Marketing DK")["id"]
        assert (row.outcome, row.actor, row.subject.id) == (None, soren.client.user, group)
        assert writes(running) == []
        await pressing
        (row,) = await recorded(file, running)
        assert (row.outcome, row.remedy, row.diagnosis) == (
            "accepted",
            "move_group_to_cloud",
            "group_managed_on_premises",
        )
        assert row.arguments == {"group_id": group, "cloud": True, "in_exchange": False}


async def test_graph_going_away_after_the_write_is_no_success(tmp_path: Path) -> None:
    file = tmp_path / "audit.sqlite"
    async with contoso(database=address(file)) as running:
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        data = await confirming(soren)
        running.sandbox.faults.add(Fault(PATCH, "PATCH", latency_seconds=0.4))
        pressing = asyncio.create_task(act(soren, "confirm", data))
        await first_recorded(file, running)
        running.sandbox.faults.add(Fault("graph.microsoft.com/v1.0/$batch", times=None, drop=True))
        assert "Microsoft has accepted it, but it doesn't show yet." in str(card_in(await pressing))
        assert [row.outcome for row in await recorded(file, running)] == ["accepted"]


async def test_graph_away_before_the_write_uses_nothing_up() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        data = await confirming(soren)
        running.sandbox.faults.add(Fault("graph.microsoft.com/v1.0/$batch", status=503))
        said = str(card_in(await act(soren, "confirm", data)))
        assert "Nothing was changed." in said
        assert writes(running) == []
        assert "Microsoft has accepted it" in str(card_in(await act(soren, "confirm", data)))


async def test_a_button_stays_used_when_the_bot_is_started_again(tmp_path: Path) -> None:
    file = tmp_path / "audit.sqlite"
    async with contoso(database=address(file)) as running:
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        data = await confirming(soren)
        await act(soren, "confirm", data)
        assert len(writes(running)) == 1
    async with contoso(database=address(file)) as running:
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        await soren.say("Why can't I edit Marketing DK?")
        assert "This button has been used already." in str(card_in(await act(soren, "confirm", data)))
        assert writes(running) == []


async def test_the_way_back_is_open_after_the_bot_is_started_again(tmp_path: Path) -> None:
    file = tmp_path / "audit.sqlite"
    async with contoso(database=address(file)) as running:
        gitte = Chatting(running, "gitte@contoso.com")
        await gitte.say("Why can't I edit Salg Danmark?")
        await gitte.press("Make owner…")
        undo = data_of(await gitte.press("Make owner"), "Undo")
    async with contoso(database=address(file)) as running:
        owners, group = running.sandbox.world.owners, running.group("Salg Danmark")["id"]
        gitte = Chatting(running, "gitte@contoso.com")
        owners[group].append(gitte.client.user)
        await gitte.say("Why can't I edit Salg Danmark?")
        assert "It worked" in str(card_in(await act(gitte, "undo", undo)))
        assert gitte.client.user not in owners[group]
        await act(gitte, "undo", undo)
        assert len(writes(running)) == 1


async def test_what_a_crash_cut_off_is_settled_when_its_lease_has_run_out(tmp_path: Path) -> None:
    file, nonce = tmp_path / "audit.sqlite", "cut_off_by_a_crash_xyz"
    async with contoso(database=address(file)) as running:
        group, world = running.group("Marketing DK")["id"], running.sandbox.world
        intent = Intent(
            at=world.clock.now() - timedelta(hours=1),
            person=Person(world.tenant, running.sandbox.client("soren@contoso.com").user),
            conversation="a:1",
            diagnosis="group_managed_on_premises",
            remedy=MoveGroupToCloud(group_id=group, group_name=""),
            subject=Subject(SubjectKind.GROUP, group, ""),
            nonce=nonce,
        )
        async with audit(file) as trail:
            await trail.begin(intent)
    async with contoso(database=address(file)) as running:
        running.sandbox.world.clock.forward(timedelta(minutes=2))
        await running.bot.follow_ups.run_due()
        assert [row.outcome for row in await recorded(file, running)] == ["unknown"]
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        data = {**await confirming(soren), "nonce": nonce}
        assert "answer was lost then" in str(card_in(await act(soren, "confirm", data)))
        assert writes(running) == []


async def test_the_card_of_a_used_button_leads_on() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        shown = await adele.say("Why can't I edit Kampagne 2025?")
        data = data_of(shown, "Restore the group")
        await act(adele, "offer", data, on=shown)
        world = running.sandbox.world
        group = running.group("Kampagne 2025")
        world.deleted_groups[group["id"]] = {**world.groups.pop(group["id"]), "deletedDateTime": "2026-11-20T09:00:00Z"}
        await act(adele, "offer", data, on=shown)
        assert heading(adele.last()) == "This button has been used already."
        assert "has been deleted" in text(await adele.press("Check again"))
