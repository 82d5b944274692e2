"""No text takes many times as long as an ordinary one of its length: nothing in the reading runs away."""

from itertools import permutations
from time import process_time

import pytest

from bot.understand import understand_all, warm_up

LENGTH = 4_000
ORDINARY = (
    "I have been the owner of Marketing DK for years. Why can't I add my colleague Lee to the group Projekt Syd? "
    "Jeg kan heller ikke fjerne Adele fra Salg Norden, og der står at jeg mangler rettigheder. "
)
SIGNS = ("@", "(", "a", "-", ".", " ", "'", '"', "CN=", "/", "\\", "*", "[", "{", "<", "=", "&", "#")
WORDS = (
    "add Lee, ", "can Lee ", "for Lee and not for ", "owner to ", "leave ", "give a access to ", "tage a ud ", "not ",
    "who owns it and ", "the group called ", "kan ikke ", "says ", "A and ", "remove me ", "https://", "groupId=",
    "proxyaddresses ", "smtp:", '"code":"', "0b7d8e7c-", "St. ", "why? ", "\n", "Lee's ", "licence ", "ø", "🙂",
)  # fmt: skip
HOSTILE = (*SIGNS, *WORDS, *("".join(pair) for pair in permutations(SIGNS[:10], 2)))
GENEROUS = 25
"""Measured: 5 at most. What runs away takes thousands of times as long."""


def taken(text: str) -> float:
    """Processor seconds, the shorter of two."""
    times: list[float] = []
    for _ in range(2):
        begun = process_time()
        understand_all(text)
        times.append(process_time() - begun)
    return min(times)


@pytest.fixture(scope="module")
def ordinary() -> float:
    warm_up()
    return taken((ORDINARY * LENGTH)[:LENGTH])


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_hostile_text_is_read_about_as_fast(piece: str, ordinary: float) -> None:
    assert taken((piece * LENGTH)[:LENGTH]) < GENEROUS * ordinary
