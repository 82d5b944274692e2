"""A remedy is one file: tested, with a permission, and it says nothing of anybody to the audit."""

import pytest

from bot.remedies import catalogue
from bot.remedy import Danger, Input, Remedy
from bot.steps import ByHand
from bot.texts import Voice, say
from tests.house.source import ROOT

REMEDIES = sorted(catalogue().items())
NAME = "Ann O'Hara <ann@contoso.com>"
OF_A_PERSON = {"note"}
"""Fields with somebody's own words."""


def filled(remedy: type[Remedy]) -> Remedy:
    """One with every text filled: names with a name, ids with an id."""
    texts = {name: NAME if name.endswith("_name") or name in OF_A_PERSON else "an-id" for name in required(remedy)}
    return remedy.model_validate(texts).model_copy(update=dict.fromkeys(OF_A_PERSON & set(remedy.model_fields), NAME))


def required(remedy: type[Remedy]) -> list[str]:
    return [name for name, field in remedy.model_fields.items() if field.is_required()]


@pytest.mark.parametrize(("id", "remedy"), REMEDIES)
def test_it_has_a_test(id: str, remedy: type[Remedy]) -> None:
    written = (ROOT / "tests" / "remedies" / f"test_{id}.py").read_text()
    assert f"from bot.remedies.{id} import {remedy.__name__}" in written
    assert "audited()" in written


@pytest.mark.parametrize(("id", "remedy"), REMEDIES)
def test_its_class_is_called_what_its_file_is_called(id: str, remedy: type[Remedy]) -> None:
    assert remedy.__name__.lower() == id.replace("_", "")


@pytest.mark.parametrize(("id", "remedy"), REMEDIES)
def test_the_audit_gets_neither_names_nor_words(id: str, remedy: type[Remedy]) -> None:
    audited = filled(remedy).audited()
    assert audited
    assert NAME not in str(audited)


@pytest.mark.parametrize(("id", "remedy"), REMEDIES)
def test_it_says_who_may_and_what_will_happen(id: str, remedy: type[Remedy]) -> None:
    made = filled(remedy)
    assert all(say(text, Voice()) for text in (made.role, made.button, made.warning))
    assert len(say(made.button, Voice()).split()) <= 5
    by_hand = any(isinstance(step, ByHand) for step in made.steps())
    assert made.changes or made.form or by_hand or made.danger is Danger.REVERSIBLE
    assert all(isinstance(field, Input) for field in made.form)


@pytest.mark.parametrize(("id", "remedy"), REMEDIES)
def test_a_way_back_leads_back(id: str, remedy: type[Remedy]) -> None:
    there = filled(remedy)
    back = there.undo()
    assert back is None or (back.steps() != there.steps() and back.undo() == there)


@pytest.mark.parametrize(("id", "remedy"), REMEDIES)
def test_a_button_brings_nothing_that_was_not_declared(id: str, remedy: type[Remedy]) -> None:
    fields = {**filled(remedy).model_dump(), "url": "https://contoso.com", "scope": "Directory.ReadWrite.All"}
    with pytest.raises(ValueError, match="Extra inputs are not permitted"):
        remedy.model_validate(fields)
