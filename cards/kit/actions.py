"""What can be pressed. Every press is an `Action.Execute`, with an `Action.Submit` for clients that don't know it.

Both carry the same: an Execute sends `verb` and `data`; a Submit sends `data` with the verb under `VERB` beside it.
https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/overview
"""
# pyright: reportIncompatibleVariableOverride=false
# The library's fallback takes no "drop", its `data` and targets no plain JSON.

from collections.abc import Sequence
from typing import Any

from adaptive_cards import card as ac
from adaptive_cards import types
from pydantic import Field

from bot.buttons import Button, carry
from bot.texts import Value, Voice
from cards.kit.elements import Fallback, Strict, complete
from cards.kit.neutral import bare

VERB = "verb"
"""Where a Submit's data has the button's verb; no button has a field of that name."""

Style = types.ActionStyle


class Execute(Strict, ac.ActionExecute):
    """A press the bot answers with a card."""

    title: str = Field()
    verb: str = Field()
    data: dict[str, Any] = Field()
    fallback: Fallback | None = None


class Submit(Strict, ac.ActionSubmit):
    """What a client sends that doesn't know `Execute`; it comes in as a message."""

    title: str = Field()
    data: dict[str, Any] = Field()
    fallback: Fallback | None = None


class OpenUrl(Strict, ac.ActionOpenUrl):
    """A way out of Teams."""

    title: str = Field()
    fallback: Fallback | None = None


class Toggle(Strict, ac.ActionToggleVisibility):
    """Folds elements of this card out and in, by their ids."""

    title: str = Field()
    target_elements: list[str] = Field()
    fallback: Fallback | None = None


complete(Execute, Submit, OpenUrl, Toggle)


def press(
    button: Button,
    title: Value,
    voice: Voice,
    *,
    style: Style | None = None,
    asks: bool = False,
    inputs: bool = False,
) -> Execute:
    """A press of `button`, which is told the card's language.

    `asks` says with "…" that something will be asked before it is done. Only with `inputs` does the press send the
    card's fields, and insist on the required ones.
    """
    data = carry(button.model_copy(update={"language": voice.language}))
    words = bare(title, voice) + ("…" if asks else "")
    needed = None if inputs else types.AssociatedInputs.NONE
    old = Submit(title=words, data={VERB: button.verb, **data}, style=style, associated_inputs=needed)
    return Execute(title=words, verb=button.verb, data=data, style=style, associated_inputs=needed, fallback=old)


def leave(title: Value, url: str, voice: Voice) -> OpenUrl:
    """A way to an https page; the arrow says that it leaves Teams."""
    if not url.startswith("https://"):
        raise ValueError("a card links to https pages only")
    return OpenUrl(title=f"{bare(title, voice)} ↗", url=url)


def fold(title: Value, targets: Sequence[str], voice: Voice) -> Toggle:
    """Fold out what is folded of the containers with these ids, and fold the others: one takes the other's place."""
    return Toggle(title=bare(title, voice), target_elements=list(targets))
