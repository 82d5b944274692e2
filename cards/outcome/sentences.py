"""A text's sentences one by one."""

import re
from collections.abc import Sequence
from typing import LiteralString, cast

from bot.texts import Text, Voice, catalogue

END = re.compile(r"(?<=[.!?]) (?=[A-ZÆØÅ{])")


def sentences(text: Text, voice: Voice) -> Sequence[Text]:
    """Each sentence, in the reader's language, with its holes open: a full stop in a name ends nothing."""
    said = catalogue(voice.language).get(text.template, text.template)
    return [Text(cast(LiteralString, each), text.values) for each in END.split(said)]
