"""Files and functions stay small, and their names explain them."""

import ast

import pytest

from tests.house.source import functions, lines, modules

LONGEST_FILE = 250
LONGEST_FUNCTION = 25
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "base", "misc", "shared_utils", "tools_common"}


@pytest.mark.parametrize("name", modules())
def test_no_file_is_long(name: str) -> None:
    assert lines(name) <= LONGEST_FILE


@pytest.mark.parametrize("name", modules())
def test_no_function_is_long(name: str) -> None:
    long = {function.name: length(function) for function in functions(modules()[name])}
    assert {name: count for name, count in long.items() if count > LONGEST_FUNCTION} == {}


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, the docstring left out: explaining is no offence."""
    first = function.body[0]
    explained = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if explained else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


@pytest.mark.parametrize("name", modules())
def test_no_name_says_nothing(name: str) -> None:
    folders = name.removesuffix(".py").split("/")
    assert SAYS_NOTHING.isdisjoint(folders)
