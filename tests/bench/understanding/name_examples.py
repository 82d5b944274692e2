"""The labelled names as tags on the pieces of each sentence."""

from bot.understand.features import Seen
from bot.understand.names.tag_features import tag_features
from bot.understand.names.tokens import Token, tokens
from tests.bench.understanding.perceptron import Example
from tests.bench.understanding.sentences import Sentence


def example(sentence: Sentence, seen: Seen, symptom: str) -> Example | None:
    """What the tagger learns from a sentence taken for `symptom`; nothing if the name is no run of whole pieces."""
    pieces = tokens(seen.text)
    tags = tags_of(sentence, seen.text, pieces)
    return (tag_features(pieces, seen.names, symptom.split(".", maxsplit=1)[0]), tags) if tags else None


def tags_of(sentence: Sentence, text: str, pieces: list[Token]) -> list[str] | None:
    """A tag per piece."""
    tags = ["O"] * len(pieces)
    if not sentence.entity:
        return tags
    start = text.find(sentence.entity)
    end = start + len(sentence.entity)
    own = [index for index, piece in enumerate(pieces) if start <= piece.start and piece.end <= end]
    if start < 0 or not own or pieces[own[0]].start != start or pieces[own[-1]].end != end:
        return None
    kind = "u" if sentence.entity_kind == "user" else "g"
    for index in own:
        tags[index] = f"I{kind}"
    tags[own[0]] = f"B{kind}"
    return tags
