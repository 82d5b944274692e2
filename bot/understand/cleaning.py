"""Whatever arrives as a message, made fit to be read: a bounded string of visible characters."""

import re
import unicodedata

LONGEST = 2000
"""Characters read of a message: background, question and a pasted error fit; a pasted log need not be read whole."""
UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]|[\ud800-\udfff]")
BLANKS = re.compile(r"[^\S\n]+|\x00|[\x01-\x08\x0b-\x1f\x7f-\x9f]+")
QUOTES = str.maketrans("’‘ʼ`´“”„»«", "'''''" + 5 * '"')


def clean(text: object) -> str:
    """`text` as one Unicode form, without invisible characters, with plain quotes; anything but a string is empty."""
    if not isinstance(text, str):
        return ""
    composed = unicodedata.normalize("NFC", text[: 4 * LONGEST])
    visible = BLANKS.sub(" ", UNSEEN.sub("", composed)).translate(QUOTES)
    return visible.strip()[:LONGEST]
