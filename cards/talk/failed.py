"""Something broke on the way."""

from bot.texts import Voice, _
from cards import kit


def failed(reference: str, retry: bool, voice: Voice) -> kit.Card:
    """What to do now; `reference` finds it in the log, `retry` says whether trying again can help."""
    title = (
        _("Microsoft didn't answer.")
        if retry
        else _("Sync Doctor made a mistake and stopped before changing anything more.")
    )
    said = (
        _("Nothing was changed. Try again in a minute.")
        if retry
        else _("It isn't your fault. Send the reference to whoever runs Sync Doctor with you.")
    )
    code = kit.quiet(_("Reference: {reference}", reference=reference), voice, close=False)
    return kit.card([kit.heading(title, voice), kit.paragraph(said, voice), code], title, voice)
