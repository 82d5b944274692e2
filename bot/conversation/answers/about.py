"""What people want to know of the bot itself: who they are to it, what it may see, what it keeps."""

import re

from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.permissions import permissions
from cards.sign_in.forgotten import forgotten_card
from cards.talk.about import about_card

OUT = re.compile(
    r"\b(?:sign(?:ing|ed)?[ -]?(?:me )?(?:out|off)|log(?:ging|ged)?[ -]?(?:me )?(?:out|off)|switch (?:user|account)"
    r"|revoke|unlink|log(?:ge)? (?:mig )?(?:ud|af)|logud|skift (?:bruger|konto))\b",
    re.I,
)
"""Words without which nobody is signed out."""
FORGOTTEN = re.compile(
    r"\b(?:forget (?:me|everything|my)|delete (?:my data|everything|what you)|erase"
    r"|glem (?:mig|alt|mine)|slet (?:mine|alt|hvad))\b",
    re.I,
)
"""Words for being forgotten, which goes further than being signed out."""
ASKS = re.compile(
    r"(?:do|does|am|how|what|which|why|when|who|er|hvad|hvilke|hvordan|hvorfor|hvornår|hvem|gemmer)\b", re.I
)


def wants_out(text: str) -> bool:
    """Whether a message asks to be signed out or forgotten, and doesn't only ask about it."""
    return bool(OUT.search(text) or FORGOTTEN.search(text)) and not ASKS.match(text.strip())


def wants_forgetting(text: str) -> bool:
    """Whether nothing is to be kept for them any longer, not even what they are waiting to hear."""
    return bool(FORGOTTEN.search(text)) and wants_out(text)


def about(speaker: Speaker, tools: Tools) -> Reply:
    """Answered without signing anybody out."""
    scopes = [scope for scope, needed in permissions().items() if needed.access == "read"]
    return Reply(
        "help",
        about_card(speaker.person.name, sorted(scopes), speaker.voice, another_reader=tools.second_opinion is not None),
    )


async def forgotten(speaker: Speaker, tools: Tools) -> Reply:
    """Signed out, and dropped is what is kept with a person's id, but for what the card says must stay."""
    tools.sign_out(speaker.person)
    tools.contexts.forget(speaker)
    await tools.forget(speaker.person)
    return Reply("account", forgotten_card(speaker.voice))
