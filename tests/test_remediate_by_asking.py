"""A remedy that asks people instead of writing."""

from collections.abc import AsyncIterator

import pytest

from bot.remediate import Performed, remediate
from bot.remedy import Outcome
from bot.steps import Ask
from tests.graph.client.stage import Stage, contoso_graph
from tests.remedies.carrying_out import LEE, Mailbag, Notes, ask, world


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with contoso_graph() as running:
        yield running


async def test_owners_who_were_reached_have_the_request(stage: Stage) -> None:
    mailbag, notes = Mailbag(2), Notes()
    act = ask(stage, wish="change", note="Please rename it")
    done = await remediate(act, world(stage, stage.client(LEE), notes, mailbag))
    assert isinstance(done, Performed)
    assert done.outcome is Outcome.ACCEPTED
    assert mailbag.asked == [Ask(stage.group("Sales")["id"], "change", "Please rename it")]
    assert "rename" not in str(notes.begun[0].remedy.audited())


async def test_owners_nobody_reached_have_not(stage: Stage) -> None:
    notes = Notes()
    await remediate(ask(stage, wish="owner"), world(stage, stage.client(LEE), notes, Mailbag(0)))
    assert notes.settled == [(Outcome.REFUSED, 404, "NobodyReached")]


async def test_a_form_that_is_not_filled_in_is_not_recorded(stage: Stage) -> None:
    notes = Notes()
    with pytest.raises(ValueError, match="described"):
        await remediate(ask(stage, wish="change"), world(stage, stage.client(LEE), notes))
    assert notes.begun == []
