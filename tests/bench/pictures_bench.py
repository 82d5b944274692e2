"""Comparing two photos: its CPU and its hashes beside `imagehash`, and its verdicts on drawn people.

`python -m tests.bench.pictures_bench`; needs the dependency group `pictures`, as `make bench` brings it.
"""

import sys
from collections.abc import Iterator
from importlib.util import find_spec

from bot.pictures.comparison import Verdict
from tests.bench.pictures.judged import PEOPLE, Judged, judged
from tests.bench.table import Row, show
from tests.pictures.faces import face
from tests.pictures.files import graphs, sharepoints

PAIRS = 60


def measure() -> Iterator[Row]:
    """All rows; those beside imagehash are left out, and that is said, where it isn't installed."""
    if find_spec("imagehash") is None:
        sys.stdout.write("imagehash is not installed: what comparing costs beside it can't be measured here.\n")
    else:
        yield from beside_imagehash()
    yield from map(verdicts, (*judged("varied"), *judged("studio")))


def beside_imagehash() -> Iterator[Row]:
    """CPU per pair of a 240 and a 200 pixel JPEG, and the hashes of them all."""
    # Imported here because only `make bench` has numpy, scipy and imagehash.
    from tests.bench.pictures.beside_imagehash import (  # noqa: PLC0415
        milliseconds,
        moved_by_reading_small,
        same_hashes,
    )

    people = [face(seed, backdrop) for seed in range(PAIRS // 2) for backdrop in ("varied", "studio")]
    pairs = [(graphs(person), sharepoints(person, 200)) for person in people]
    ours, theirs = milliseconds(pairs)
    what = "compare two photos, 240 and 200 px: CPU"
    yield Row(what, f"{ours:.2f} ms", f"imagehash {theirs:.2f} ms", ours / theirs, 0.4)
    files = [content for pair in pairs for content in pair]
    equal = sum(map(same_hashes, files))
    yield Row("pHash and dHash bit for bit", f"{equal}", f"imagehash {len(files)}", equal / len(files), 1, "at least")
    moved = max(map(moved_by_reading_small, files))
    yield Row("bits of 128 moved by reading a JPEG small", f"{moved} at most", "imagehash, read whole", moved, None)


def verdicts(of: Judged) -> Row:
    """Every same photo in size L is to be known, and no two people's are ever to be taken for one."""
    same, unsure = of.share(Verdict.SAME), of.share(Verdict.UNSURE)
    told = f"{len(of.verdicts)} pairs, unsure {unsure:.1%}"
    if of.same_photo:
        wrong = f"taken for another {of.share(Verdict.DIFFERENT):.1%}"
        target = 0.99 if of.copies == "L 200" else None
        return Row(f"{of.backdrop}: same photo, {of.copies}: same", told, wrong, same, target, "at least")
    what = f"{of.backdrop}: {PEOPLE} people, {of.copies}: taken for one"
    return Row(what, told, f"different {of.share(Verdict.DIFFERENT):.1%}", same, 0)


if __name__ == "__main__":
    rows = list(measure())
    show(rows)
    sys.exit(0 if all(row.ok for row in rows) else 1)
