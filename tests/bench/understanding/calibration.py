"""From scores to probabilities that mean what they say: a sharpness and a shift per class, fitted on left-out folds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.model import Symptom
from tests.bench.understanding.numbers import numpy, optimize

SHIFT_PENALTY = 0.002
PRUDENCE = 0.3
"""Added to out of scope: an answer to what isn't ours is a greater nuisance than "not mine" to what is."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """probability ∝ exp(sharpness · score + shift of the class)."""

    sharpness: float
    shifts: Any

    def probabilities(self, scores: Any) -> Any:
        """A row per sentence, adding up to 1."""
        return softmax(self.sharpness * scores + self.shifts)


def calibrate(scores: Any, labels: Sequence[str], classes: Sequence[str]) -> Calibration:
    """The likeliest sharpness and shifts, given scores of models that have not seen the sentence."""
    right = numpy.array([classes.index(label) for label in labels])
    rows = numpy.arange(len(right))

    def loss(unknown: Any) -> float:
        chances = softmax(unknown[0] * scores + unknown[1:])
        return float(-numpy.log(chances[rows, right] + 1e-12).mean() + SHIFT_PENALTY * (unknown[1:] ** 2).sum())

    lean = numpy.array([PRUDENCE * (each == Symptom.OUT_OF_SCOPE) for each in classes])
    start = numpy.concatenate([[4.0], numpy.zeros(len(classes))])
    found = optimize.minimize(loss, start, method="L-BFGS-B").x
    return Calibration(float(found[0]), found[1:] + lean)


def softmax(scores: Any) -> Any:
    """Row by row."""
    raised = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)
