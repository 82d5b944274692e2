"""A docstring is a whole thought: it needs no neighbour to be understood."""

import re

from tests.house.source import docstrings, modules

LEANING = re.compile(r"\s*The same\b")
UPRIGHT = ("bot/", "cards/")


def test_none_leans_on_its_neighbour() -> None:
    leaning = [
        f"{name}:{line}"
        for name, tree in modules().items()
        for line, text in docstrings(tree)
        if name.startswith(UPRIGHT) and LEANING.match(text)
    ]
    assert leaning == []


def test_one_that_leans_is_found() -> None:
    assert LEANING.match("The same of another group.")
    assert not LEANING.match("The sameness of both.")
