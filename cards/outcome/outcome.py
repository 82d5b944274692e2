"""How a remedy went: what was read back, and what comes next."""

from collections.abc import Sequence

from bot.buttons import About, Again, Undo
from bot.remediate import Performed
from bot.remedies.ask_an_owner import AskAnOwner
from bot.remedies.start_photo_sync import StartPhotoSync
from bot.remedy import Outcome
from bot.steps import ASKED_LATELY
from bot.texts import Text, Voice, _
from cards import kit
from cards.outcome.details import read_back, refusal, still_standing
from cards.outcome.refusal import plainly
from cards.report.header import titled


def outcome(performed: Performed, nonce: str, voice: Voice, *, watched: bool = False) -> kit.Card:
    """The card after a press; `nonce` is for the way back, `watched` when the person is told as soon as it shows."""
    accent, word, title = headline(performed)
    said = [kit.heading(title, voice), kit.paragraph(next_step(performed), voice)]
    body = [
        titled(performed.report.question.subject.kind, performed.report.question.subject.name, None, voice),
        kit.band(accent, word, said, voice),
        *([kit.steps("request", voice)] if asked(performed) else ()),
        *([kit.paragraph(_("I'll tell you when it shows."), voice)] if watched else ()),
        *read_back(performed, voice),
        *refusal(performed, voice),
        *still_standing(performed, voice),
        *kit.buttons(ways_on(performed, nonce, voice)),
    ]
    return kit.card(body, title, voice)


def headline(performed: Performed) -> tuple[kit.Accent, Text, Text]:
    """Sign, word and sentence."""
    match performed.action.remedy:
        case AskAnOwner():
            return of_request(performed)
        case StartPhotoSync():
            return kit.Accent.NOTE, _("Under way"), _("Now it is SharePoint's turn.")
        case _:
            return of_change(performed.outcome)


def of_change(outcome: Outcome) -> tuple[kit.Accent, Text, Text]:
    """Sign, word and sentence for what was asked of Microsoft."""
    match outcome:
        case Outcome.DONE:
            return kit.Accent.GOOD, _("Done"), _("It worked: I looked again, and it shows.")
        case Outcome.ACCEPTED:
            return kit.Accent.NOTE, _("Under way"), _("Microsoft has accepted it, but it doesn't show yet.")
        case Outcome.PARTLY:
            return kit.Accent.RISK, _("Half done"), _("The first step was taken, the next one refused.")
        case Outcome.REFUSED:
            return kit.Accent.CAUSE, _("Refused"), _("Microsoft said no: nothing was changed.")
        case Outcome.UNKNOWN:
            return (
                kit.Accent.RISK,
                _("Not certain"),
                _("I lost Microsoft's answer, so I can't tell whether it was done."),
            )


def asked(performed: Performed) -> bool:
    """Whether people have been asked, so that it is for them to answer."""
    return isinstance(performed.action.remedy, AskAnOwner) and performed.outcome is Outcome.ACCEPTED


def of_request(performed: Performed) -> tuple[kit.Accent, Text, Text]:
    """Sign, word and sentence for a request to people, which either reached somebody or didn't."""
    if performed.outcome is Outcome.ACCEPTED:
        return kit.Accent.GOOD, _("Sent"), _("The owners have been asked.")
    if performed.refused and performed.refused.code == ASKED_LATELY:
        return kit.Accent.NOTE, _("Not sent"), _("You have asked the owners already, so I didn't send it again.")
    return kit.Accent.CAUSE, _("Not sent"), _("Nobody was reached: nothing was sent, and nothing was changed.")


def next_step(performed: Performed) -> Text:
    """What the person should know or do now."""
    if performed.refused:
        return plainly(performed.refused, performed.action.remedy)
    match performed.outcome:
        case Outcome.DONE:
            return performed.action.remedy.once_done
        case Outcome.ACCEPTED:
            return performed.action.remedy.shows_after
        case _:
            return _("Check again before you do anything more.")


def ways_on(performed: Performed, nonce: str, voice: Voice) -> Sequence[kit.Execute]:
    """Back, if there is a way back, and on."""
    remedy, about = performed.action.remedy, About.of(performed.action.question)
    look = performed.outcome is Outcome.UNKNOWN
    again = kit.press(Again(about=about), _("Check again"), voice, style=kit.Style.POSITIVE if look else None)
    if performed.outcome is not Outcome.DONE or performed.action.undo_of or not remedy.undo():
        return [again]
    undo = Undo(action=performed.id, about=About.done(performed.action.question), names=dict(remedy.names), nonce=nonce)
    return [kit.press(undo, _("Undo"), voice), again]
