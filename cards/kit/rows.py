"""Rows of buttons, broken so that every title can be read whole at 320 pixels."""

from collections.abc import Sequence
from functools import cache

from adaptive_cards import types

from bot.texts import Value, Voice
from cards.kit import elements as e
from cards.kit.actions import Execute, OpenUrl, Toggle
from cards.kit.neutral import bare
from cards.kit.style import TARGET

ROW = 39
"""How many characters fit in a row of buttons at 320 pixels, counting EDGES for what surrounds each title."""
EDGES = 5
SIGN = "↻"
"""What stands for a button whose words don't fit."""
BESIDE_SIGN = 36
"""How many characters fit in a row that ends in the sign."""

Pressed = Execute | OpenUrl | Toggle
Gap = types.Spacing


def buttons(actions: Sequence[Pressed], *, room: int = ROW) -> list[e.ActionSet]:
    """Buttons in as few rows as still show every title whole at 320 pixels; none at all for none."""
    rows: list[list[Pressed]] = []
    for action in actions:
        if rows and width(*rows[-1], action) <= room:
            rows[-1].append(action)
        else:
            rows.append([action])
    gaps = (Gap.MEDIUM, *(Gap.SMALL for _row in rows))
    return [e.ActionSet(actions=each, spacing=gap) for each, gap in zip(rows, gaps, strict=False)]


def ending_in(again: Execute, actions: Sequence[Pressed]) -> Sequence[e.Element]:
    """Buttons, and `again` behind them: in words where these fit in the same row, else as a sign.

    The sign is no button's title, for a screen reader would read that out: it is a column to be pressed, which is
    called what the button would be.
    """
    if width(*actions, again) <= ROW:
        return buttons([*actions, again])
    columns = [
        e.Column(width="stretch", items=buttons(actions, room=BESIDE_SIGN)),
        e.Column(
            width="32px",
            items=[sign()],
            select_action=again,
            spacing=Gap.SMALL,
            vertical_content_alignment=types.VerticalAlignment.CENTER,
        ),
    ]
    return [e.ColumnSet(columns=columns, spacing=Gap.MEDIUM)]


@cache
def sign() -> e.TextBlock:
    """The sign, made once: it is the same on every card."""
    middle = types.HorizontalAlignment.CENTER
    return e.TextBlock(text=SIGN, size=types.FontSize.LARGE, color=types.Colors.ACCENT, horizontal_alignment=middle)


def unfolding(words: Value, target: str, voice: Voice) -> e.Container:
    """A line that folds the container with the id `target` out and in; a line, where a button would weigh too much."""
    title = bare(words, voice)
    shown = e.TextBlock(text=f"{title} ▾", wrap=True, color=types.Colors.ACCENT)
    pressed = Toggle(title=title, target_elements=[target])
    return e.Container(items=[shown], select_action=pressed, min_height=TARGET, spacing=Gap.MEDIUM)


def width(*actions: Pressed) -> int:
    """How much room buttons take beside each other, in characters."""
    return sum(len(action.title) + EDGES for action in actions)
