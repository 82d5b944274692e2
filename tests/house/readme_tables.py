"""The README's tables, made from the code: what can be diagnosed, what can be put right, which permissions it takes."""

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from bot.diagnoses import catalogue as diagnoses
from bot.permissions import Permission, permissions
from bot.remedies import catalogue as remedies
from bot.texts import Voice, say

README = Path(__file__).parents[2] / "README.md"


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


def used_by(permission: Permission) -> str:
    """The readings and remedies that can't do without it."""
    return ", ".join([*permission.readings, *(f"`{remedy}`" for remedy in permission.remedies)])


def first_sentence(doc: str | None) -> str:
    """The first paragraph of a docstring on one line, without its link."""
    paragraph = (doc or "").partition("\n\n")[0]
    return re.sub(r"\s*https://\S+", "", " ".join(paragraph.split()))


TABLES: Mapping[str, Callable[[], str]] = {
    "diagnoses": diagnosis_table,
    "remedies": remedy_table,
    "permissions": permission_table,
}


def with_tables(readme: str) -> str:
    """The README with every table as the code has it now."""
    for name, table in TABLES.items():
        marked = re.compile(rf"(<!-- {name}: made from the code -->\n).*?(<!-- /{name} -->)", re.S)
        readme = marked.sub(lambda found, table=table: f"{found[1]}{table()}\n{found[2]}", readme)
    return readme


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
