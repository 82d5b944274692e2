"""Makes the models from the repository's own sentences: `python -m tests.bench.understanding.train`.

Needs NumPy and SciPy (development only). The same sentences and code give the same models.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console

from bot.model import Symptom
from bot.understand.cleaning import clean
from bot.understand.commands import without_greeting
from bot.understand.features import Seen, features
from bot.understand.linear_model import NOBODY
from bot.understand.linear_model import PATH as MEANING
from bot.understand.names.tagger import PATH as TAGGER
from bot.understand.seen import see
from tests.bench.understanding.calibration import Calibration, calibrate
from tests.bench.understanding.export import table_bytes
from tests.bench.understanding.fingerprint import fingerprint
from tests.bench.understanding.matrices import Vocabulary, matrix, vocabulary
from tests.bench.understanding.name_examples import example
from tests.bench.understanding.numbers import numpy
from tests.bench.understanding.perceptron import learn
from tests.bench.understanding.ridge import Fit, fit, inverted
from tests.bench.understanding.sentences import Sentence, own_sentences

GROUP_WEIGHT: Mapping[str, float] = {"words": 2.0, "pieces": 1.0, "concepts": 1.0}
SYMPTOMS = tuple(symptom.value for symptom in Symptom)
ABOUT = ("self", "other", "this", "tenant", NOBODY)


@dataclass(frozen=True, slots=True)
class Learnt:
    """One kind of label: how it was fitted, what models without the persona say, and how sure that makes them."""

    fit: Fit
    left_out: Any
    calibration: Calibration

    @property
    def bias(self) -> list[float]:
        """What each class starts from."""
        return [*(self.calibration.sharpness * self.fit.middle + self.calibration.shifts)]


@dataclass(frozen=True, slots=True)
class Trained:
    """Everything learnt from sentences, and the matrices it was learnt on."""

    vocabularies: Mapping[str, Vocabulary]
    matrices: Mapping[str, Any]
    symptoms: Learnt
    about: Learnt


def seen_by_models(text: str) -> Seen:
    """A message as the models get to see it."""
    message = clean(text)
    return see(without_greeting(message) or message, "en-US")


def train(sentences: Sequence[Sentence], seen: Sequence[Seen]) -> Trained:
    """Learns the symptoms of the sentences, and whom they are about."""
    groups = [features(each) for each in seen]
    vocabularies = {group: vocabulary(group, groups) for group in GROUP_WEIGHT}
    matrices = {group: matrix(group, vocabularies[group], groups) for group in GROUP_WEIGHT}
    likeness = sum(weight * (matrices[group] @ matrices[group].T).toarray() for group, weight in GROUP_WEIGHT.items())
    inverse, personas = inverted(likeness), [each.persona for each in sentences]
    symptoms = learnt(inverse, [each.symptom for each in sentences], SYMPTOMS, personas)
    about = learnt(inverse, [each.about or NOBODY for each in sentences], ABOUT, personas)
    return Trained(vocabularies, matrices, symptoms, about)


def learnt(inverse: Any, labels: Sequence[str], classes: Sequence[str], personas: Sequence[str]) -> Learnt:
    """Learns and calibrates one kind of label."""
    fitted = fit(inverse, labels, classes)
    left_out = fitted.left_out(personas)
    return Learnt(fitted, left_out, calibrate(left_out, labels, classes))


def meaning_bytes(trained: Trained) -> bytes:
    """The content of the file of `bot.understand.linear_model`."""
    both = (trained.symptoms, trained.about)
    dual = numpy.concatenate([each.calibration.sharpness * each.fit.dual for each in both], axis=1)
    words = trained.vocabularies
    header = {
        "fingerprint": fingerprint(),
        "symptoms": SYMPTOMS,
        "about": ABOUT,
        "bias": [round(float(value), 6) for each in both for value in each.bias],
        "group_weight": dict(GROUP_WEIGHT),
    }
    names = [f"{group} {name}" for group in words for name in words[group].columns]
    rarity = numpy.concatenate([words[group].rarity for group in words])
    return table_bytes(names, rarity, numpy.concatenate([trained.matrices[group].T @ dual for group in words]), header)


def tagger_bytes(sentences: Sequence[Sentence], seen: Sequence[Seen], left_out: Any) -> bytes:
    """The content of the file of `bot.understand.names.tagger`, learnt with the symptoms as they will be guessed."""
    best: list[int] = left_out.argmax(axis=1).tolist()
    guesses = [SYMPTOMS[index] for index in best]
    examples = [example(*each) for each in zip(sentences, seen, guesses, strict=True)]
    weights, steps = learn([each for each in examples if each])
    names = sorted(weights)
    table = numpy.array([weights[name] for name in names])
    return table_bytes(names, numpy.ones(len(names)), table, {"fingerprint": fingerprint(), "steps": steps})


def main() -> None:
    """Trains and writes the models."""
    sentences = own_sentences()
    seen = [seen_by_models(each.text) for each in sentences]
    trained = train(sentences, seen)
    MEANING.write_bytes(meaning_bytes(trained))
    TAGGER.write_bytes(tagger_bytes(sentences, seen, trained.symptoms.left_out))
    size = (MEANING.stat().st_size + TAGGER.stat().st_size) / 1e6
    Console().print(f"{MEANING.name} and {TAGGER.name}: {len(sentences)} sentences, {size:.2f} MB")


if __name__ == "__main__":
    main()
