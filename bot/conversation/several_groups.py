"""One question about several groups: "why can't I edit Sales and Finance-List?", asked of each."""

import re

from bot.conversation.asking import asked
from bot.conversation.bare_names import looks_named
from bot.conversation.look_up import READING
from bot.conversation.several import MOST
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.diagnoses import explaining
from bot.resolve import resolve

JOINER = re.compile(r"\s*,?\s+(?:and|og|och|und|samt|plus|or|eller)\s+|\s*[,&]\s*", re.I)
END = re.compile(r"[?!.;:]|$")


async def one_by_one(text: str, speaker: Speaker, tools: Tools) -> tuple[str, ...]:
    """The message once for each group in it, unless "Research and Development" is the name of one."""
    names = named_in(text, speaker.locale)
    if len(names) < 2:
        return (text,)
    first = text.index(names[0])
    whole = text[first : text.index(names[-1], first + len(names[0])) + len(names[-1])]
    found = await resolve(whole, tools.graph(speaker.person, READING))
    if any(candidate.subject.name.casefold() == whole.casefold() for candidate in found):
        return (text.replace(whole, f"“{whole}”"),)
    return tuple(text.replace(whole, name) for name in names[:MOST])


def named_in(text: str, locale: str) -> tuple[str, ...]:
    """The names that stand in a row where a question has its group, each as typed."""
    if not JOINER.search(text):  # most messages: nothing in a row, and nothing to read twice
        return ()
    meant, _owners = asked(text, locale)
    if not meant.entity or meant.entity_kind == "user" or not explaining(meant.symptom) or meant.entity not in text:
        return ()
    row = text[text.index(meant.entity) :]
    end = END.search(row, len(meant.entity))
    names = tuple(name for name in JOINER.split(row[: end.start() if end else len(row)].strip()) if name)
    return names if len(names) > 1 and all(looks_named(name) for name in names) else ()
