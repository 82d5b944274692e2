"""A name of several words at the end of what is done to a group: "edit SSPR Pilot", "add Lee to VPN Users".

Some of its words may be a product's, by which the message reads as out of scope; there may be such a group all the
same.
"""

import re

from bot.model import Symptom
from bot.understand.names import Name, Shape

PIECE = r"[A-ZÆØÅ0-9][\w&+#./]*(?:-[\w&+#./]+)*"
NAME = rf"({PIECE}(?:\s(?:[-–&]\s)?{PIECE}){{1,5}})"
END = r"\s*(?:group|team|gruppen?|teamet)?\s*[?.!]*\s*$"
DONE = (
    (Symptom.GROUP_EDIT, r"(?i:edit|change|modify|rename|update|redigere?r?|ændre?r?|rette?|omdøbe?|opdatere)"),
    (Symptom.GROUP_DELETE, r"(?i:delete|restore|slette?|gendanne?)"),
    (Symptom.GROUP_OWNERS, r"(?i:who owns|owns?|owners? of|hvem ejer|ejer|ejere? af)"),
    (
        Symptom.GROUP_MEMBERS,
        r"(?i:add|invite|remove|tilføje?|invitere?|fjerne?)\s[^?!.;\n]{1,60}?\s(?i:to|from|in|into|til|fra|i)",
    ),
)
"""Symptom → what is done, as it stands before the name."""
FRAMES = tuple(
    (symptom, re.compile(rf"\b{done}\s+(?i:the\s+|gruppen\s+|teamet\s+)?{NAME}{END}")) for symptom, done in DONE
)


def written_name(text: str) -> tuple[Symptom, Name] | None:
    """What is done, and the name it is done to, where the message ends with one."""
    for symptom, frame in FRAMES:
        if found := frame.search(text):
            return symptom, Name(found[1], found.start(1), found.end(1), Shape.CAPITALISED, "group")
    return None
