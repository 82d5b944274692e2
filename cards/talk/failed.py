"""Something broke on the way."""

from bot.texts import Text, Voice, _
from cards import kit


def failed(reference: str, voice: Voice, *, retry: bool, changed: bool = False) -> kit.Card:
    """What to do now; `reference` finds it in the log.

    `retry` says whether trying again can help, `changed` that something was or may have been changed before.
    """
    title = happened(retry=retry, changed=changed)
    said = [kit.paragraph(each, voice) for each in what_now(retry=retry, changed=changed)]
    code = kit.quiet(_("Reference: {reference}", reference=reference), voice, close=False)
    return kit.card([kit.heading(title, voice), *said, code], title, voice)


def happened(*, retry: bool, changed: bool) -> Text:
    """Whose mistake it was."""
    if retry:
        return _("Microsoft didn't answer.")
    if changed:
        return _("Sync Doctor made a mistake and stopped.")
    return _("Sync Doctor made a mistake and stopped before changing anything more.")


def what_now(*, retry: bool, changed: bool) -> tuple[Text, ...]:
    """What the person can do, and what may not be repeated unseen."""
    look = _("A change had been sent to Microsoft before that, and may have been made. Ask me again: I look first.")
    mine = _("It isn't your fault. Send the reference to whoever runs Sync Doctor with you.")
    if retry:
        return (look,) if changed else (_("Nothing was changed. Try again in a minute."),)
    return (look, mine) if changed else (mine,)
