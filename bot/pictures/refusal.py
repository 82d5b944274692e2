"""Why a picture isn't looked at: each a value somebody can be told in words, never an exception."""

from enum import StrEnum, auto


class Refusal(StrEnum):
    """What is the matter with the bytes, or with us."""

    EMPTY = auto()
    TOO_MANY_BYTES = auto()
    HEIC = auto()
    """As iPhones keep photos: Pillow alone can't read them, and whoever sends one can send it as JPEG."""
    UNKNOWN_FORMAT = auto()
    """Not JPEG, PNG or GIF: perhaps another kind of picture, perhaps none."""
    TOO_LARGE = auto()
    """More pixels than are decoded within the memory there is for it."""
    TOO_SMALL = auto()
    """Smaller than any photo Graph keeps, such as the single pixel its documentation promises for no photo."""
    BROKEN = auto()
    """Cut short, damaged, or built to take long."""
    NO_ROOM = auto()
    """It can't be made small enough for the bytes it may take."""
    BUSY = auto()
    """Too many pictures wait already."""
    TOO_SLOW = auto()
    """It took longer than anybody waits."""
