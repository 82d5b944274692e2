"""What models say that were trained without the persona who speaks."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.understand.features import Seen, features
from tests.bench.understanding.machines import left_out
from tests.bench.understanding.matrices import matrix
from tests.bench.understanding.sentences import Sentence
from tests.bench.understanding.train import GROUP_WEIGHT, SYMPTOMS, Trained, beside, flat

Chances = Mapping[str, float]
"""Symptom → probability."""


def own_chances(trained: Trained) -> list[Chances]:
    """For each sentence the model was trained on: what it says with that sentence's persona left out."""
    return by_symptom(trained, trained.symptoms.left_out)


def sample_chances(trained: Trained, sample: Sequence[Sentence], seen: Sequence[Seen]) -> list[Chances]:
    """For each line of the sample: what a model says without our sentences of the same persona."""
    groups = [flat(features(each)) for each in seen]
    whole = beside({group: matrix(group, trained.vocabularies[group], groups) for group in GROUP_WEIGHT})
    scores = left_out(trained.symptoms.without, whole, [line.persona for line in sample])
    return by_symptom(trained, scores)


def by_symptom(trained: Trained, scores: Any) -> list[Chances]:
    """Calibrated scores by name."""
    chances = trained.symptoms.calibration.probabilities(scores)
    return [dict(zip(SYMPTOMS, map(float, row), strict=True)) for row in chances]
