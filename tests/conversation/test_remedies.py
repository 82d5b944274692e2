"""Remedies from the answer to the outcome and back again, with the rights of whoever presses."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.sandbox.faults import Fault
from tests.company import Chatting, contoso, text, titles
from tests.conversation.watching import address, heading, recorded, writes

BEHAVIOR = "/onPremisesSyncBehavior"


async def test_moved_to_the_cloud_it_is_under_way_until_microsoft_has_moved_it() -> None:
    async with contoso() as running:
        group = running.group("Marketing DK")["id"]
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        await soren.say("Why can't I edit Marketing DK?")
        confirm = await soren.press("Move to the cloud…")
        assert "Active Directory" in text(confirm)
        assert writes(running) == []
        taken = await soren.press("Move to the cloud")
        assert heading(taken) == "Microsoft has accepted it, but it doesn't show yet."
        assert titles(taken) == ["Check again"]
        assert "is being moved to the cloud" in heading(await soren.press("Check again"))
        assert group in running.sandbox.world.cloud_managed
        running.sandbox.world.clock.forward(timedelta(minutes=3))
        shown = await soren.press("Check again")
        assert "Active Directory manages" not in heading(shown)
        assert running.group("Marketing DK")["onPremisesSyncEnabled"] is None
        assert writes(running) == [f"PATCH /groups/{group}{BEHAVIOR}"]


async def test_a_deleted_group_is_restored_with_one_press() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        await adele.say("Why can't I edit Kampagne 2025?")
        done = await adele.press("Restore the group")
        assert heading(done) == "It worked: I looked again, and it shows."
        assert running.group("Kampagne 2025")["deletedDateTime"] is None
        running.sandbox.world.clock.forward(
            timedelta(minutes=5)
        )  # some of Graph's answers come from an index that lags
        assert heading(await adele.press("Check again")) == "Nothing stops you from changing Kampagne 2025."


async def test_an_archived_team_is_opened_again_which_takes_teams_a_while() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        await adele.say("Why can't I edit Projekt Nord?")
        accepted = await adele.press("Open the team again")
        assert heading(accepted) == "Microsoft has accepted it, but it doesn't show yet."
        assert "Undo" not in titles(accepted)
        running.sandbox.world.clock.forward(timedelta(seconds=20))
        assert heading(await adele.press("Check again")) == "Nothing stops you from changing Projekt Nord."


async def test_an_administrator_becomes_an_owner_and_stops_being_one() -> None:
    async with contoso() as running:
        world, group = running.sandbox.world, running.group("Salg Danmark")["id"]
        gitte = Chatting(running, "gitte@contoso.com")
        await gitte.say("Why can't I edit Salg Danmark?")
        confirm = await gitte.press("Make owner…")
        assert "Gitte Friis" in text(confirm)
        assert "That includes you ✓" in text(confirm)
        done = await gitte.press("Make owner")
        assert heading(done) == "It worked: I looked again, and it shows."
        assert gitte.client.user in world.owners[group]
        assert gitte.client.user in world.members[group]
        await gitte.press("Undo")
        assert gitte.client.user not in world.owners[group]


async def test_cancel_leads_back_to_the_answer_and_writes_nothing() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "da-DK")
        answer = await soren.say("Hvorfor kan jeg ikke redigere Marketing DK?")
        await soren.press("Flyt til skyen…")
        assert heading(await soren.press("Annuller")) == heading(answer)
        assert writes(running) == []


async def test_refused_says_why_and_who_could(tmp_path: Path) -> None:
    file = tmp_path / "audit.sqlite"
    async with contoso(database=address(file)) as running:
        running.sandbox.faults.add(Fault(f"graph.microsoft.com/v1.0/groups/*{BEHAVIOR}", "PATCH", status=403))
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        await soren.say("Why can't I edit Marketing DK?")
        await soren.press("Move to the cloud…")
        refused = await soren.press("Move to the cloud")
        assert heading(refused) == "Microsoft said no: nothing was changed."
        assert "Hybrid Identity Administrator" in text(refused)
        assert "403 Authorization_RequestDenied" in text(refused)
        assert running.group("Marketing DK")["onPremisesSyncEnabled"] is True
        (row,) = await recorded(file, running)
        assert (row.outcome, row.status, row.code) == ("refused", 403, "Authorization_RequestDenied")


async def test_half_done_is_said_to_be_half_done(tmp_path: Path) -> None:
    file = tmp_path / "audit.sqlite"
    async with contoso(database=address(file)) as running:
        running.sandbox.faults.add(Fault("graph.microsoft.com/v1.0/groups/*/members/$ref", "POST", status=403))
        gitte = Chatting(running, "gitte@contoso.com")
        await gitte.say("Why can't I edit Salg Danmark?")
        await gitte.press("Make owner…")
        partly = await gitte.press("Make owner")
        assert heading(partly) == "The first step was taken, the next one refused."
        assert len(writes(running)) == 2
        (row,) = await recorded(file, running)
        assert (row.outcome, row.status) == ("partly", 403)


@pytest.mark.parametrize("lost", [Fault("", drop=True), Fault("", status=504), Fault("", status=502)])
async def test_a_lost_answer_is_looked_after_and_never_written_again(lost: Fault) -> None:
    async with contoso() as running:
        fault = Fault(f"graph.microsoft.com/v1.0/groups/*{BEHAVIOR}", "PATCH", status=lost.status, drop=lost.drop)
        running.sandbox.faults.add(fault)
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        await soren.say("Why can't I edit Marketing DK?")
        await soren.press("Move to the cloud…")
        unknown = await soren.press("Move to the cloud")
        assert heading(unknown) == "I lost Microsoft's answer, so I can't tell whether it was done."
        assert titles(unknown) == ["Check again"]
        assert len(writes(running)) == 1
        assert "managed in Active Directory" in heading(await soren.press("Check again"))


async def test_a_lost_answer_to_a_change_that_was_made_is_found_by_looking() -> None:
    async with contoso() as running:
        running.sandbox.faults.add(Fault(f"graph.microsoft.com/v1.0/groups/*{BEHAVIOR}", "PATCH", after=True))
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        await soren.say("Why can't I edit Marketing DK?")
        await soren.press("Move to the cloud…")
        assert heading(await soren.press("Move to the cloud")).startswith("I lost Microsoft's answer")
        running.sandbox.world.clock.forward(timedelta(minutes=3))
        assert "managed in Active Directory" not in heading(await soren.press("Check again"))
        assert len(writes(running)) == 1


async def test_a_throttled_write_is_tried_again_because_nothing_was_done() -> None:
    async with contoso() as running:
        path = "graph.microsoft.com/v1.0/directory/deletedItems/*/restore"
        running.sandbox.faults.add(Fault(path, "POST", status=429, headers={"Retry-After": "0"}))
        adele = Chatting(running, "adele@contoso.com")
        await adele.say("Why can't I edit Kampagne 2025?")
        assert heading(await adele.press("Restore the group")) == "It worked: I looked again, and it shows."
