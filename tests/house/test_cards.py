"""Every card has a sample, in which it is read in both languages, checked against Microsoft's schema and looked at."""

import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from inspect import isfunction
from pkgutil import iter_modules, walk_packages
from types import CodeType, FrameType
from typing import Any, get_type_hints

import cards
from cards.kit import Card
from tests.cards.samples import ENGLISH, SAMPLES

KIT = "cards.kit"
MOST_FILES = 12
"""In one room beside its `__init__.py`: among more nobody finds the one they look for."""


def makers() -> Mapping[str, CodeType]:
    """Every public function that gives a card: "cards.talk.help.help_card" → its code."""
    names = [module.name for module in walk_packages(cards.__path__, "cards.") if not module.name.startswith(KIT)]
    found = [each for name in names for each in vars(import_module(name)).values() if isfunction(each)]
    own = [each for each in found if each.__module__ in names and not each.__name__.startswith("_")]
    return {f"{each.__module__}.{each.__name__}": each.__code__ for each in own if gives_a_card(each)}


def gives_a_card(function: Callable[..., Any]) -> bool:
    return get_type_hints(function).get("return") is Card


def run(samples: Iterable[str]) -> set[CodeType]:
    """All code that runs while these samples are made."""
    seen: set[CodeType] = set()

    def called(frame: FrameType, event: str, _given: object) -> None:
        if event == "call":
            seen.add(frame.f_code)

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        for name in samples:
            SAMPLES[name](ENGLISH)
    finally:
        sys.setprofile(before)
    return seen


def without_a_sample(samples: Iterable[str]) -> set[str]:
    seen = run(samples)
    return {name for name, code in makers().items() if code not in seen}


def test_every_card_has_a_sample() -> None:
    assert without_a_sample(SAMPLES) == set()


def test_a_card_without_one_is_found() -> None:
    asked = [name for name in SAMPLES if not name.startswith("owner-request")]
    missing = {"cards.groups.owner_request.owner_request", "cards.groups.owner_request_closed.owner_request_closed"}
    assert without_a_sample(asked) == missing


def test_every_room_is_small_and_says_what_is_in_it() -> None:
    rooms = {module.name: module.ispkg for module in iter_modules(cards.__path__, "cards.")}
    assert [name for name, is_room in rooms.items() if not is_room] == []
    held = {room: len(list(iter_modules(import_module(room).__path__))) for room in rooms}
    assert {room: count for room, count in held.items() if count > MOST_FILES} == {}
    assert [room for room in rooms if not import_module(room).__doc__] == []
