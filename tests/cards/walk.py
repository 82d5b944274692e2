"""A card's JSON, looked through."""

from collections.abc import Iterator
from typing import Any, cast

Json = dict[str, Any]


def objects(json: Any) -> Iterator[Json]:
    """Every object in it, however deep."""
    if isinstance(json, dict):
        held = cast(Json, json)
        yield held
        json = list(held.values())
    if isinstance(json, list):
        for each in cast(list[Any], json):
            yield from objects(each)


def typed(json: Any) -> Iterator[Json]:
    """Every element and action in it."""
    return (each for each in objects(json) if "type" in each)
