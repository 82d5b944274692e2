"""What a model is made from, as one number: a test tells by it when the committed model is out of date."""

import ast
import hashlib
from pathlib import Path

from tests.bench.understanding.sentences import FOLDER

UNDERSTAND = FOLDER.parent
WITHOUT = ("understanding.py", "cli_lines.py", "linear_model.py")
"""Files of the package that say nothing about what the models learn."""
AFTERWARDS = "asked"
"""The folder of what is made of a message once the models have spoken."""


def fingerprint() -> str:
    """The SHA-256 of the sentences, word lists and code that become features."""
    whole = hashlib.sha256()
    for path in sorted(UNDERSTAND.rglob("*"), key=lambda each: each.relative_to(UNDERSTAND).as_posix()):
        if teaches(path):
            whole.update(path.relative_to(UNDERSTAND).as_posix().encode() + b"\0")
            whole.update(told(path))
    return whole.hexdigest()


def teaches(path: Path) -> bool:
    """Whether the models would be others if this file were."""
    within = path.relative_to(UNDERSTAND).parts
    told = path.suffix in {".py", ".txt", ".jsonl"} and path.name not in WITHOUT and within[0] != AFTERWARDS
    return told and within != ("__init__.py",)


def told(path: Path) -> bytes:
    """What a file says to the models: code without its comments and docstrings, other files however they end lines."""
    if path.suffix != ".py":
        return path.read_bytes().replace(b"\r\n", b"\n")
    tree = ast.parse(path.read_bytes())
    for node in ast.walk(tree):
        body: list[ast.stmt] | None = getattr(node, "body", None)
        if isinstance(body, list):
            body[:] = [each for each in body if not is_explanation(each)]
    return ast.dump(tree).encode()


def is_explanation(statement: ast.stmt) -> bool:
    """Whether it is a string by itself, which does nothing."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
