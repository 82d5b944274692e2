"""Another reader's guess at what this one is unsure of: offered, never acted on."""

from dataclasses import replace

from bot.conversation.meaning.sequel import SURE
from bot.conversation.tools import Tools
from bot.understand import Understanding


async def with_second_reader(meant: Understanding, text: str, tools: Tools) -> Understanding:
    """What a message means, with another reader's guess first when this one is unsure and there is another."""
    if meant.confidence >= SURE or tools.second_opinion is None:
        return meant
    opinion = await tools.second_opinion.ask(text)
    if opinion is None or opinion.symptom is meant.symptom:
        return meant
    others = (meant.symptom, *(each for each in meant.alternatives if each is not opinion.symptom))
    return replace(meant, symptom=opinion.symptom, alternatives=others, entity=meant.entity or opinion.entity)
