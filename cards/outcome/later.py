"""What became of a change that was accepted and didn't show at once."""

from bot.buttons import About, Again, Undo
from bot.model import Question, Report
from bot.texts import Text, Voice, _
from cards import kit


def it_shows(report: Report, undo: Undo | None, voice: Voice) -> kit.Card:
    """Looked again, and it is there; `undo` takes it back, where there is a way back."""
    title = _("It shows now: the change to {name} has taken effect.", name=report.question.subject.name)
    return told(
        kit.Accent.GOOD,
        _("Done"),
        title,
        _("Teams and Outlook may show the old state for a while."),
        report.question,
        voice,
        undo,
    )


def it_does_not_show(question: Question, voice: Voice) -> kit.Card:
    """Looked for as long as it can take."""
    title = _("The change you made still doesn't show.")
    said = _("It should have by now. Check again; if it is still the same, show this to your IT support.")
    return told(kit.Accent.RISK, _("Not certain"), title, said, question, voice)


def look_yourself(question: Question, voice: Voice) -> kit.Card:
    """Nobody can look in the person's name any more."""
    title = _("I can't look any more whether your change shows: your sign-in with me has ended.")
    return told(kit.Accent.OPEN, _("Not certain"), title, _("Check now, and I'll sign you in again."), question, voice)


def told(  # noqa: PLR0917 - what a card says can't be left out
    accent: kit.Accent,
    word: Text,
    title: Text,
    said: Text,
    question: Question,
    voice: Voice,
    undo: Undo | None = None,
) -> kit.Card:
    """Sign, sentence, and a way to look."""
    again = kit.press(Again(about=About.of(question)), _("Check again"), voice)
    body = [
        kit.band(accent, word, [kit.heading(title, voice), kit.paragraph(said, voice)], voice),
        *kit.buttons([*([kit.press(undo, _("Undo"), voice)] if undo else []), again]),
    ]
    return kit.card(body, title, voice)
