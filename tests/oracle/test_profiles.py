"""Whoever is told that a detail can be changed can change it in Contoso, and nobody else can; and when it shows."""

from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import product

import pytest

from bot.diagnose import diagnose
from bot.model import Link, Question, Report, Subject, SubjectKind, Symptom
from bot.person_details import Detail, Property
from bot.steps import Accepted, Write
from tests.graph.client.stage import Stage, contoso_graph
from tests.scopes import graph_permissions

NEW: dict[Property, object] = {
    Property.TITLE: "Something else",
    Property.PHONE: ["+45 1111 2222"],
    Property.MOBILE: "+45 3333 4444",
}
ASKERS = ("ursula@contoso.com", "megan@contoso.com", "nikolaj@contoso.com")
WRITES = (*graph_permissions(), "User.ReadWrite.All")
ARRIVES_WITHIN = timedelta(hours=24)
"""What the bot says of SharePoint."""


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with contoso_graph() as running:
        yield running


async def asked(stage: Stage, asker: str, person: str, symptom: Symptom, property: Property) -> Report:
    subject = Subject(SubjectKind.USER, person, "")
    now = stage.sandbox.world.clock.now()
    question = Question(symptom, subject, stage.person(asker), now, detail=Detail(property=property))
    return await diagnose(question, stage.client(asker))


def promised(report: Report) -> bool:
    """Whether the asker is sent to a page where they change it."""
    pages = [way.url for found in report.findings.values() for way in found.by_hand if isinstance(way, Link)]
    return any("entra.microsoft.com" in page or "myaccount" in page for page in pages)


async def change(stage: Stage, asker: str, person: str, property: Property) -> bool:
    """Whether Contoso lets them."""
    write = Write("PATCH", f"/users/{person}", {property.value: NEW[property]})
    return isinstance(await stage.client(asker, scopes=WRITES).write(write), Accepted)


def only_probable(report: Report) -> bool:
    """Whether nothing was promised: Active Directory's mobile number can be changed in the cloud, and comes loose."""
    return any(found.probable for found in report.findings.values())


async def test_what_is_promised_is_what_contoso_does(stage: Stage) -> None:
    disagreeing: list[tuple[str, str, str]] = []
    people = [person for person in stage.sandbox.world.users if person]
    for asker, person, property in product(ASKERS, people, NEW):
        report = await asked(stage, asker, person, Symptom.PROFILE_EDIT, property)
        assert report.findings or report.gaps
        if promised(report) != await change(stage, asker, person, property) and not only_probable(report):
            disagreeing.append((asker, person, property))
    assert disagreeing == []


async def test_a_change_is_under_way_for_as_long_as_it_was_said_to_be(stage: Stage) -> None:
    clock, person = stage.sandbox.world.clock, stage.person("agnieszka@contoso.com")
    assert await change(stage, "megan@contoso.com", person, Property.TITLE)
    waiting = await asked(stage, "agnieszka@contoso.com", person, Symptom.PROFILE_STALE, Property.TITLE)
    assert next(iter(waiting.findings)) == "profile_change_under_way"
    clock.forward(ARRIVES_WITHIN)
    arrived = await asked(stage, "agnieszka@contoso.com", person, Symptom.PROFILE_STALE, Property.TITLE)
    assert "profile_change_under_way" in arrived.clear


async def test_what_was_only_emptied_stays_until_something_else_changes(stage: Stage) -> None:
    clock, person = stage.sandbox.world.clock, stage.person("agnieszka@contoso.com")
    clock.forward(timedelta(days=30))
    stale = await asked(stage, "agnieszka@contoso.com", person, Symptom.PROFILE_STALE, Property.PHONE)
    assert "cleared_value_not_synced" in stale.findings
    assert await change(stage, "megan@contoso.com", person, Property.TITLE)
    clock.forward(ARRIVES_WITHIN)
    arrived = await asked(stage, "agnieszka@contoso.com", person, Symptom.PROFILE_STALE, Property.PHONE)
    assert "cleared_value_not_synced" in arrived.clear
