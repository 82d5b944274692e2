"""Which language is answered: the message's, as far as its words tell."""

from bot.understand.language import detect_language


def spoken_language(text: str, locale: str) -> str:
    """ISO code of a clean message's language; `locale` is like "da-DK".

    Few words are as Norwegian as they are Danish: written by somebody whose client is Danish, they are Danish.
    """
    found = detect_language(text, locale)
    return "da" if found == "no" and locale.lower().split("-")[0] == "da" else found
