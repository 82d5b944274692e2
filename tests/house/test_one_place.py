"""What belongs to a noun stands at the noun: a new diagnosis, reading or remedy is a file, its Danish and its test."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any

import pytest

from bot.diagnoses import catalogue as diagnoses
from bot.model import SubjectKind, Symptom
from bot.operations import OPERATIONS
from bot.permissions import known_readings
from bot.reading import Reading
from bot.remedies import catalogue as remedies
from bot.remedy import Remedy
from bot.symptoms import SYMPTOMS
from bot.texts import Text
from tests.house import newcomers
from tests.house.source import ROOT, modules, texts

READINGS = {reading.__name__ for reading in known_readings()}
REMEDIES = {remedy.__name__ for remedy in remedies().values()}
MAY_NAME_REMEDIES = (
    "bot/conversation/meaning/deeds.py",  # how people ask for some of them in so many words
    "bot/model.py",  # an operation that is called as a remedy is
)
ROOMS_OF_THE_RIM = ("sandbox", "understand", "conversation", "teams", "cli", "store", "preflight", "__pycache__")
"""What a newcomer's copy of the house can do without."""


def keys(name: str) -> Iterator[tuple[int, ast.expr]]:
    """Every key of every table in a file, with its line."""
    for node in ast.walk(modules()[name]):
        if isinstance(node, ast.Dict):
            yield from ((key.lineno, key) for key in node.keys if key)


def outside(*rooms: str) -> list[str]:
    return [name for name in modules() if not name.startswith(rooms)]


def test_no_file_but_a_diagnosis_names_a_diagnosis() -> None:
    named = [
        f"{name}:{line} {text}"
        for name in outside("bot/diagnoses/")
        for line, text in texts(modules()[name])
        if text in diagnoses()
    ]
    assert named == []


def test_a_diagnosis_names_others_only_to_say_who_comes_first() -> None:
    for name in (name for name in modules() if name.startswith("bot/diagnoses/")):
        ranked = {id(each) for each in ranks(modules()[name])}
        strays = [n for n in ast.walk(modules()[name]) if isinstance(n, ast.Constant) and n.value in diagnoses()]
        assert [stray.value for stray in strays if id(stray) not in ranked] == [], name


def ranks(tree: ast.Module) -> Iterator[ast.AST]:
    """What stands in `before=` and `unless=`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in {"before", "unless"}:
            yield from ast.walk(node.value)


@pytest.mark.parametrize(("classes", "room"), [(READINGS, "bot/readings/"), (REMEDIES, "bot/remedies/")])
def test_no_table_is_keyed_by_readings_or_remedies(classes: set[str], room: str) -> None:
    keyed = [
        f"{name}:{line}"
        for name in outside(room)
        for line, key in keys(name)
        if isinstance(key, ast.Name) and key.id in classes
    ]
    assert keyed == []


def test_no_file_names_a_remedy_by_its_id() -> None:
    named = [
        f"{name}:{line} {text}"
        for name in outside("bot/remedies/", *MAY_NAME_REMEDIES)
        for line, text in texts(modules()[name])
        if text in remedies()
    ]
    assert named == []


@pytest.mark.parametrize("reading", known_readings(), ids=lambda reading: reading.__name__)
def test_a_reading_says_what_it_is(reading: type[Reading]) -> None:
    assert isinstance(reading.words, Text)


@pytest.mark.parametrize("remedy", remedies().values(), ids=lambda remedy: remedy.__name__)
def test_a_remedy_says_when_it_shows(remedy: type[Remedy]) -> None:
    assert "shows_after" in vars(remedy)


def test_a_symptom_has_one_row() -> None:
    assert SYMPTOMS.keys() == set(Symptom)
    keyed = [
        f"{name}:{line}"
        for name in outside("bot/symptoms.py", "bot/understand/", "bot/sandbox/")
        for line, key in keys(name)
        if isinstance(key, ast.Attribute) and isinstance(key.value, ast.Name) and key.value.id == "Symptom"
    ]
    assert keyed == []


def test_what_an_all_clear_says_of_somebody_else_is_there_where_rights_are_asked_about() -> None:
    rights = [SYMPTOMS[each] for each in (Symptom.GROUP_EDIT, Symptom.GROUP_MEMBERS, Symptom.GROUP_DELETE)]
    assert all(
        row.clear and row.clear_for
        for row in (*rights, *(o for o in OPERATIONS.values() if o.kind is SubjectKind.GROUP))
    )


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a copy of the house says of a diagnosis, a reading and a remedy that nobody has told it about."""
    house: Path = tmp_path_factory.mktemp("house")
    for package in ("bot", "cards"):
        copytree(ROOT / package, house / package, ignore=ignore_patterns(*ROOMS_OF_THE_RIM))
    (house / "bot/readings/door_sign.py").write_text(newcomers.READING)
    (house / "bot/remedies/turn_sign.py").write_text(newcomers.REMEDY)
    (house / "bot/diagnoses/group/the_door_is_closed.py").write_text(newcomers.DIAGNOSIS)
    asking = [sys.executable, "-c", newcomers.ASKING]
    return json.loads(subprocess.run(asking, cwd=house, check=True, capture_output=True, text=True).stdout)  # noqa: S603


def test_a_new_diagnosis_is_one_file(newcomer: dict[str, Any]) -> None:
    assert newcomer["found"]
    assert newcomer["before"]
    assert "Sales is closed." in newcomer["card"]


def test_a_new_reading_is_one_file(newcomer: dict[str, Any]) -> None:
    assert newcomer["planned"]
    assert "DoorSign" in newcomer["readings"]
    assert "I may not see the sign on the door. It takes the permission Group.Read.All" in newcomer["gap"]


def test_a_new_remedy_is_one_file(newcomer: dict[str, Any]) -> None:
    assert newcomer["revived"] == "turn_sign"
    assert "turn_sign" in newcomer["remedies"]
    assert "Turn the sign" in newcomer["card"]
