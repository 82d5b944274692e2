"""The tables of the README and of the guide for running the bot, made from the code."""

import ast
import re
from collections.abc import Callable, Mapping
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import TypeGuard, cast

from pydantic import SecretStr

from bot.diagnoses import catalogue as diagnoses
from bot.permissions import Permission, permissions
from bot.remedies import catalogue as remedies
from bot.settings import PREFIX, Settings
from bot.texts import Voice, say

README = Path(__file__).parents[2] / "README.md"
GUIDE = README.parent / "deploy" / "README.md"
SETTINGS = README.parent / "bot" / "settings.py"


def diagnosis_table() -> str:
    """Each diagnosis with the first sentence of its docstring and the questions it answers."""
    rows = [
        f"| `{id}` | {first_sentence(import_module(d.rule.__module__).__doc__)} | {', '.join(sorted(d.symptoms))} |"
        for id, d in sorted(diagnoses().items())
    ]
    return "\n".join(["| diagnosis | what it says | answers |", "|---|---|---|", *rows])


def remedy_table() -> str:
    """Each remedy with what it takes."""
    rows = [
        f"| `{id}` | {first_sentence(import_module(r.__module__).__doc__)} | `{r.scope}` | {say(r.role, Voice())} "
        f"| {r.danger} |"
        for id, r in sorted(remedies().items())
    ]
    return "\n".join(["| remedy | what it does | permission | who may | danger |", "|---|---|---|---|---|", *rows])


def permission_table() -> str:
    """Each delegated permission, what it is for, and whether an administrator has to consent."""
    rows = [
        f"| `{scope}` | {p.access} | {'yes' if p.admin_consent else 'no'} | {used_by(p)} |"
        for scope, p in permissions().items()
    ]
    return "\n".join(["| delegated permission | access | admin consent | for |", "|---|---|---|---|", *rows])


def setting_table() -> str:
    """Each variable, what it is when nobody sets it, and what the code says of it."""
    (fields,) = (node.body for node in ast.parse(SETTINGS.read_text("utf-8")).body if is_settings(node))
    said = {
        field.target.id: ast.literal_eval(after.value)
        for field, after in pairwise(fields)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(after, ast.Expr)
    }
    rows = [f"| `{PREFIX}{name.upper()}` | {default_of(name)} | {first_sentence(said[name])} |" for name in said]
    assert said.keys() == Settings.model_fields.keys(), "each setting says what it is for"
    return "\n".join(["| variable | without it | what it is |", "|---|---|---|", *rows])


def is_settings(node: ast.stmt) -> TypeGuard[ast.ClassDef]:
    """The class of all settings."""
    return isinstance(node, ast.ClassDef) and node.name == Settings.__name__


def default_of(name: str) -> str:
    """What a setting is when nobody sets it."""
    field = Settings.model_fields[name]
    if field.is_required():
        return "**needed**"
    value: object = field.default.get_secret_value() if isinstance(field.default, SecretStr) else field.default
    shown = ",".join(cast("tuple[str, ...]", value)) if isinstance(value, tuple) else value
    return f"`{shown}`" if shown not in {None, ""} else "none"


def used_by(permission: Permission) -> str:
    """The readings and remedies that can't do without it."""
    return ", ".join([*permission.readings, *(f"`{remedy}`" for remedy in permission.remedies)])


def first_sentence(doc: str | None) -> str:
    """The first paragraph of a docstring on one line, without its link."""
    paragraph = (doc or "").partition("\n\n")[0]
    return re.sub(r"\s*https://\S+", "", " ".join(paragraph.split()))


TABLES: Mapping[Path, Mapping[str, Callable[[], str]]] = {
    README: {"diagnoses": diagnosis_table, "remedies": remedy_table},
    GUIDE: {"settings": setting_table, "permissions": permission_table},
}


def with_tables(page: Path) -> str:
    """The page with every table as the code has it now."""
    text = page.read_text(encoding="utf-8")
    for name, table in TABLES[page].items():
        marked = re.compile(rf"(<!-- {name}: made from the code -->\n).*?(<!-- /{name} -->)", re.S)
        text = marked.sub(lambda found, table=table: f"{found[1]}{table()}\n{found[2]}", text)
    return text


if __name__ == "__main__":
    for page in TABLES:
        page.write_text(with_tables(page), encoding="utf-8")
