"""How well messages are understood, measured on the labelled sample beside the repository, with every failing sentence.

`python tests/bench/understand_report.py [--all]`; runs only where ../shared/questions exists.
"""

import json
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bot.model import Symptom
from bot.understand import Understanding, understand, warm_up
from bot.understand.cleaning import clean
from bot.understand.concepts_seen import concepts_seen
from bot.understand.error_messages import error_concepts
from bot.understand.name_marks import marks, masked
from bot.understand.names import find_names
from bot.understand.scoring import scores

UNSEEN = Path(__file__).parent / "understand_unseen.tsv"
SAMPLE = Path(__file__).parents[3] / "shared" / "questions" / "dev.jsonl"


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled message and what was understood."""

    label: dict[str, Any]
    heard: Understanding

    @property
    def right(self) -> bool:
        """The symptom is right first time."""
        return self.heard.symptom == self.label["intent"]

    @property
    def offered(self) -> bool:
        """The symptom is among the first three."""
        return self.label["intent"] in (self.heard.symptom, *self.heard.alternatives[:2])

    @property
    def named(self) -> bool:
        """The name is marked exactly, or rightly not."""
        return self.heard.entity == self.label["entity"]


def main() -> None:
    """Measures and prints."""
    console = Console(width=200)
    if not SAMPLE.exists():
        console.print(f"{SAMPLE} is not here: nothing to measure.")
        return
    warm_up()
    labels = [json.loads(line) for line in SAMPLE.read_text("utf-8").splitlines()]
    begun = time.perf_counter()
    lines = [Line(label, understand(label["text"])) for label in labels]
    spent = (time.perf_counter() - begun) / len(lines)
    for line in lines:
        if not line.right or not line.named or "--all" in sys.argv:
            explain(console, line)
    console.print(by_symptom(lines))
    console.print(figures(lines, spent))
    console.print("The concepts were written with the sample in view, so its figures flatter. Held-out sentences:")
    console.print(held_out())


def explain(console: Console, line: Line) -> None:
    """One sentence with what was expected, heard, and the concepts seen."""
    label, heard = line.label, line.heard
    console.print(f"\n[{label['lang']}] {label['text']}", markup=False)
    if not line.right:
        text = clean(label["text"])
        names = find_names(text)
        concepts = concepts_seen(masked(text, names), heard.language, marks(names) | error_concepts(text))
        points = sorted(scores(concepts).items(), key=lambda each: -each[1])[:4]
        told = ", ".join(f"{symptom.value} {value:.1f}" for symptom, value in points)
        console.print(f"   WANT {label['intent']}  GOT {told}\n   {' '.join(sorted(concepts))}", markup=False)
    if not line.named:
        console.print(f"   NAME want {label['entity']!r} got {heard.entity!r}", markup=False)


def by_symptom(lines: list[Line]) -> Table:
    """Right answers and what the wrong ones were taken for, per symptom."""
    table = Table("symptom", "lines", "right", "taken for")
    for symptom in Symptom:
        own = [line for line in lines if line.label["intent"] == symptom]
        wrong = Counter(line.heard.symptom.value for line in own if not line.right)
        table.add_row(symptom, str(len(own)), str(sum(line.right for line in own)), str(dict(wrong) or ""))
    return table


def figures(lines: list[Line], spent: float) -> Table:
    """The targets of the issue and what was reached."""
    outside = [line for line in lines if line.label["intent"] == Symptom.OUT_OF_SCOPE]
    inside = [line for line in lines if line not in outside]
    with_name = [line for line in lines if line.label["entity"]]
    table = Table("measure", "value", "of")
    table.add_row("symptom right", *share([line.right for line in lines]))
    table.add_row("among three", *share([line.offered for line in lines]))
    table.add_row("out of scope answered", *share([not line.right for line in outside]))
    table.add_row("in scope turned away", *share([line.heard.symptom == Symptom.OUT_OF_SCOPE for line in inside]))
    table.add_row("name exact (all lines)", *share([line.named for line in lines]))
    table.add_row("name exact (lines with one)", *share([line.named for line in with_name]))
    table.add_row("kind right (names found)", *share([kind_right(line) for line in with_name if line.named]))
    table.add_row("about right", *share([line.heard.about == line.label["about"] for line in lines]))
    table.add_row("language right", *share([line.heard.language == line.label["lang"] for line in lines]))
    table.add_row("milliseconds a line", f"{spent * 1000:.2f}", "")
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 1.01)):
        sure = [line.right for line in lines if low <= line.heard.confidence < high]
        table.add_row(f"right when sure {low} to {min(high, 1)}", *share(sure))
    return table


def held_out() -> Table:
    """The same three measures on sentences that were never used to improve anything."""
    rows = [line.split("\t") for line in UNSEEN.read_text("utf-8").splitlines() if not line.startswith("#")]
    lines = [Line({"intent": symptom, "entity": name or None}, understand(text)) for symptom, name, text in rows]
    table = Table("held out", "value", "of")
    table.add_row("symptom right", *share([line.right for line in lines]))
    table.add_row("among three", *share([line.offered for line in lines]))
    table.add_row("name exact (all lines)", *share([line.named for line in lines]))
    return table


def kind_right(line: Line) -> bool:
    """Whether group or person was told right."""
    return line.heard.entity_kind == line.label["entity_kind"]


def share(each: list[bool]) -> tuple[str, str]:
    """Per cent, and of how many."""
    return f"{100 * sum(each) / max(len(each), 1):.1f} %", str(len(each))


if __name__ == "__main__":
    main()
