"""A second reader for the sentences the local model is unsure of: optional, off by default, and never needed.

It is a chat-completions endpoint in OpenAI's form, Azure OpenAI in practice. It sees the text of one message and
nothing else, and can only say which symptom is meant and which words of that text are a name.
"""

from bot.second_opinion.opinion import Opinion
from bot.second_opinion.reader import SecondOpinion

__all__ = ["Opinion", "SecondOpinion"]
