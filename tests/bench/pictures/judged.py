"""How often two files are judged rightly, of many drawn people."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import permutations

from PIL import Image

from bot.pictures.compare import READ_AT, compared
from bot.pictures.comparison import Verdict
from bot.pictures.decode import decoded
from bot.pictures.fingerprint import Fingerprint, fingerprint_of
from tests.pictures.faces import Backdrop, face
from tests.pictures.files import (
    cropped,
    from_a_telephone_held_upright,
    graphs,
    in_wide_gamut,
    of_two_pictures,
    sharepoints,
)

PEOPLE = 300
"""Of each backdrop; every two of them are a pair, both ways round."""
COPIES: dict[str, Callable[[Image.Image], bytes]] = {
    "L 200": partial(sharepoints, side=200),
    "M 72": partial(sharepoints, side=72),
    "S 48": partial(sharepoints, side=48),
    "L 200, cropped 4 %": lambda picture: sharepoints(cropped(picture), 200),
    "EXIF-turned": from_a_telephone_held_upright,
    "MPO": of_two_pictures,
    "Display P3": in_wide_gamut,
}


@dataclass(frozen=True)
class Judged:
    """The verdicts on one kind of pair."""

    backdrop: Backdrop
    copies: str
    same_photo: bool
    verdicts: Sequence[Verdict]

    def share(self, verdict: Verdict) -> float:
        """From 0 to 1."""
        return self.verdicts.count(verdict) / len(self.verdicts)


def judged(backdrop: Backdrop) -> Iterator[Judged]:
    """Graph's 240 pixels of everybody beside every copy of themselves, and beside SharePoint's copies of all others."""
    people = [face(seed, backdrop) for seed in range(PEOPLE)]
    graph = [_fingerprint(graphs(person)) for person in people]
    for name, copy in COPIES.items():
        copies = [_fingerprint(copy(person)) for person in people]
        own = [compared(one, other).verdict for one, other in zip(graph, copies, strict=True)]
        yield Judged(backdrop, name, same_photo=True, verdicts=own)
        if name in {"L 200", "M 72", "S 48"}:
            pairs = permutations(range(PEOPLE), 2)
            others = [compared(graph[one], copies[other]).verdict for one, other in pairs]
            yield Judged(backdrop, name, same_photo=False, verdicts=others)


def _fingerprint(content: bytes) -> Fingerprint:
    picture = decoded(content, READ_AT)
    assert isinstance(picture, Image.Image)
    return fingerprint_of(picture)
