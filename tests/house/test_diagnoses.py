"""A diagnosis is one file: explained, tested, linked, and it only reads."""

import re
from importlib import import_module
from inspect import getdoc
from types import ModuleType

import pytest

from bot.diagnoses import catalogue, explaining
from bot.model import Symptom
from bot.permissions import known_readings
from bot.reading import Ids, Reading
from bot.readings.group import SyncBehavior
from tests.house.source import ROOT

IDS = sorted(catalogue())
HEADINGS = ("Seen as   ", "Why       ", "Put right ")
LEARN = re.compile(r"https://learn\.microsoft\.com/(?!\w\w-\w\w/)[\w/.?=&#-]+")
NO_READ_ONLY_PERMISSION = {SyncBehavior}
"""Microsoft has none: https://learn.microsoft.com/graph/api/onpremisessyncbehavior-get"""


OPENINGS = ("whether ", "what ", "when ")
"""How what is checked begins, to follow "I looked"."""


def module(id: str) -> ModuleType:
    """The file a diagnosis stands in."""
    return import_module(catalogue()[id].rule.__module__)


def page(id: str) -> str:
    """The diagnosis' public page: its module's docstring."""
    return getdoc(module(id)) or ""


@pytest.mark.parametrize("id", IDS)
def test_its_page_has_a_sentence_and_three_headings(id: str) -> None:
    first, blank, *rest = page(id).splitlines()
    assert first.endswith(".")
    assert blank == ""
    heads = [line for line in rest if not line.startswith("          ")]
    assert [heading for heading, line in zip(HEADINGS, heads, strict=True) if line.startswith(heading)] == [*HEADINGS]
    assert all(len(line) > len("Seen as   ") for line in heads)


@pytest.mark.parametrize("id", IDS)
def test_it_has_a_test(id: str) -> None:
    _bot, *rooms, name = module(id).__name__.split(".")
    written = ROOT.joinpath("tests", *rooms, f"test_{name}.py").read_text()
    room = ".".join(("bot", *rooms))
    assert f"from {room}.{name} import" in written or f"from {room} import {name}" in written
    assert written.count("def test_") >= 3  # it speaks, it is silent, the edge


@pytest.mark.parametrize("id", IDS)
def test_it_links_to_microsoft_learn_in_the_readers_own_language(id: str) -> None:
    assert LEARN.fullmatch(module(id).LEARN)


@pytest.mark.parametrize("id", IDS)
def test_it_outranks_only_diagnoses_there_are(id: str) -> None:
    assert catalogue()[id].before | catalogue()[id].unless <= set(IDS) - {id}


@pytest.mark.parametrize("symptom", Symptom)
def test_nobody_outranks_themselves_through_others(symptom: Symptom) -> None:
    explaining(symptom)  # a circle has no first one


@pytest.mark.parametrize("id", IDS)
def test_it_says_what_it_checks_and_for_which_symptom(id: str) -> None:
    assert catalogue()[id].symptoms
    assert catalogue()[id].causes <= catalogue()[id].symptoms
    assert catalogue()[id].checks.template.startswith(OPENINGS)


@pytest.mark.parametrize("reading", known_readings())
def test_a_reading_only_needs_a_permission_to_read(reading: type[Reading]) -> None:
    writes = "Write" in reading.scope
    assert writes is (reading in NO_READ_ONLY_PERMISSION)


@pytest.mark.parametrize("person", ["asker", "somebody"])
@pytest.mark.parametrize("reading", known_readings())
def test_a_reading_asks_for_what_it_takes_and_for_nothing_else(reading: type[Reading], person: str) -> None:
    url = reading.url(Ids("subject", "asker", person))
    assert url.startswith("/")
    assert "{" not in url
    assert " " not in url
    assert ("$select=" in url) is bool(reading.selected())
    assert reading.eventual == ("$count=true" in url or "$search=" in url)
