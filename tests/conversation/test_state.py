"""What is being put right just now says so, instead of the old cause with its button; what owners say is not "done"."""

import asyncio
from datetime import timedelta

from bot.cli.company import Running
from bot.model import Subject, SubjectKind
from bot.sandbox.faults import Fault
from tests.company import Chatting, contoso, text, titles
from tests.conversation.watching import act, card_in, data_of, heading, writes

PATCH = "graph.microsoft.com/v1.0/groups/*/onPremisesSyncBehavior"


async def test_check_again_while_it_is_under_way() -> None:
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        shown = await soren.say("Why can't I edit Marketing DK?")
        again = data_of(shown, "Check again")
        confirm = data_of(await soren.press("Move to the cloud…"), "Move to the cloud")
        running.sandbox.faults.add(Fault(PATCH, "PATCH", latency_seconds=3.0))
        pressing = asyncio.create_task(act(soren, "confirm", confirm))
        await begun(running)
        other = {**confirm, "nonce": "another_nonce_22_chars"}
        checked, pressed = await asyncio.gather(act(soren, "again", again), act(soren, "confirm", other))
        for said in (str(card_in(checked)), str(card_in(pressed))):
            assert "Under way since 10:42: Move to the cloud." in said
            assert "Move to the cloud…" not in said
        await pressing
        assert len(writes(running)) == 1


async def begun(running: Running) -> None:
    """Wait until the action stands in the ledger."""
    subject = Subject(SubjectKind.GROUP, running.group("Marketing DK")["id"], "")
    for _ in range(300):
        if await running.bot.tools.ledger.latest(running.sandbox.world.tenant, subject):
            return
        await asyncio.sleep(0.01)
    raise AssertionError("nothing was begun")


async def test_accepted_and_not_shown_yet_is_under_way() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com", "en-GB")
        await adele.say("Why can't I edit Projekt Nord?")
        assert (
            heading(await adele.press("Open the team again")) == "Microsoft has accepted it, but it doesn't show yet."
        )
        shown = await adele.press("Check again")
        assert heading(shown) == "Under way since 10:42: Open the team again."
        assert titles(shown) == ["Check again"]
        assert heading(await adele.say("why can't I edit Projekt Nord?")) == heading(shown)
        running.sandbox.world.clock.forward(timedelta(seconds=20))
        assert heading(await adele.press("Check again")) == "Nothing stops you from changing Projekt Nord."


async def test_in_danish() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com", "da-DK")
        await adele.say("Hvorfor kan jeg ikke redigere Projekt Nord?")
        await adele.press(titles(adele.last())[0])
        assert "10.42" in heading(await adele.press("Tjek igen"))


async def test_a_yes_to_what_is_under_way_does_nothing() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com", "en-GB")
        await adele.say("Why can't I edit Projekt Nord?")
        await adele.press("Open the team again")
        await adele.press("Check again")
        assert "offers nothing to agree to" in text(await adele.say("yes do it"))
        assert len(writes(running)) == 1
