"""The person asked to be forgotten, and is, as far as something kept can be tied to them."""

from bot.texts import Voice, _
from cards import kit


def forgotten_card(voice: Voice) -> kit.Card:
    """What is gone, and what stays and why."""
    title = _("I have forgotten you.")
    gone = _(
        "You're signed out. I deleted where to reach you, what we talked about, your words to owners, and what I was "
        "going to look at for you later."
    )
    stays = (
        _("The log of changes stays with your organisation: who changed what and when, as ids."),
        _("Requests to owners stay, too, as ids, so that they can still answer; 90 days after that they are deleted."),
        _("Sentences I misread are kept without your id, so I can't find yours; they are deleted after 90 days."),
    )
    return kit.card(
        [
            kit.heading(title, voice),
            kit.paragraph(gone, voice),
            *(kit.quiet(each, voice, close=False) for each in stays),
        ],
        title,
        voice,
    )
