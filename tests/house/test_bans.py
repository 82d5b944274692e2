"""What is not done in this house, whatever the linter lets through."""

import ast

from tests.house.source import ROOT, calls, modules, texts

GRAPH = "graph.microsoft.com"
GRAPH_BY_NAME = {
    "bot/endpoints.py",  # where Microsoft's services are
    "bot/remedies/add_owner.py",  # Graph wants references in its own spelling, whatever host it is reached through
}
SANDBOX = "bot/sandbox/"
"""It plays Microsoft, so it goes by Microsoft's names."""
MAY_KNOW_THE_SANDBOX = (SANDBOX, "bot/cli/")
CLOCKS = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today")


def called(*endings: str) -> list[str]:
    """Where something of that name is called: "file:line"."""
    return [
        f"{name}:{call.lineno}" for name, tree in modules().items() for what, call in calls(tree) if what in endings
    ]


def test_no_text_is_put_together_before_it_is_translated() -> None:
    built = [
        f"{name}:{call.lineno}"
        for name, tree in modules().items()
        for what, call in calls(tree)
        if what == "_" and not (call.args and isinstance(call.args[0], ast.Constant))
    ]
    assert built == []


def test_time_is_an_argument() -> None:
    assert called(*CLOCKS, *(f"datetime.{clock}" for clock in CLOCKS)) == []


def test_cards_are_written_by_one_function() -> None:
    """adaptive-cards-py's own `to_dict` loses refresh, Data.Query and properties it doesn't know."""
    found = [f"{name}:{call.lineno}" for name, tree in modules().items() for what, call in calls(tree) if to_dict(what)]
    assert found == []


def to_dict(what: str) -> bool:
    return what == "to_dict" or what.endswith(".to_dict")


def test_the_one_fake_is_the_sandbox() -> None:
    banned = "unittest." + "mock"  # put together so that this file doesn't find itself
    files = [file for folder in ("bot", "cards", "tests") for file in (ROOT / folder).rglob("*.py")]
    assert [str(file.relative_to(ROOT)) for file in files if banned in file.read_text()] == []


def test_graph_is_reached_where_the_settings_say() -> None:
    by_name = {name for name, tree in modules().items() if any(GRAPH in text for _, text in texts(tree))}
    assert {name for name in by_name if not name.startswith(SANDBOX)} == GRAPH_BY_NAME


def test_only_the_command_line_and_tests_know_the_sandbox() -> None:
    strangers = {name: tree for name, tree in modules().items() if not name.startswith(MAY_KNOW_THE_SANDBOX)}
    assert {name for name, tree in strangers.items() if any(map(of_the_sandbox, ast.walk(tree)))} == set()


def of_the_sandbox(node: ast.AST) -> bool:
    match node:
        case ast.ImportFrom(module=str(module)):
            return module.startswith("bot.sandbox")
        case ast.Import(names=names):
            return any(alias.name.startswith("bot.sandbox") for alias in names)
        case _:
            return False


def test_every_way_out_keeps_to_the_one_policy() -> None:
    sessions = called("ClientSession", "aiohttp.ClientSession")
    assert [where for where in sessions if not where.startswith((SANDBOX, "bot/outgoing.py"))] == []
