"""How long each translated text may be, by its key: a title has one limit in a bot's list and another in an extension.

https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json
"""

import re
from collections.abc import Iterator, Mapping

from bot.packaging.filled import TRANSLATION

COMMAND = r"bots\[0\]\.commandLists\[[0-2]\]\.commands\[\d+\]"
MESSAGE_COMMAND = r"composeExtensions\[0\]\.commands\[\d+\]"
PARAMETER = rf"{MESSAGE_COMMAND}\.parameters\[\d+\]"
LONGEST: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(key), longest)
    for key, longest in (
        (r"name\.short", 30),
        (r"name\.full", 100),
        (r"description\.short", 80),
        (r"description\.full", 4000),
        (rf"{COMMAND}\.title", 128),
        (rf"{COMMAND}\.description", 4000),
        (rf"{MESSAGE_COMMAND}\.title", 32),
        (rf"{MESSAGE_COMMAND}\.description", 128),
        (rf"{MESSAGE_COMMAND}\.taskInfo\.title", 64),
        (rf"{PARAMETER}\.title", 32),
        (rf"{PARAMETER}\.description", 128),
    )
)
"""Characters. Before manifest 1.21 a bot command's title had 32; a message extension's still has."""


def longest(key: str) -> int | None:
    """How many characters the text of `key` may have; `None` for a key no app has."""
    return next((count for known, count in LONGEST if known.fullmatch(key)), None)


def faults_in_lengths(texts: Mapping[str, str]) -> Iterator[str]:
    """What is empty, or longer than Teams takes it."""
    for key, text in texts.items():
        most = longest(key)
        if not text:
            yield f"{TRANSLATION}: {key} is empty"
        elif most is not None and len(text) > most:
            yield f"{TRANSLATION}: {key} has {len(text)} characters and may have {most}"
