"""How our cards look. Sizes, colours, distances and the breaking of rows are decided here and nowhere else."""

from collections.abc import Iterable, Sequence
from enum import Enum

from adaptive_cards import types

from bot.buttons import Button
from bot.texts import Value, Voice, _
from cards.kit import elements as e
from cards.kit.actions import leave, press
from cards.kit.neutral import bare, spoken

TARGET = "24px"
"""As high as what is pressed has to be: https://www.w3.org/WAI/WCAG22/Understanding/target-size-minimum"""
Size, Weight, Gap = types.FontSize, types.FontWeight, types.Spacing


class Accent(Enum):
    """A sign before a word, and the ground of a band; no colour is alone: each has its own shape and word too."""

    CAUSE = ("●", types.ContainerStyle.ATTENTION)
    RISK = ("▲", types.ContainerStyle.WARNING)
    NOTE = ("■", types.ContainerStyle.ACCENT)
    GOOD = ("✔", types.ContainerStyle.GOOD)
    OPEN = ("◆", types.ContainerStyle.EMPHASIS)

    def __init__(self, sign: str, ground: types.ContainerStyle) -> None:
        self.sign, self.ground = sign, ground


def heading(words: Value, voice: Voice) -> e.TextBlock:
    """The one sentence somebody in a hurry reads."""
    return e.TextBlock(
        text=spoken(words, voice),
        style=types.TextBlockStyle.HEADING,
        size=Size.LARGE,
        weight=Weight.BOLDER,
        wrap=True,
        spacing=Gap.SMALL,
    )


def subheading(words: Value, voice: Voice) -> e.TextBlock:
    """What the next lines are about."""
    return e.TextBlock(
        text=spoken(words, voice),
        style=types.TextBlockStyle.HEADING,
        size=Size.DEFAULT,
        weight=Weight.BOLDER,
        wrap=True,
        spacing=Gap.MEDIUM,
    )


def paragraph(words: Value, voice: Voice) -> e.TextBlock:
    """A sentence or two."""
    return e.TextBlock(text=spoken(words, voice), wrap=True, spacing=Gap.SMALL)


def strong(words: Value, voice: Voice) -> e.TextBlock:
    """A name."""
    return e.TextBlock(text=spoken(words, voice), weight=Weight.BOLDER, wrap=True)


def quiet(words: Value, voice: Voice, *, close: bool = True) -> e.TextBlock:
    """Something to know that isn't the point; `close` when it belongs to the line above."""
    gap = Gap.NONE if close else Gap.SMALL
    return e.TextBlock(text=spoken(words, voice), is_subtle=True, size=Size.SMALL, wrap=True, spacing=gap)


def ticked(lines: Iterable[Value], voice: Voice) -> e.RichTextBlock:
    """Things found in order, a line each, in one element: they are our own words, in which nothing is Markdown."""
    text = "\n".join(f"✓ {bare(line, voice)}" for line in lines)
    return e.RichTextBlock(inlines=[e.TextRun(text=text, size=Size.SMALL)], spacing=Gap.SMALL)


def bullet(words: Value, voice: Voice) -> e.TextBlock:
    """One of several things to know. No Markdown list: its lines run out of a narrow card."""
    return e.TextBlock(text=f"•\u00a0{spoken(words, voice)}", wrap=True, spacing=Gap.SMALL)


def label(accent: Accent, word: Value, voice: Voice) -> e.TextBlock:
    """A sign and its word."""
    return e.TextBlock(text=f"{accent.sign} {spoken(word, voice)}", size=Size.SMALL, weight=Weight.BOLDER, wrap=True)


def band(accent: Accent, word: Value, blocks: Sequence[e.Element], voice: Voice) -> e.Container:
    """What matters most, under a word that says how it stands, on that word's colour from edge to edge."""
    said = [label(accent, word, voice), *blocks]
    return e.Container(items=said, style=accent.ground, bleed=True, spacing=Gap.MEDIUM)


def panel(blocks: Sequence[e.Element]) -> e.Container:
    """What is about to happen, on a ground of its own from edge to edge."""
    return e.Container(items=list(blocks), style=types.ContainerStyle.EMPHASIS, bleed=True, spacing=Gap.MEDIUM)


def section(blocks: Sequence[e.Element], *, line: bool = False) -> e.Container:
    """Lines that belong together, with a line above if that helps."""
    return e.Container(items=list(blocks), separator=line or None, spacing=Gap.MEDIUM)


def folded(id: str, blocks: Sequence[e.Element], *, shown: bool = False) -> e.Container:
    """What is shown when somebody asks for it, or from the start."""
    return e.Container(id=id, is_visible=shown, items=list(blocks), spacing=Gap.MEDIUM)


def facts(pairs: Iterable[tuple[Value, Value]], voice: Voice) -> e.Container:
    """What is known, each with its name, in lines that break where they must.

    A fact set's columns cut "Brugeradministrator" off at 320 pixels, and rich text breaks no long address.
    """
    lines = [line for name, value in pairs for line in fact(name, value, voice)]
    return e.Container(items=lines, spacing=Gap.SMALL)


def fact(name: Value, value: Value, voice: Voice) -> Sequence[e.TextBlock]:
    """One thing known; several names each on a line of its own, so that somebody can be found among them."""
    if not (isinstance(value, tuple) and len(value) > 1 and any(type(each) is str for each in value)):
        return [paragraph(_("{label}: {value}", label=name, value=value), voice)]
    return [paragraph(_("{label}:", label=name), voice), *(bullet(each, voice) for each in value)]


def link(words: Value, url: str, voice: Voice) -> e.Container:
    """A line that leads out of Teams; it wraps where a button would be cut."""
    away = leave(words, url, voice)
    shown = e.TextBlock(text=f"{spoken(words, voice)} ↗", color=types.Colors.ACCENT, wrap=True)
    return e.Container(items=[shown], select_action=away, min_height=TARGET, spacing=Gap.MEDIUM)


def row(lines: Sequence[Value], button: Button, voice: Voice, *, line: bool) -> e.Container:
    """One of several things to choose, all of it to be pressed, by mouse or keyboard; its name comes first."""
    name, *details = lines
    said = [strong(name, voice), *(quiet(each, voice) for each in details)]
    chevron = e.TextBlock(text="›", size=Size.LARGE, is_subtle=True)
    columns = [
        e.Column(width="stretch", items=said),
        e.Column(width="auto", items=[chevron], vertical_content_alignment=types.VerticalAlignment.CENTER),
    ]
    action = press(button, ", ".join(bare(each, voice) for each in lines), voice)
    inside = e.ColumnSet(columns=columns)
    return e.Container(items=[inside], select_action=action, separator=line or None, spacing=Gap.SMALL)


SHARES = (4, 3, 3)
"""How wide the columns of a comparison are: "Administreres i" just fits in the first at 320 pixels."""


def compared(rows: Sequence[tuple[Value, Value, Value]], voice: Voice) -> e.Table:
    """What is, and what will be."""
    head = (_("What"), _("Now"), _("Afterwards"))
    return e.Table(
        columns=[e.TableColumn(width=share) for share in SHARES],
        rows=[cells(head, voice, weight=Weight.BOLDER), *(cells(each, voice, weight=None) for each in rows)],
        first_row_as_header=True,
        show_grid_lines=False,
        spacing=Gap.MEDIUM,
    )


def cells(values: tuple[Value, Value, Value], voice: Voice, *, weight: types.FontWeight | None) -> e.TableRow:
    """One row of such a table."""
    blocks = [e.TextBlock(text=spoken(value, voice), wrap=True, weight=weight) for value in values]
    return e.TableRow(cells=[e.TableCell(items=[block]) for block in blocks])
