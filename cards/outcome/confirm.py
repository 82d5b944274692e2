"""What a remedy would do, before it does it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.buttons import About, Again, Button, Confirm, Undo
from bot.model import Link
from bot.remedy import Danger, Input, Remedy
from bot.steps import Write
from bot.texts import Text, Voice, _
from cards import kit
from cards.outcome.sentences import sentences
from cards.report.header import titled

LONGEST_NAME = 256
"""https://learn.microsoft.com/graph/api/resources/group, displayName"""


@dataclass(frozen=True, slots=True)
class Beneath:
    """What stands below the change: the picture to be written, as a `data:` address, and where to do it by hand."""

    picture: str = ""
    ways: Sequence[Link] = ()


NOTHING = Beneath()


def confirm(  # noqa: PLR0917 - what a confirmation is about can't be left out
    about: About,
    diagnosis: str,
    remedy: Remedy,
    nonce: str,
    voice: Voice,
    problem: Text | None = None,
    *,
    allowed: bool = False,
    beneath: Beneath = NOTHING,
) -> kit.Card:
    """The change, its price and who may make it; `problem` is what was wrong with the form the last time.

    `allowed` is whether the reader is known to be allowed it.
    """
    yes = Confirm(
        about=about, diagnosis=diagnosis, remedy=remedy.id(), arguments=remedy.model_dump(mode="json"), nonce=nonce
    )
    return shown(yes, about, remedy, voice, problem, allowed=allowed, beneath=beneath)


def confirm_undo(undo: Undo, about: About, way_back: Remedy, voice: Voice) -> kit.Card:
    """The way back from an action that is no longer fresh in anybody's mind, its price and who may; `undo` takes it."""
    return shown(undo, about, way_back, voice)


def shown(
    yes: Button,
    about: About,
    remedy: Remedy,
    voice: Voice,
    problem: Text | None = None,
    *,
    allowed: bool = False,
    beneath: Beneath = NOTHING,
) -> kit.Card:
    """What `remedy` turns into what, with `yes` to do it."""
    style = kit.Style.DESTRUCTIVE if remedy.danger is Danger.FINAL else kit.Style.POSITIVE
    go = kit.press(yes, remedy.confirmation, voice, style=style, inputs=True)
    body = [
        titled(about.kind, named(remedy), None, voice),
        *([kit.label(kit.Accent.CAUSE, problem, voice)] if problem else ()),
        kit.panel([kit.heading(remedy.button, voice), *consequences(remedy, voice)]),
        *shown_beneath(beneath, voice),
        *compared(remedy, voice),
        *(kit.field(asked, voice) for asked in (*remedy.form, *typed(remedy))),
        *needs(remedy, voice, allowed=allowed),
        *kit.buttons([go, kit.press(Again(about=about), _("Cancel"), voice)]),
    ]
    return kit.card(body, remedy.warning, voice)


def shown_beneath(beneath: Beneath, voice: Voice) -> Sequence[kit.Element]:
    """The picture that would be written, and where to do what is done by hand."""
    alt = _("The picture you sent, as it would be shown")
    shown = [kit.photo(beneath.picture, alt, voice)] if beneath.picture else []
    return [*shown, *(kit.link(way.label, way.url, voice) for way in beneath.ways)]


def consequences(remedy: Remedy, voice: Voice) -> Sequence[kit.Element]:
    """What it brings with it, a line each; a single one needs no bullet."""
    said = sentences(remedy.warning, voice)
    return [kit.bullet(each, voice) for each in said] if len(said) > 1 else [kit.paragraph(remedy.warning, voice)]


def named(remedy: Remedy) -> str:
    """What the remedy changes, by name: the first name it carries."""
    return next((str(value) for field, value in remedy if field.endswith("_name")), "")


def compared(remedy: Remedy, voice: Voice) -> Sequence[kit.Element]:
    """Before and after, where anything changes at once."""
    rows = [(change.label, change.before, change.after) for change in remedy.changes]
    return [kit.compared(rows, voice)] if rows else ()


def typed(remedy: Remedy) -> tuple[Input, ...]:
    """What can't be taken back is done by somebody who typed its name."""
    if remedy.danger is not Danger.FINAL:
        return ()
    asked = _("Type {name} to confirm", name=named(remedy))
    return (Input("typed", asked, required=True, max_length=LONGEST_NAME),)


def needs(remedy: Remedy, voice: Voice, *, allowed: bool) -> Sequence[kit.Element]:
    """Who may, where Microsoft has a say in it, and whether the reader is one of them."""
    if not any(isinstance(step, Write) for step in remedy.steps()):
        return ()
    said = (
        _("Needs: {role}. That includes you ✓", role=remedy.role)
        if allowed
        else _("Needs: {role}. Microsoft decides when you press.", role=remedy.role)
    )
    return [kit.quiet(said, voice, close=False)]
