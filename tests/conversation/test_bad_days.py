"""Microsoft's bad days: what the person is told, what the log says, and that nothing is written."""

import logging
import re
from pathlib import Path

import pytest

from bot.sandbox.faults import Fault
from tests.company import Chatting, contoso, text
from tests.conversation.watching import act, address, card_in, data_of, heading, recorded, writes

BATCH = "graph.microsoft.com/v1.0/$batch"
TOKEN = "login.microsoftonline.com/*/oauth2/v2.0/token"
SEND = "smba.trafficmanager.net/emea/v3/conversations/*/activities"
DOWN = {
    "dropped": Fault(BATCH, times=None, drop=True),
    "busy": Fault(BATCH, times=None, status=503),
    "broken": Fault(BATCH, times=None, status=500),
    "throttled": Fault(BATCH, times=None, status=429, headers={"Retry-After": "600"}),
    "cut short": Fault(BATCH, times=None, malformed=True),
    "lost": Fault(BATCH, times=None, after=True),
}
EVERY_PART = Fault("graph.microsoft.com/v1.0/**", "GET", times=None, status=429, headers={"Retry-After": "60"})
"""Throttled for longer than a person waits."""


def reference(said: str) -> str:
    """What the person may quote."""
    found = re.search(r"Reference: ([0-9A-F]{8})", said)
    assert found, said
    return found[1]


@pytest.mark.parametrize("kind", DOWN)
async def test_graph_is_down_for_a_question(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com", "en-US")
        await adele.say("Why can't I edit Sales?")
        running.sandbox.faults.add(DOWN[kind])
        with caplog.at_level(logging.DEBUG, "bot"):
            said = await adele.say("Hvorfor kan jeg ikke redigere Marketing DK?")
        assert heading(said) == "Microsoft svarede ikke."
        assert f"reference={reference(text(said))}" in caplog.text
        assert not any(word in caplog.text for word in ("Marketing", "Adele", "adele", "Hvorfor", "eyJ"))


@pytest.mark.parametrize("kind", ["dropped", "cut short"])
async def test_graph_is_down_for_a_press(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com", "da-DK")
        data = data_of(await adele.say("Why can't I edit Kampagne 2025?"), "Restore the group")
        running.sandbox.faults.add(DOWN[kind])
        with caplog.at_level(logging.DEBUG, "bot"):
            said = str(card_in(await act(adele, "offer", data)))
        assert "Microsoft didn't answer." in said
        assert f"reference={reference(said)}" in caplog.text
        assert "Kampagne" not in caplog.text
        running.sandbox.faults.clear()
        assert writes(running) == []
        assert "It worked" in str(card_in(await act(adele, "offer", data)))


async def test_throttled_parts_are_asked_again() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        await adele.say("hello")
        path = "graph.microsoft.com/v1.0/groups/*"
        running.sandbox.faults.add(Fault(path, "GET", times=2, status=429, headers={"Retry-After": "0.01"}))
        assert "managed in Active Directory" in heading(await adele.say("Why can't I edit Marketing DK?"))


async def test_what_stays_throttled_is_a_gap_and_not_health() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        first = data_of(await adele.say("Why can't I edit Salg Danmark?"), "Check again")
        running.sandbox.faults.add(EVERY_PART)
        said = str(card_in(await act(adele, "again", first)))
        assert "Nothing stops you" not in said
        assert "couldn't check everything" in said


async def test_what_stays_throttled_is_not_missing() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        await adele.say("Why can't I edit Sales?")
        running.sandbox.faults.add(EVERY_PART)
        assert heading(await adele.say("Why can't I edit Marketing DK?")) == "Microsoft didn't answer."


@pytest.mark.parametrize("fault", [Fault(TOKEN, times=None, status=503), Fault(TOKEN, times=None, drop=True)])
async def test_entra_is_down(fault: Fault, caplog: pytest.LogCaptureFixture) -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        await adele.say("hello")
        running.sandbox.faults.add(fault)
        with caplog.at_level(logging.DEBUG, "bot"):
            said = await adele.say("Why can't I edit Marketing DK?")
        assert heading(said) == "Microsoft didn't answer."
        assert f"reference={reference(text(said))}" in caplog.text
        running.sandbox.faults.clear()
        assert "managed in Active Directory" in heading(await adele.say("Why can't I edit Marketing DK?"))


@pytest.mark.parametrize(
    "fault",
    [
        Fault(SEND, "POST", times=None, status=503, headers={"Retry-After": "0"}),
        Fault(SEND, "POST", times=None, status=403, code="BotNotInConversationRoster"),
        Fault(SEND, "POST", times=None, drop=True),
    ],
)
async def test_the_connector_is_down(fault: Fault, caplog: pytest.LogCaptureFixture) -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        data = data_of(await adele.say("Why can't I edit Marketing DK?"), "Check again")
        running.sandbox.faults.add(fault)
        before = len(adele.cards())
        with caplog.at_level(logging.DEBUG, "bot"):
            sent = await adele.client.send("Why can't I edit Sales?")
            assert sent
            assert sent.status == 202
            assert "managed in Active Directory" in str(card_in(await act(adele, "again", data)))
            await running.settled(adele.client)
        assert len(adele.cards()) == before
        assert "Sales" not in caplog.text
        running.sandbox.faults.clear()
        assert heading(await adele.say("Why can't I edit Sales?")) == "Nothing stops you from changing Sales."


async def test_an_answer_that_can_not_be_posted_once_is_posted_the_next_time() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        await adele.say("Why can't I edit Sales?")
        running.sandbox.faults.add(Fault(SEND, "POST", times=2, status=429, headers={"Retry-After": "0"}))
        assert "managed in Active Directory" in heading(await adele.say("Why can't I edit Marketing DK?"))


async def test_this_group_without_teams_telling_which() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        place = next(place for place in adele.client.places() if place.kind == "channel")
        running.sandbox.faults.add(Fault("smba.trafficmanager.net/emea/v3/teams/*", times=None, status=404))
        shown = await adele.say("Why can't I edit this group?", place.id, mention=True)
        assert heading(shown) == "Which group is it about?"


RESTORE = "graph.microsoft.com/v1.0/directory/deletedItems/*/restore"
ANYTHING_SENT = "smba.trafficmanager.net/emea/v3/conversations/**"


@pytest.mark.parametrize("retry_after", [{"Retry-After": "0"}, {"Retry-After": "60"}, {}])
@pytest.mark.parametrize("times", [1, None])
async def test_a_503_after_the_change_was_made_is_not_nothing_was_changed(
    tmp_path: Path, retry_after: dict[str, str], times: int | None
) -> None:
    file = tmp_path / "audit.sqlite"
    async with contoso(database=address(file)) as running:
        adele = Chatting(running, "adele@contoso.com")
        await adele.say("Why can't I edit Kampagne 2025?")
        fault = Fault(RESTORE, "POST", times=times, status=503, headers=retry_after, after=True)
        running.sandbox.faults.add(fault)
        done = await adele.press("Restore the group")
        assert heading(done) == "It worked: I looked again, and it shows."
        (row,) = await recorded(file, running)
        assert (row.outcome, row.status) == ("done", None)


async def test_a_503_before_the_change_was_made_is_not_certain_either(tmp_path: Path) -> None:
    file = tmp_path / "audit.sqlite"
    async with contoso(database=address(file)) as running:
        adele = Chatting(running, "adele@contoso.com")
        await adele.say("Why can't I edit Kampagne 2025?")
        running.sandbox.faults.add(Fault(RESTORE, "POST", times=None, status=503, headers={"Retry-After": "60"}))
        shown = await adele.press("Restore the group")
        assert heading(shown) == "I lost Microsoft's answer, so I can't tell whether it was done."
        (row,) = await recorded(file, running)
        assert (row.outcome, row.status) == ("unknown", None)


@pytest.mark.parametrize("status", [400, 403, 500])
async def test_an_answer_refused_after_a_change_is_not_nothing_was_changed(
    status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.teams.messages.TYPING_AFTER", 10.0)
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        await adele.say("restore Kampagne 2025")
        running.sandbox.faults.add(Fault(ANYTHING_SENT, "POST", status=status))
        said = text(await adele.say("yes do it"))
        assert len(writes(running)) == 1
        assert "A change had been sent to Microsoft before that, and may have been made." in said
        assert "Nothing was changed" not in said


async def test_an_answer_refused_without_a_change_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.teams.messages.TYPING_AFTER", 10.0)
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        await adele.say("restore Kampagne 2025")
        running.sandbox.faults.add(Fault(RESTORE, "POST", status=403))
        running.sandbox.faults.add(Fault(ANYTHING_SENT, "POST", status=400))
        assert "Nothing was changed." in text(await adele.say("yes do it"))
