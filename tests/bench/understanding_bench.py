"""How well messages of people the model has never heard are understood: `python -m tests.bench.understanding_bench`.

Needs scikit-learn. Prints the labelled sample beside the repository if it is there, and always our own sentences,
each judged by a model trained without the sentences of the same persona; `--failing` prints our own failing ones too.
"""

import sys
from collections.abc import Sequence
from importlib.util import find_spec

from rich.console import Console
from rich.table import Table

from tests.bench.table import show
from tests.bench.understanding.cost import cost
from tests.bench.understanding.hostile import hostile
from tests.bench.understanding.judged import Judged, figures
from tests.bench.understanding.sentences import SAMPLE_CALLS_IT, as_sample_labels, own_sentences, sample

COLUMNS = ("", "lines", "right", "among three", "out of scope answered", "in scope turned away", "names exact")
BASELINES = (
    ("target", "", "≥ 92 %", "≥ 98 %", "≤ 4 %", "≤ 3 %", "≥ 90 %"),
    ("nearest sentence (issue's figure, on its unseen set)", "", "28 %", "", "", "", ""),
    ("character n-grams (issue's figure, on its unseen set)", "", "41 %", "", "", "", ""),
)


def judged() -> tuple[list[Judged], list[Judged]]:
    """The sample and our own sentences, each with what a model says that was trained without its persona."""
    # Imported here because only training needs scikit-learn: without it the bench says so instead of failing.
    from tests.bench.understanding.left_out import own_chances, sample_chances  # noqa: PLC0415
    from tests.bench.understanding.names_left_out import names_found  # noqa: PLC0415
    from tests.bench.understanding.train import guessed, seen_by_models, train  # noqa: PLC0415

    own, beside = own_sentences(), sample()
    seen, seen_beside = ([seen_by_models(each.text) for each in some] for some in (own, beside))
    trained = train(own, seen)
    chances = sample_chances(trained, beside, seen_beside) if beside else []
    likeliest = [max(each, key=lambda symptom: each[symptom]) for each in chances]
    guesses = guessed(trained.symptoms.left_out)
    names = names_found((own, seen, guesses), (beside, seen_beside, likeliest)) if beside else []
    labelled = map(as_sample_labels, chances)
    sampled = [Judged(*each) for each in zip(beside, seen_beside, labelled, names, strict=True)]
    return sampled, [Judged(*each) for each in zip(own, seen, own_chances(trained), strict=True)]


def table(title: str, lines: Sequence[Judged], *, names: bool) -> Table:
    """The figures of all lines, of every persona, and the baselines."""
    shown = Table(*COLUMNS, title=title)
    for persona in sorted({line.sentence.persona for line in lines}):
        shown.add_row(persona, *figures([line for line in lines if line.sentence.persona == persona], names=names))
    shown.add_section()
    shown.add_row("all", *figures(lines, names=names), style="bold")
    for baseline in BASELINES:
        shown.add_row(*baseline)
    return shown


def explain(console: Console, line: Judged) -> None:
    """A failing sentence: what it means, what it was taken for, and the concepts seen."""
    told = ", ".join(f"{symptom} {line.chances[symptom]:.2f}" for symptom in line.likeliest)
    concepts = " ".join(sorted(line.seen.concepts))
    console.print(f"\n{line.sentence.text}", markup=False)
    console.print(f"   means {line.sentence.symptom}, taken for {told}\n   {concepts}", markup=False, style="dim")


def explain_name(console: Console, line: Judged) -> None:
    """A name that was missed, made up, or cut wrongly."""
    console.print(f"\n{line.sentence.text}", markup=False)
    console.print(f"   names {line.sentence.entity}, taken for {line.name}", markup=False, style="dim")


def main() -> None:
    """Measures and prints."""
    console = Console(width=160)
    if find_spec("sklearn") is None:
        console.print("scikit-learn is not installed: the understanding can't be measured here.")
        return
    sampled, own = judged()
    for line in (*sampled, *(own if "--failing" in sys.argv else ())):
        if not line.right:
            explain(console, line)
    for line in sampled:
        if not line.named:
            explain_name(console, line)
    if sampled:
        console.print(table("The labelled sample, by persona left out", sampled, names=True))
        counted = ", ".join(f"{symptom} as {label}" for symptom, label in SAMPLE_CALLS_IT.items())
        console.print(f"The sample is older than some symptoms; counted here: {counted}.")
    console.print(table("Our own sentences, by persona left out", own, names=False))
    show([*cost([line.sentence.text for line in sampled or own]), hostile()])


if __name__ == "__main__":
    main()
