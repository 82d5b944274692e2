"""A card as text in a terminal: what it says, and its buttons numbered."""

from typing import Any, cast

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from bot.conversation.reply import Reply

Json = dict[str, Any]


def show(reply: Reply, console: Console) -> None:
    """Print the card of a reply."""
    console.print(panel(reply.card.wire()))


def panel(card: Json) -> Panel:
    """A card, framed."""
    lines = Text()
    for line in lines_of(card):
        lines.append_text(line)
        lines.append("\n")
    return Panel(lines, border_style="dim", width=78)


def lines_of(card: Json) -> list[Text]:
    """Everything a card says, in reading order; folded parts are shown, since a terminal can't unfold."""
    lines = [line for element in children(card, "body") for line in element_lines(element)]
    buttons = [Text(f"[{place}] {title(action)}", style="bold cyan") for place, action in enumerate(actions(card), 1)]
    return [*lines, *([Text("")] if buttons else []), *buttons]


def element_lines(element: Json) -> list[Text]:
    """One element as lines."""
    match element.get("type"):
        case "TextBlock":
            style = "bold" if element.get("style") == "heading" or element.get("weight") == "bolder" else ""
            shade = "dim" if element.get("isSubtle") else style
            return [Text(plain(element.get("text", "")), style=shade)]
        case "Badge":
            return [Text(str(element.get("text", "")), style="bold")]
        case "RichTextBlock":
            return [Text("".join(run if isinstance(run, str) else run.get("text", "") for run in element["inlines"]))]
        case "Input.Text" | "Input.ChoiceSet":
            options = "/".join(str(c["value"]) for c in children(element, "choices"))
            name = f"{element['id']}{f': {options}' if options else ''}"
            return [Text(f"  {element.get('label', '')} ({name})", "yellow")]
        case _:
            return [line for key in CONTAINERS for each in children(element, key) for line in element_lines(each)]


CONTAINERS = ("items", "columns", "rows", "cells")


def actions(element: Json) -> list[Json]:
    """Every button of a card in reading order, the card's own last; unfolding is left out."""
    found = [action for key in ("body", *CONTAINERS) for each in children(element, key) for action in actions(each)]
    own = [a for a in children(element, "actions") if a.get("type") != "Action.ToggleVisibility"]
    pressed: Any = element.get("selectAction")
    return [*([cast(Json, pressed)] if isinstance(pressed, dict) else []), *found, *own]


def title(action: Json) -> str:
    """A button's title, with its address when it leaves the chat."""
    url = action.get("url")
    return f"{action.get('title', '')} {url}" if url else str(action.get("title", ""))


def children(element: Json, key: str) -> list[Json]:
    """The elements under `key`."""
    return cast(list[Json], element.get(key) or [])


def plain(markdown: str) -> str:
    """Text as Teams would show it: the escapes and joiners that keep names harmless are for Teams only."""
    return markdown.replace("\u2060", "").replace("\\", "")
