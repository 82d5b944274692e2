"""Which language an activity is answered in, when something went wrong before its answer could tell."""

from bot.conversation.speaker import in_language
from bot.teams.door.inbound import Inbound
from bot.teams.door.pressed import language_of
from bot.texts import Voice
from bot.understand import detect_language


def answered_in(told: Inbound, voice: Voice) -> Voice:
    """The card's language for a pressed button, the message's own otherwise; `voice` is that of the person's client."""
    if language := language_of(told):
        return in_language(voice, language)
    return in_language(voice, detect_language(told.text, voice.region.replace("_", "-"))) if told.text else voice
