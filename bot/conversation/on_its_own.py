"""A message that doesn't follow on another, answered from what it says."""

from bot.conversation.look_up import IN_ENGLISH, known_group, named_group
from bot.conversation.named import OF_GROUPS, SURE
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.diagnoses import explaining
from bot.model import Symptom
from bot.understand import Understanding
from cards.groups.which_group import which_group
from cards.sign_in.signed_out import signed_out
from cards.talk.help import help_card
from cards.talk.not_mine import not_mine
from cards.talk.not_yet import not_yet
from cards.talk.unsure import unsure

LONGEST = 4_000
"""Characters of a message that are still a question; the rest is a document."""


def without_graph(meant: Understanding, speaker: Speaker, tools: Tools) -> Reply | None:
    """What can be said without reading anything; `None` when the directory has to be asked."""
    voice = speaker.voice
    match meant.symptom:
        case Symptom.HELP:
            return Reply("help", help_card(voice))
        case Symptom.ACCOUNT:
            tools.sign_out(speaker.person)
            tools.contexts.forget(speaker)
            return Reply("account", signed_out(voice))
        case Symptom.OUT_OF_SCOPE if not doubtful(meant):
            return Reply("out_of_scope", not_mine(voice))
        case symptom if meant.confidence < SURE and meant.alternatives:
            choices = (symptom, *meant.alternatives)[:3]
            lead = IN_ENGLISH if speaker.foreign else None
            return Reply("clarify", unsure(choices, meant.entity or "", voice, lead))
        case symptom:
            return None if explaining(symptom) else Reply("not_yet", not_yet(symptom, voice), symptom=symptom)


def doubtful(meant: Understanding) -> bool:
    """Whether it may be about a group after all, though it reads most like something else."""
    return meant.confidence < SURE and not OF_GROUPS.isdisjoint(meant.alternatives)


async def about_group(meant: Understanding, speaker: Speaker, tools: Tools, *, owners: bool = False) -> Reply:
    """Find the group that is meant, then answer."""
    named = meant.entity if meant.entity_kind != "user" else None
    if named and meant.about != "this":
        return await named_group(meant.symptom, named, speaker, tools, owners=owners)
    if speaker.this_group:
        return await known_group(meant.symptom, speaker.this_group, speaker, tools, owners=owners)
    return Reply("clarify", which_group(meant.symptom, speaker.voice), symptom=meant.symptom, owners=owners)
