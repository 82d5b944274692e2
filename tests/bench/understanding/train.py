"""Makes `bot/understand/model.bin` from the repository's own sentences: `python -m tests.bench.understanding.train`.

Needs NumPy and SciPy (development only). The same sentences and code give the same model.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console

from bot.model import Symptom
from bot.understand.cleaning import clean
from bot.understand.commands import without_greeting
from bot.understand.features import features
from bot.understand.linear_model import PATH
from bot.understand.seen import see
from tests.bench.understanding.calibration import Calibration, calibrate
from tests.bench.understanding.export import content
from tests.bench.understanding.fingerprint import fingerprint
from tests.bench.understanding.matrices import Groups, Vocabulary, matrix, vocabulary
from tests.bench.understanding.ridge import Fit, fit
from tests.bench.understanding.sentences import Sentence, own_sentences

GROUP_WEIGHT: Mapping[str, float] = {"words": 2.0, "pieces": 1.0, "concepts": 1.2}
CLASSES = tuple(symptom.value for symptom in Symptom)


@dataclass(frozen=True, slots=True)
class Trained:
    """A fitted model with all it was fitted on."""

    vocabularies: Mapping[str, Vocabulary]
    matrices: Mapping[str, Any]
    fit: Fit
    left_out: Any
    """Scores from models without the persona of the sentence."""
    calibration: Calibration

    def weights(self, group: str) -> Any:
        """A row per feature, a column per class."""
        return self.matrices[group].T @ self.fit.dual


def groups_of(text: str) -> Groups:
    """The features of a message as typed."""
    message = clean(text)
    return features(see(without_greeting(message) or message, "en-US"))


def train(sentences: Sequence[Sentence], seen: Sequence[Groups]) -> Trained:
    """Learns the symptoms of the sentences."""
    vocabularies = {group: vocabulary(group, seen) for group in GROUP_WEIGHT}
    matrices = {group: matrix(group, vocabularies[group], seen) for group in GROUP_WEIGHT}
    likeness = sum(weight * (matrices[group] @ matrices[group].T).toarray() for group, weight in GROUP_WEIGHT.items())
    labels = [each.symptom for each in sentences]
    fitted = fit(likeness, labels, CLASSES)
    left_out = fitted.left_out([each.persona for each in sentences])
    return Trained(vocabularies, matrices, fitted, left_out, calibrate(left_out, labels, CLASSES))


def exported(trained: Trained) -> bytes:
    """The content of the model file."""
    sharpness = trained.calibration.sharpness
    return content(
        fingerprint(),
        CLASSES,
        sharpness * trained.fit.middle + trained.calibration.shifts,
        GROUP_WEIGHT,
        trained.vocabularies,
        {group: sharpness * trained.weights(group) for group in GROUP_WEIGHT},
    )


def main() -> None:
    """Trains and writes the model."""
    sentences = own_sentences()
    trained = train(sentences, [groups_of(each.text) for each in sentences])
    written = exported(trained)
    PATH.write_bytes(written)
    Console().print(f"{PATH.name}: {len(sentences)} sentences, {len(written) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
