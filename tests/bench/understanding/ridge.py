"""Ridge regression on one-against-all targets, in its dual form: every left-out fold follows from one inverse."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.bench.understanding.numbers import numpy

PENALTY = 0.7


@dataclass(frozen=True, slots=True)
class Fit:
    """`dual` has a row per sentence and a column per class; `middle` is the mean of the targets."""

    inverse: Any
    dual: Any
    middle: Any
    targets: Any

    def left_out(self, folds: Sequence[str]) -> Any:
        """The scores each sentence gets from a model that has seen no sentence of its fold."""
        scores = numpy.zeros_like(self.targets)
        for fold in sorted(set(folds)):
            own = [row for row, each in enumerate(folds) if each == fold]
            inner = self.inverse[numpy.ix_(own, own)]
            scores[own] = self.targets[own] - numpy.linalg.solve(inner, self.dual[own])
        return scores


def fit(inverse: Any, labels: Sequence[str], classes: Sequence[str]) -> Fit:
    """Learns one kind of label; `inverse` is that of the sentences' likeness to each other."""
    targets = numpy.array([[1.0 if label == each else -1.0 for each in classes] for label in labels])
    middle = targets.mean(axis=0)
    return Fit(inverse, inverse @ (targets - middle), middle, targets)


def inverted(likeness: Any) -> Any:
    """The inverse all labels share."""
    return numpy.linalg.inv(likeness + PENALTY * numpy.eye(len(likeness)))
