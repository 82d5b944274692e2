"""Makes the models from the repository's own sentences: `python -m tests.bench.understanding.train`.

Needs NumPy, SciPy and scikit-learn (development only). The same sentences and code give the same models.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console

from bot.model import Symptom
from bot.understand.cleaning import clean
from bot.understand.commands import without_greeting
from bot.understand.features import Seen, features, parts
from bot.understand.linear_model import NOBODY
from bot.understand.linear_model import PATH as MEANING
from bot.understand.names.tagger import PATH as TAGGER
from bot.understand.seen import see
from tests.bench.understanding.calibration import Calibration, calibrate
from tests.bench.understanding.export import table_bytes
from tests.bench.understanding.fingerprint import fingerprint
from tests.bench.understanding.machines import Fit, fit, left_out, without_each
from tests.bench.understanding.matrices import Vocabulary, matrix, vocabulary
from tests.bench.understanding.name_examples import example
from tests.bench.understanding.numbers import numpy, sparse
from tests.bench.understanding.perceptron import learn
from tests.bench.understanding.sentences import Sentence, own_sentences

GROUP_WEIGHT: Mapping[str, float] = {"words": 3.0, "pieces": 2.0, "concepts": 0.5}
SYMPTOMS = tuple(symptom.value for symptom in Symptom)
ABOUT = ("self", "other", "this", "tenant", NOBODY)


@dataclass(frozen=True, slots=True)
class Learnt:
    """One kind of label: how it was fitted, what models without the persona say, and how sure that makes them."""

    fit: Fit
    without: Mapping[str, Fit]
    """Persona → the same, learnt from all the others."""
    left_out: Any
    calibration: Calibration

    @property
    def bias(self) -> list[float]:
        """What each class starts from."""
        return [*(self.calibration.sharpness * self.fit.middle + self.calibration.shifts)]


@dataclass(frozen=True, slots=True)
class Trained:
    """Everything learnt from sentences, and which features they have."""

    vocabularies: Mapping[str, Vocabulary]
    symptoms: Learnt
    about: Learnt


def seen_by_models(text: str) -> Seen:
    """A message as the models get to see it."""
    message = clean(text)
    return see(without_greeting(message) or message, "en-US")


def flat(groups: Mapping[str, Sequence[str]]) -> Mapping[str, list[str]]:
    """Group → the parts of its features, each once."""
    return {
        group: list(dict.fromkeys(part for name in names for part in parts(group, name)))
        for group, names in groups.items()
    }


def train(sentences: Sequence[Sentence], seen: Sequence[Seen]) -> Trained:
    """Learns the symptoms of the sentences, and whom they are about."""
    groups = [flat(features(each)) for each in seen]
    vocabularies = {group: vocabulary(group, groups) for group in GROUP_WEIGHT}
    matrices = {group: matrix(group, vocabularies[group], groups) for group in GROUP_WEIGHT}
    whole, personas = beside(matrices), [each.persona for each in sentences]
    symptoms = learnt(whole, [each.symptom for each in sentences], SYMPTOMS, personas)
    about = learnt(whole, [each.about or NOBODY for each in sentences], ABOUT, personas)
    return Trained(vocabularies, symptoms, about)


def beside(matrices: Mapping[str, Any]) -> Any:
    """The groups of features beside each other, each weighed."""
    weighed = [math.sqrt(weight) * matrices[group] for group, weight in GROUP_WEIGHT.items()]
    return sparse.hstack(weighed).tocsr()


def learnt(matrix: Any, labels: Sequence[str], classes: Sequence[str], personas: Sequence[str]) -> Learnt:
    """Learns and calibrates one kind of label."""
    without = without_each(matrix, labels, classes, personas)
    scores = left_out(without, matrix, personas)
    return Learnt(fit(matrix, labels, classes), without, scores, calibrate(scores, labels, classes))


def meaning_bytes(trained: Trained) -> bytes:
    """The content of the file of `bot.understand.linear_model`."""
    both = (trained.symptoms, trained.about)
    weights = numpy.concatenate([each.calibration.sharpness * each.fit.weights for each in both], axis=1)
    words = trained.vocabularies
    header = {
        "fingerprint": fingerprint(),
        "symptoms": SYMPTOMS,
        "about": ABOUT,
        "bias": [round(float(value), 6) for each in both for value in each.bias],
        "group_weight": {group: round(math.sqrt(weight), 6) for group, weight in GROUP_WEIGHT.items()},
    }
    names = [f"{group} {name}" for group in words for name in words[group].columns]
    rarity = numpy.concatenate([words[group].rarity for group in words])
    return table_bytes(names, rarity, rarity[:, None] * weights, header)


def guessed(scores: Any) -> list[str]:
    """The likeliest symptom of each sentence."""
    best: list[int] = scores.argmax(axis=1).tolist()
    return [SYMPTOMS[index] for index in best]


def tagger_bytes(sentences: Sequence[Sentence], seen: Sequence[Seen], guesses: Sequence[str]) -> bytes:
    """The content of the file of `bot.understand.names.tagger`, learnt with the symptoms as they will be guessed."""
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
    TAGGER.write_bytes(tagger_bytes(sentences, seen, guessed(trained.symptoms.left_out)))
    size = (MEANING.stat().st_size + TAGGER.stat().st_size) / 1e6
    Console().print(f"{MEANING.name} and {TAGGER.name}: {len(sentences)} sentences, {size:.2f} MB")


if __name__ == "__main__":
    main()
