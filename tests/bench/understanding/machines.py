"""Linear support vector machines, one per class against the rest: scikit-learn's, by liblinear.

Of what was tried (ridge, logistic regression, these) they do best on sentences of writers they have not read.
https://scikit-learn.org/stable/modules/generated/sklearn.svm.LinearSVC.html
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.bench.understanding.numbers import machine, numpy

SOFTNESS = 0.3
"""How much a sentence on the wrong side counts against large weights (C)."""


@dataclass(frozen=True, slots=True)
class Fit:
    """`weights` has a row per feature and a column per class; `middle` is what each class starts from."""

    weights: Any
    middle: Any

    def scores(self, matrix: Any) -> Any:
        """A row per sentence, a column per class."""
        return matrix @ self.weights + self.middle


def fit(matrix: Any, labels: Sequence[str], classes: Sequence[str]) -> Fit:
    """Learns one kind of label."""
    learnt = machine.LinearSVC(C=SOFTNESS, random_state=0).fit(matrix, labels)
    order = [list(learnt.classes_).index(each) for each in classes]
    return Fit(learnt.coef_[order].T, learnt.intercept_[order])


def without_each(
    matrix: Any, labels: Sequence[str], classes: Sequence[str], personas: Sequence[str]
) -> Mapping[str, Fit]:
    """Persona → what is learnt from everybody else's sentences."""
    found: dict[str, Fit] = {}
    for persona in sorted(set(personas)):
        others = [row for row, each in enumerate(personas) if each != persona]
        found[persona] = fit(matrix[others], [labels[row] for row in others], classes)
    return found


def left_out(fits: Mapping[str, Fit], matrix: Any, personas: Sequence[str]) -> Any:
    """The scores each sentence gets from those who have read no sentence of its persona."""
    scores = numpy.zeros((matrix.shape[0], len(next(iter(fits.values())).middle)))
    for persona, fitted in fits.items():
        rows = [row for row, each in enumerate(personas) if each == persona]
        scores[rows] = fitted.scores(matrix[rows])
    return scores
