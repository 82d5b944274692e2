"""What the README says of the code is what the code says, and its example works."""

import re
import sys
from importlib import import_module, invalidate_caches
from inspect import getdoc
from pathlib import Path
from types import ModuleType

import pytest

from bot.model import Finding, Severity, Symptom
from bot.reading import Reading, Unreadable
from bot.readings.group import Group
from bot.rule import NOT_APPLICABLE, Diagnosis
from bot.texts import Voice, say
from tests.house.readme_tables import README, TABLES, with_tables
from tests.house.test_diagnoses import HEADINGS, LEARN
from tests.readings import gap, group, microsoft_365, question

EXAMPLE = "group_hides_its_members"


@pytest.mark.parametrize("page", TABLES, ids=lambda page: page.parent.name)
def test_the_tables_are_the_codes(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert all(f"<!-- {name}: made from the code -->" in text for name in TABLES[page])
    assert with_tables(page) == text, "run: uv run python -m tests.house.readme_tables"


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The README's example, as a module in a folder of diagnoses."""
    (block,) = re.findall(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), re.M | re.S)
    folder = tmp_path / "readme_diagnoses"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / f"{EXAMPLE}.py").write_text(block, encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    invalidate_caches()
    for name in (folder.name, f"{folder.name}.{EXAMPLE}"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return import_module(f"{folder.name}.{EXAMPLE}")


def test_the_example_is_a_diagnosis_like_any_other(example: ModuleType) -> None:
    assert isinstance(example.diagnose, Diagnosis)
    assert example.diagnose.id == EXAMPLE
    assert [heading for heading in HEADINGS if f"\n{heading}" in (getdoc(example) or "")] == [*HEADINGS]
    assert LEARN.fullmatch(example.LEARN)
    assert example.diagnose.checks.template.startswith("whether ")


def test_the_example_speaks_is_silent_and_says_what_it_lacks(example: ModuleType) -> None:
    def verdict(got: Reading | Unreadable) -> object:
        return example.diagnose.judge(question(Symptom.GROUP_MEMBERS), {Group: got})

    found = verdict(microsoft_365(visibility="HiddenMembership"))
    assert isinstance(found, Finding)
    assert (found.severity, say(found.title, Voice())) == (Severity.NOTE, "Sales hides its members.")
    assert verdict(microsoft_365(visibility="Public")) is None
    assert verdict(group()) is NOT_APPLICABLE
    assert verdict(gap(Group)) == (gap(Group),)
