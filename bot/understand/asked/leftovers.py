"""Words that may be the subject's name when no sure name was found: they are looked up before anything is said.

A run of chunks that aren't small words, nor words of what is wanted, may be a name: "100% club", "Gl. Havnekontor".
What stands where a name is due may be one of ordinary words: "Alle medarbejdere".
"""

from collections.abc import Iterator, Sequence

from bot.understand.asked.chunks import Chunk, Kind, chunks, listed, small
from bot.understand.asked.clues import clue_spans
from bot.understand.asked.whole_names import whole_names
from bot.understand.names import Name, machine_made
from bot.understand.names.ordinary import not_names

MOST = 4
LONGEST = 6
"""Chunks of a name at most."""
STOPS = frozenset('.,;!?"()\n')
SHORT = 10
"""Chunks of a message that has no room for more than its question."""


def leftovers(text: str, roles: Sequence[Name], unsure: Name | None, language: str) -> tuple[str, ...]:
    """At most MOST spans of a clean message, the likeliest and longest first; `roles` are people already accounted for.

    `unsure` is the name found, if one was: it is among them.
    """
    pasted = [*machine_made(text), *clue_spans(text)]
    pieces = [chunk for chunk in chunks(text, language) if not touches(chunk, pasted)]
    bare = bare_name(pieces, text)
    accounted = [(role.start, role.end) for role in roles]
    long = bool(pasted) or len(pieces) > SHORT
    runs = spans([chunk for chunk in pieces if not touches(chunk, accounted)], text, long=long)
    ranked = sorted(runs, key=lambda run: (-run[0], -len(run[1])))
    found = [*((bare,) if bare and not roles else ()), *(span for _, span in ranked)]
    own = [(start, start + len(name)) for start, name in whole_names(text, language)]
    own = [span for span in own if not any(begin < span[1] and span[0] < end for begin, end in (*accounted, *pasted))]
    last = max((text[slice(*span)] for span in own), key=len, default="")
    found = (
        [last, *found]
        if last and all(span in last for span in found)
        else [*found[:1], *([last] if last else ()), *found[1:]]
    )
    if unsure and unsure.text.casefold() not in small():
        around = sorted((span for span in found if unsure.text in span), key=len, reverse=True)
        found = [*around, unsure.text, *found]
    return tuple(dict.fromkeys(found))[:MOST]


def touches(chunk: Chunk, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a chunk shares a character with one of these."""
    return any(start < chunk.end and chunk.start < end for start, end in spans)


def bare_name(pieces: Sequence[Chunk], text: str) -> str | None:
    """What a message is that is no more than a name: "Alle medarbejdere", "no, Sales"."""
    kept = list(pieces)
    while kept and kept[0].plain in listed("leads"):
        kept.pop(0)
    while kept and kept[-1].plain in listed("leads"):
        kept.pop()
    written = len(kept) == 1 or any(chunk.text[0].isupper() or chunk.kind is Kind.NAME for chunk in kept)
    if not 0 < len(kept) <= LONGEST or not written:
        return None
    inner = [
        chunk for chunk in kept if chunk.kind is Kind.STOP and chunk.plain not in listed("joins") | listed("wholes")
    ]
    return (
        None
        if inner or all(chunk.kind in {Kind.STOP, Kind.NUMBER} for chunk in kept)
        else text[kept[0].start : kept[-1].end]
    )


def spans(pieces: Sequence[Chunk], text: str, *, long: bool) -> Iterator[tuple[int, str]]:
    """How likely each run is a name, and the run: as it stands, and without its kind ("Team Aarhus", "Aarhus").

    In a `long` message, or one with a pasted error, words in small letters count only where a name is due and may end.
    """
    for run in runs_of(pieces, text):
        kept = trimmed(run)
        if not kept or len(kept) > LONGEST:
            continue
        if all(chunk.kind is Kind.PRODUCT for chunk in kept) and not opens(kept):
            continue
        certain = any(chunk.kind is Kind.NAME for chunk in kept) or opens(kept)
        due = any(chunk.due for chunk in kept) or kept[0] is not run[0]
        written = any(chunk.text != chunk.text.lower() for chunk in kept)
        if not written and not (due and kept[-1].ends if long else due or certain):
            continue
        if written and not certain and not due:
            continue
        yield 2 * certain + due, text[kept[0].start : kept[-1].end]
        if kept[0].plain in listed("kinds") and len(kept) > 1:
            yield 2 * certain, text[kept[1].start : kept[-1].end]


def opens(kept: Sequence[Chunk]) -> bool:
    """Whether a thing and a product make a name: "Licens Visio", as against "Microsoft Teams"."""
    return len(kept) > 1 and kept[0].kind is Kind.PRODUCT and kept[0].plain not in not_names()


def runs_of(pieces: Sequence[Chunk], text: str) -> Iterator[list[Chunk]]:
    """Chunks next to each other that are no stops; small joining words only between two others."""
    run: list[Chunk] = []
    for index, chunk in enumerate(pieces):
        between = text[run[-1].end : chunk.start] if run else ""
        apart = bool(set(between) & STOPS) or (":" in between and not chunk.text[0].isupper())
        if apart or (chunk.kind is Kind.STOP and not joins(run, chunk, pieces, index)):
            if run:
                yield run
            run = []
        if chunk.kind not in {Kind.STOP, Kind.NUMBER} or run:
            run.append(chunk)
    if run:
        yield run


def joins(run: Sequence[Chunk], chunk: Chunk, pieces: Sequence[Chunk], index: int) -> bool:
    """Whether a small word stands inside a name: "Ledere og sikkerhedsudvalg", "Citrix - økonomisystem"."""
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    written = bool(run) and (run[0].text[0].isupper() or run[0].due or chunk.text in "&+-–/")
    return written and chunk.plain in listed("joins") and following is not None and following.kind is not Kind.STOP


def trimmed(run: Sequence[Chunk]) -> Sequence[Chunk]:
    """A run without joining words at its ends."""
    kept = list(run)
    while kept and kept[-1].kind is Kind.STOP:
        kept.pop()
    while kept and kept[0].kind is Kind.STOP:
        kept.pop(0)
    return kept
