"""Other ways a name may be spelt: keyboards abroad have no æ, ø and å, and people leave the dots away."""

from collections.abc import Iterator

LETTERS = {"oe": "ø", "ae": "æ", "aa": "å", "o": "ø", "a": "å", "u": "ü"}
SEARCHED = 3
"""Letters a name has to begin with to be found with a slip in it: `bot.resolve` looks for those."""
MOST = 4


def spellings(name: str) -> tuple[str, ...]:
    """The name with one Nordic letter in its beginning, each way; further on a slip is forgiven anyway."""
    return tuple(dict.fromkeys(respelt(name)))[:MOST]


def respelt(name: str) -> Iterator[str]:
    """Every spelling, the whole name put right where two letters stand for one."""
    plain = name.lower()
    for written, letter in LETTERS.items():
        place = plain.find(written, 0, SEARCHED + len(written) - 1)
        if place >= 0:
            yield plain[:place] + letter + plain[place + len(written) :]
