"""adaptive-cards-py's elements, made strict and fit for Teams.

The library drops what it doesn't know (a misspelt property, everything Teams adds) and writes a child with the fields
of its declared type only. Here unknown names are refused, and children are written as what they are.
https://adaptivecards.microsoft.com/?topic=host-teams
"""
# pyright: reportIncompatibleVariableOverride=false
# The library declares children as closed unions, in which Teams' own elements have no place; a model with one of them
# also carries the validators of the whole library, a megabyte each.

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, Self, TypeAlias

from adaptive_cards import card as ac
from adaptive_cards import types
from pydantic import (
    ConfigDict,
    Field,
    SerializeAsAny,
    SerializerFunctionWrapHandler,
    field_serializer,
    model_validator,
)

from cards.kit.neutral import whole

Element: TypeAlias = ac.ComponentBaseModel
"""Anything that can stand in a card: an element, an action, a part of one."""
Child: TypeAlias = SerializeAsAny[Element]
if TYPE_CHECKING:
    Children: TypeAlias = Sequence[Child]
else:
    # Of any Sequence pydantic makes a list first, in Python and at every level; of a list it makes JSON at once.
    Children = list[Child]
Fallback: TypeAlias = Child | types.FallbackOption


class Strict(ac.ComponentBaseModel):
    """Refuses what it doesn't know, also on assignment."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True)


class Placed(Strict):
    """What Teams adds to every element: `target_width` such as "AtLeast:Standard", and a language of its own."""

    target_width: str | None = Field(default=None, pattern="^((AtLeast|AtMost):)?(VeryNarrow|Narrow|Standard|Wide)$")
    lang: str | None = None
    fallback: Fallback | None = None


class TextBlock(Placed, ac.TextBlock):
    """Words, read as Markdown."""


class TextRun(Strict, ac.TextRun):
    """Words in a `RichTextBlock`, shown exactly as they stand."""

    select_action: Child | None = None


class RichTextBlock(Placed, ac.RichTextBlock):
    """Words that are no Markdown: for what is copied."""

    inlines: Children = Field()


class Image(Placed, ac.Image):
    """A picture, and in `alt_text` what it shows.

    Microsoft's renderer writes no `alt` at all for "", and a screen reader then reads the address out, so an empty one
    is refused: what says nothing the words don't is left out of the card.
    """

    alt_text: str = Field(min_length=1, pattern=r"\S")
    select_action: Child | None = None


class Container(Placed, ac.Container):
    """Elements that belong together; the whole of it can be pressed when it has a `select_action`."""

    items: Children = Field()
    select_action: Child | None = None


class Column(Placed, ac.Column):
    """One column: `width` is "auto", "stretch", pixels such as "50px", or a share."""

    items: Children = Field()
    select_action: Child | None = None


class ColumnSet(Placed, ac.ColumnSet):
    """Columns beside each other."""

    columns: Children = Field()
    select_action: Child | None = None


class ActionSet(Placed, ac.ActionSet):
    """Buttons in one row."""

    actions: Children = Field()


class TableCell(Placed, ac.TableCell):
    """What stands in one cell."""

    items: Children = Field()
    select_action: Child | None = None


class TableRow(Strict, ac.TableRow):
    """One row."""

    cells: Children = Field()


class TableColumn(Strict, ac.TableColumnDefinition):
    """How wide a column is: a share."""


class Table(Placed, ac.Table):
    """A table. Renderers read `firstRowAsHeaders`; schema 1.5 and the library miss the last letter."""

    columns: Children = Field()
    rows: Children = Field()
    first_row_as_header: bool | None = Field(default=None, serialization_alias="firstRowAsHeaders")


class TextInput(Placed, ac.InputText):
    """A field to write in; `error_message` stands there when it is required and empty."""

    label: str = Field()
    inline_action: Child | None = None


class DataQuery(Strict):
    """Lets Teams ask the bot for choices while somebody types: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search"""

    type: Literal["Data.Query"] = "Data.Query"
    dataset: str


class Choice(Strict, ac.InputChoice):
    """One thing to choose; its title is plain words, whatever list it stands in."""


class ChoiceInput(Placed, ac.InputChoiceSet):
    """A choice of one, or of several with `is_multi_select`.

    Titles are Markdown where all of them are shown (expanded, or several to choose) and plain words in a list that
    folds out; they are written so that both show the title as it stands. A filtered list sends back the value of the
    first title that is equal to what stands in its field, and shows a `value` chosen in advance as it stands: titles in
    it must differ, and nothing may be chosen in advance. Both as Microsoft's renderer does it.
    Raises `ValueError`.
    """

    label: str = Field()
    choices: list[Choice] = Field()
    choices_data: DataQuery | None = Field(default=None, serialization_alias="choices.data")

    @property
    def markdown(self) -> bool:
        """Whether titles are read as Markdown."""
        return self.style is types.ChoiceInputStyle.EXPANDED or bool(self.is_multi_select)

    @field_serializer("choices", mode="wrap")
    def _as_they_stand(self, choices: list[Choice], write: SerializerFunctionWrapHandler) -> object:
        return write(
            [each.model_copy(update={"title": whole(each.title)}) for each in choices] if self.markdown else choices
        )

    @model_validator(mode="after")
    def _what_is_typed_is_one_of_them(self) -> Self:
        if self.style is types.ChoiceInputStyle.FILTERED:
            titles = {each.title for each in self.choices}
            if len(titles) < len(self.choices):
                raise ValueError("two choices of a filtered list have the same title")
            if self.value is not None:
                raise ValueError("a filtered list shows what is chosen in advance by its value")
        return self


def complete(*models: type[Element]) -> None:
    """Let pydantic resolve the names the library's annotations are written with, which are its own."""
    for model in models:
        model.model_rebuild(_types_namespace=vars(ac))


complete(TextBlock, TextRun, RichTextBlock, Image, Container, Column, ColumnSet, ActionSet)
complete(TableCell, TableRow, TableColumn, Table, TextInput, DataQuery, ChoiceInput, Choice)
