"""What is not done in this house, whatever the linter lets through."""

import ast

import pytest

from tests.house.source import ROOT, calls, modules, texts

NAMES = sorted(modules())
GRAPH_BY_NAME = {
    "bot/endpoints.py",  # where Microsoft's services are
    "bot/graph/scope_names.py",  # a permission's full name starts with it
    "bot/teams/sign_in_prompts.py",  # the same, in the address of the admin consent page
    "bot/remedies/add_owner.py",  # Graph wants references in its own spelling, whatever host it is reached through
}
OURSELVES = "bot/sandbox/"
"""The sandbox plays Microsoft, so it speaks Microsoft's names, and its clock is a real one underneath."""


@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_put_together_before_it_is_translated(name: str) -> None:
    built = [
        call.lineno
        for called, call in calls(modules()[name])
        if called == "_" and not (call.args and isinstance(call.args[0], ast.Constant))
    ]
    assert built == []


@pytest.mark.parametrize("name", NAMES)
def test_time_is_an_argument(name: str) -> None:
    asked = {called for called, _ in calls(modules()[name])}
    banned = ("datetime.now", "datetime.utcnow", "date.today", "datetime.today")
    assert {called for called in asked if called.endswith(banned)} == set()


@pytest.mark.parametrize("name", NAMES)
def test_cards_are_written_by_one_function(name: str) -> None:
    """adaptive-cards-py's own `to_dict` loses refresh, Data.Query and unknown properties."""
    assert [called for called, _ in calls(modules()[name]) if called.endswith(".to_dict")] == []


def test_the_one_fake_is_the_sandbox() -> None:
    name = "unittest." + "mock"  # written so that this file doesn't find itself
    files = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "cards").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    assert [str(file) for file in files if name in file.read_text()] == []


@pytest.mark.parametrize("name", NAMES)
def test_graph_is_reached_where_the_settings_say(name: str) -> None:
    if name.startswith(OURSELVES):
        pytest.skip("the sandbox is graph.microsoft.com")
    named = any("graph.microsoft.com" in text for _, text in texts(modules()[name]))
    assert not named or name in GRAPH_BY_NAME


def test_the_exceptions_are_still_needed() -> None:
    assert {
        name for name in GRAPH_BY_NAME if any("graph.microsoft.com" in text for _, text in texts(modules()[name]))
    } | {"bot/graph/scope_names.py"} == GRAPH_BY_NAME


@pytest.mark.parametrize("name", NAMES)
def test_only_the_command_line_and_tests_know_the_sandbox(name: str) -> None:
    if name.startswith((OURSELVES, "bot/cli/")):
        pytest.skip("may know it")
    imported = [node.module or "" for node in ast.walk(modules()[name]) if isinstance(node, ast.ImportFrom)]
    assert [module for module in imported if module.startswith("bot.sandbox")] == []
