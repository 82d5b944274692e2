"""Files and functions stay small, and their names explain them."""

import ast

from tests.house.source import functions, lines, modules

LONGEST_FILE = 250
LONGEST_FUNCTION = 25
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "base", "misc"}


def test_no_file_is_long() -> None:
    assert {name: lines(name) for name in modules() if lines(name) > LONGEST_FILE} == {}


def test_no_function_is_long() -> None:
    lengths = {f"{name}:{f.name}": length(f) for name, tree in modules().items() for f in functions(tree)}
    assert {name: count for name, count in lengths.items() if count > LONGEST_FUNCTION} == {}


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, the docstring left out: explaining is no offence."""
    first = function.body[0]
    explained = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if explained else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def test_no_name_says_nothing() -> None:
    assert [name for name in modules() if SAYS_NOTHING & set(name.removesuffix(".py").split("/"))] == []
