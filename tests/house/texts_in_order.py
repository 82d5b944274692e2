"""`python -m tests.house.texts_in_order`: da.po with the sentences of the code, in order; says what is missing.

New Danish may be written anywhere in the file; this puts it where it belongs, and drops what nobody says any more.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
DANISH = ROOT / "bot" / "texts" / "da.po"


def places() -> Mapping[str, set[str]]:
    """Sentence → the files it stands in."""
    found: dict[str, set[str]] = {}
    for package in ("bot", "cards"):
        method = [("**.py", "python")]
        for file, _line, said, _comments, _context in extract_from_dir(
            str(ROOT / package), method, keywords={"_": None}
        ):
            found.setdefault(str(said), set()).add(f"{package}/{file}")
    return found


def in_order(path: Path) -> list[str]:
    """Writes the file anew; the sentences that have no translation."""
    with path.open("rb") as file:
        said = {str(message.id): str(message.string) for message in read_po(file, locale="da") if message.id}
    found = places()
    before = {text: place for place, text in enumerate(dict.fromkeys((*said, *found)))}
    ordered = sorted(found, key=lambda text: (min(found[text]), before[text]))
    head = path.read_text("utf-8").split("\n\n", 1)[0]
    told = [text for text in ordered if said.get(text)]
    blocks = [f"#: {' '.join(sorted(found[t]))}\nmsgid {quoted(t)}\nmsgstr {quoted(said[t])}" for t in told]
    path.write_text("\n\n".join([head, *blocks]) + "\n", "utf-8")
    return [text for text in ordered if not said.get(text)]


def quoted(text: str) -> str:
    """A text as gettext writes it, on one line."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    for text in in_order(DANISH):
        sys.stdout.write(f"no Danish: {text}\n")
