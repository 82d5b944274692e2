"""Names nobody would give a group, and somebody will."""

import random
from collections.abc import Iterator

SIGNS = ("'", "''", '"', "\\", "&", "#", "+", "%", "%27", "/", "?", "=", ";", ":", "(", ")", ",", "$", "@", "-", " ")
LETTERS = ("æ", "ø", "å", "É", "ß", "a", "B", "7", "漢", "🍻", "\t", "\u200b", "e\u0301")
WORDS = ("group", "teamet", "OR", "eq", "null", "x@y.z", "CN=")
PIECES = (*SIGNS, *LETTERS, *WORDS)


def nasty_names(count: int) -> Iterator[str]:
    """The same `count` names each time, so that a test that fails can be run again."""
    rng = random.Random(20261120)  # noqa: S311
    for _ in range(count):
        yield "x".join(rng.choice(PIECES) for _ in range(rng.randint(1, 12))).strip() or "'"
        yield "".join(rng.choice(PIECES) for _ in range(rng.randint(1, 12))).strip() or "'"
