"""A card as somebody reads it, top to bottom, a line of text for each line on the screen.

    # heading        **name or subheading**     (quiet)      **● sign and word**
    [Button]         [Button!] stands out       [Button ↗ https://…] leaves Teams
    label: value     | cell | cell |            [**a row** to press ›]     picture: its alt text
    > what stands on a ground of its own        + what is folded away until somebody asks
    ●> what stands on a coloured ground, marked with the sign of its colour

Markdown stays as it is sent: whether a name was made harmless can be seen here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from tests.cards.walk import Json

GROUNDS: Mapping[str, str] = {"emphasis": "> ", "attention": "●> ", "warning": "▲> ", "accent": "■> ", "good": "✔> "}
STANDS_OUT: Mapping[str, str] = {"positive": "!", "destructive": "!!"}
HOLDING = ("items", "columns", "rows", "cells")


def as_text(card: Json) -> str:
    """The whole card, with the line that notifications show first and the press Teams makes by itself last."""
    seen = [line for block in card["body"] for line in lines(block)]
    refresh = card.get("refresh")
    own = [f"(Teams presses for {len(refresh['userIds'])} people: {button(refresh['action'])})"] if refresh else []
    return "\n".join([f"{card['lang']}: {card['fallbackText']}", "", *seen, *own, ""])


def lines(block: Json) -> Iterator[str]:
    """One element. Raises `KeyError` for one that nobody here can read."""
    if block.get("separator"):
        yield "---"
    shown = SHOWN[block["type"]](block)
    pressed = block.get("selectAction")
    yield from shown if pressed is None else (f"[{' '.join([*shown, *beyond(pressed)])}]",)


def beyond(pressed: Json) -> Iterator[str]:
    """Where a press on more than a button leads, what it folds, and what it is called where nobody reads that."""
    if "url" in pressed:
        yield pressed["url"]
    yield from (f"+{{{id}}}" for id in pressed.get("targetElements", ()))
    if pressed["type"] == "Action.Execute" and pressed["verb"] == "again":
        yield f"= {pressed['title']}"


def inside(block: Json) -> Iterator[str]:
    """What stands in a container, a column, a row or a cell."""
    (holding,) = (key for key in HOLDING if key in block)
    return (line for each in block[holding] for line in lines(each))


def container(block: Json) -> Iterator[str]:
    """What is folded, or stands on a ground of its own, is marked line by line."""
    mark = "+ " if block.get("isVisible") is False else GROUNDS.get(str(block.get("style")), "")
    name = [f"{{{block['id']}}}"] if block.get("id") else []
    return (mark + line for line in [*name, *inside(block)])


def columns(block: Json) -> Iterable[str]:
    """Columns beside each other on one line."""
    return ("   ".join(" ".join(lines(column)) for column in block["columns"]),)


def words(block: Json) -> Iterable[str]:
    """A text block, marked with what makes it look different from others."""
    text = str(block["text"])
    if block.get("style") == "heading":
        return (f"# {text}" if block.get("size") == "large" else f"**{text}**",)
    if block.get("weight") == "bolder":
        return (f"**{text}**",)
    return (f"({text})" if block.get("isSubtle") else text,)


def rows(table: Json) -> Iterator[str]:
    """A table, a line a row."""
    return (f"| {' | '.join(' '.join(inside(cell)) for cell in row['cells'])} |" for row in table["rows"])


def field(asked: Json) -> Iterator[str]:
    """A field to fill in: "*" when it is required, and its choices."""
    yield f"{asked['label']}{'*' if asked.get('isRequired') else ''}: ____"
    for each in asked.get("choices", ()):
        yield f"  ({'x' if each['value'] == asked.get('value') else ' '}) {each['title']}"


def button(action: Json) -> str:
    """A button as it looks, with the address it leads to or what it folds out."""
    unfolds = [f"+{{{id}}}" for id in action.get("targetElements", ())]
    title = f"{action['title']}{STANDS_OUT.get(str(action.get('style')), '')}"
    return f"[{' '.join([title, *unfolds, action.get('url', '')]).strip()}]"


SHOWN: Mapping[str, Callable[[Json], Iterable[str]]] = {
    "TextBlock": words,
    "RichTextBlock": lambda block: "".join(run["text"] for run in block["inlines"]).splitlines(),
    "Image": lambda block: (f"picture: {block['altText']}",),
    "Table": rows,
    "ActionSet": lambda block: (" ".join(button(each) for each in block["actions"]),),
    "Input.Text": field,
    "Input.ChoiceSet": field,
    "ColumnSet": columns,
    "Column": inside,
    "Container": container,
}
"""Type of an element → its lines."""
