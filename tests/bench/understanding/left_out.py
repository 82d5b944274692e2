"""What models say that were trained without the persona who speaks."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.understand.features import Seen, features
from tests.bench.understanding.matrices import matrix
from tests.bench.understanding.numbers import numpy
from tests.bench.understanding.ridge import Fit
from tests.bench.understanding.sentences import Sentence
from tests.bench.understanding.train import GROUP_WEIGHT, SYMPTOMS, Trained

Chances = Mapping[str, float]
"""Symptom → probability."""


def own_chances(trained: Trained) -> list[Chances]:
    """For each sentence the model was trained on: what it says with that sentence's persona left out."""
    return by_symptom(trained, trained.symptoms.left_out)


def sample_chances(
    trained: Trained, sentences: Sequence[Sentence], sample: Sequence[Sentence], seen: Sequence[Seen]
) -> list[Chances]:
    """For each line of the sample: what a model says without our sentences of the same persona."""
    groups = [features(each) for each in seen]
    likeness: Any = sum(
        weight * (matrix(group, trained.vocabularies[group], groups) @ trained.matrices[group].T).toarray()
        for group, weight in GROUP_WEIGHT.items()
    )
    fitted = trained.symptoms.fit
    scores = numpy.zeros((len(sample), len(SYMPTOMS)))
    for persona in sorted({line.persona for line in sample}):
        rows = [row for row, line in enumerate(sample) if line.persona == persona]
        own = [row for row, each in enumerate(sentences) if each.persona == persona]
        scores[rows] = likeness[rows] @ dual_without(fitted, own) + fitted.middle
    return by_symptom(trained, scores)


def dual_without(fitted: Fit, own: Sequence[int]) -> Any:
    """The solution for all sentences but these, from the solution for all."""
    if not own:
        return fitted.dual
    inner = fitted.inverse[numpy.ix_(own, own)]
    return fitted.dual - fitted.inverse[:, own] @ numpy.linalg.solve(inner, fitted.dual[own])


def by_symptom(trained: Trained, scores: Any) -> list[Chances]:
    """Calibrated scores by name."""
    chances = trained.symptoms.calibration.probabilities(scores)
    return [dict(zip(SYMPTOMS, map(float, row), strict=True)) for row in chances]
