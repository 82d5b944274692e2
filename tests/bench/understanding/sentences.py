"""The labelled sentences of the repository, and the sample that lies beside it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "bot" / "understand" / "sentences"
SAMPLE = ROOT.parent / "shared" / "questions" / "dev.jsonl"

SAMPLE_CALLS_IT = {"group.owners": "group.members", "about": "account"}
"""Symptoms that are younger than the sample → the label its lines of that kind have."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message with its labels, as described in the sentences' README; `persona` is who would type it."""

    text: str
    symptom: str
    entity: str | None
    entity_kind: str | None
    about: str | None
    persona: str


def own_sentences() -> list[Sentence]:
    """Every sentence of the repository in a fixed order."""
    return [each for path in sorted(FOLDER.glob("*.jsonl")) for each in read(path, path.stem.split("_", 1)[1])]


def sample() -> list[Sentence]:
    """The sample beside the repository; empty where it is not. Nothing is ever trained on it for good."""
    return list(read(SAMPLE, "")) if SAMPLE.exists() else []


def as_sample_labels(chances: Mapping[str, float]) -> dict[str, float]:
    """The chances of a line of the sample by its own labels: a younger symptom stands for the label it came from."""
    found: dict[str, float] = {}
    for symptom, chance in chances.items():
        label = SAMPLE_CALLS_IT.get(symptom, symptom)
        found[label] = max(chance, found.get(label, 0.0))
    return found


def read(path: Path, persona: str) -> Iterator[Sentence]:
    """The sentences of one file; the sample says itself who is speaking, and calls the symptom an intent."""
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            label: dict[str, Any] = json.loads(line)
            symptom: str = label.get("symptom") or label["intent"]
            speaker: str = label.get("persona", persona)
            yield Sentence(label["text"], symptom, label["entity"], label["entity_kind"], label["about"], speaker)
