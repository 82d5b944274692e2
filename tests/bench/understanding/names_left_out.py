"""The names a tagger finds that was taught without the persona who speaks."""

from collections.abc import Sequence

from bot.model import Symptom
from bot.understand.asked.reading import parts_of, subject_of
from bot.understand.features import Seen
from bot.understand.hashed_table import parsed
from bot.understand.names.tagger import Tagger
from tests.bench.understanding.sentences import Sentence
from tests.bench.understanding.train import tagger_bytes

FOLDS = 4
"""Personas are left out a few at a time: a tagger takes ten seconds to teach."""


def names_found(
    own: tuple[Sequence[Sentence], Sequence[Seen], Sequence[str]],
    sample: tuple[Sequence[Sentence], Sequence[Seen], Sequence[str]],
) -> list[str | None]:
    """For each line of the sample the name it is about; both are sentences, what is seen of them, guessed symptoms."""
    personas = sorted({line.persona for line in sample[0]})
    found: list[str | None] = [None] * len(sample[0])
    for fold in range(FOLDS):
        left_out = personas[fold::FOLDS]
        tagger = taught_without(left_out, *own)
        for row, (line, seen, guess) in enumerate(zip(*sample, strict=True)):
            if line.persona in left_out:
                found[row] = name_in(seen, guess, tagger)
    return found


def taught_without(
    left_out: Sequence[str], sentences: Sequence[Sentence], seen: Sequence[Seen], guesses: Sequence[str]
) -> Tagger:
    """A tagger that has read nothing by these personas."""
    rows = [row for row, each in enumerate(sentences) if each.persona not in left_out]
    taught = tagger_bytes([sentences[row] for row in rows], [seen[row] for row in rows], [guesses[row] for row in rows])
    table = parsed(taught)
    return Tagger(table, table.header["steps"])


def name_in(seen: Seen, symptom: str, tagger: Tagger) -> str | None:
    """What the bot would take the message to be about."""
    wanted = Symptom(symptom)
    rights, others = parts_of(seen, wanted)
    named = subject_of(seen, wanted, (*rights.names, *others), tagger)
    return named.text if named else None
