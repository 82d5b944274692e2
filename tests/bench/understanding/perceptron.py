"""Teaches the tagger: an averaged structured perceptron (Collins 2002, https://aclanthology.org/W02-1001/)."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.understand.names.tagger import TAGS, best_path

ROUNDS = 6
SEED = 1
Example = tuple[list[list[str]], list[str]]
"""Per piece its features, and its tag."""


def zeros() -> list[float]:
    """One number per tag."""
    return [0.0] * len(TAGS)


@dataclass(slots=True)
class Averaged:
    """Numbers per feature and tag, and their sum weighted by when they were changed."""

    now: dict[str, list[float]] = field(default_factory=dict[str, list[float]])
    late: dict[str, list[float]] = field(default_factory=dict[str, list[float]])

    def add(self, name: str, tag: str, amount: int, moment: int) -> None:
        """Changes a weight."""
        index = TAGS.index(tag)
        self.now.setdefault(name, zeros())[index] += amount
        self.late.setdefault(name, zeros())[index] += amount * moment

    def mean(self, moments: int) -> dict[str, list[float]]:
        """The weights averaged over all moments."""
        return {
            name: [a - b / moments for a, b in zip(own, self.late[name], strict=True)] for name, own in self.now.items()
        }

    def score(self, features: Sequence[str]) -> list[float]:
        """How well each tag fits, by the weights as they are now."""
        known = [self.now[name] for name in features if name in self.now]
        return [sum(column) for column in zip(*known, strict=True)] if known else zeros()

    def steps(self) -> list[list[float]]:
        """The weights of tags following each other."""
        return [self.now.get(step(tag), zeros()) for tag in TAGS]


def step(tag: str) -> str:
    """The name under which the weights of what follows a tag are kept."""
    return f"step from {tag}"


def learn(examples: Sequence[Example]) -> tuple[dict[str, list[float]], list[list[float]]]:
    """The averaged weights of features, and of steps."""
    weights, moment = Averaged(), 1
    chance = random.Random(SEED)  # noqa: S311 - an order of sentences, no secret
    order = list(examples)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for features, tags in order:
            moment += 1
            guess = best_path([weights.score(each) for each in features], weights.steps())
            if guess != tags:
                correct(weights, features, (guess, tags), moment)
    means = weights.mean(moment)
    steps = [means.pop(step(tag), zeros()) for tag in TAGS]
    return means, steps


def correct(weights: Averaged, features: list[list[str]], paths: tuple[list[str], list[str]], moment: int) -> None:
    """Moves the weights from the guess (the first path) towards the truth (the second)."""
    for path, amount in zip(paths, (-1, 1), strict=True):
        for index, tag in enumerate(path):
            if paths[0][index] != paths[1][index]:
                for name in features[index]:
                    weights.add(name, tag, amount, moment)
            if index:
                weights.add(step(path[index - 1]), tag, amount, moment)
