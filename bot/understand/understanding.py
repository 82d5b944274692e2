"""What is understood of a message."""

from dataclasses import dataclass

from bot.model import Operation, Symptom
from bot.person_details import Detail


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a question means. Names and spans are as typed, in the message without its invisible characters.

    `language` is an ISO code; without `language_told` no word tells it (a bare name, "2") and it is only the client's:
    a conversation stays in its own. `confidence` is the probability of `symptom`, 0 to 1; `alternatives` are the next
    likeliest. `entity` is the subject (`entity_kind` "group" or "user"); `about` is "self", "other", "this" (this
    group), "tenant" or None; `greeting` when the message is or begins with one.
    """

    symptom: Symptom
    language: str
    confidence: float
    alternatives: tuple[Symptom, ...] = ()
    entity: str | None = None
    entity_kind: str | None = None
    about: str | None = None
    greeting: bool = False
    language_told: bool = True
    operation: Operation | None = None
    """What is wanted, where the symptom alone doesn't tell."""
    detail: Detail | None = None
    """Which of a person's details it is about and where they are seen, where that is said."""
    person: str | None = None
    """Whose rights are asked about, when somebody else than the writer is named."""
    compared: str | None = None
    """For whom it works, when it is asked why it doesn't for `person` (or the writer)."""
    of_another: bool = False
    """Whether somebody else's rights are asked about, also when no name says whose: "my colleague can't"."""
    other: str | None = None
    """Who is to be added, removed or made an owner: a person, or an address."""
    other_before: bool = False
    """Whether whoever is to be added, removed or made an owner was named before: "make him an owner"."""
    persons: tuple[str, ...] = ()
    """All of them when `person` is one of several: "Lee and Adele can't"."""
    others: tuple[str, ...] = ()
    """All of them when `other` is one of several: "add Lee and Adele"."""
    leftovers: tuple[str, ...] = ()
    """Unless a sure name was found: what may be the subject's name, the likeliest first; `entity` is among them."""
    clues: tuple[str, ...] = ()
    """What pasted errors and codes say: the names in `asked/clues.txt`."""
    row: str | None = None
    """When the question was asked of several groups in a row: all of them as typed. "Research and Development" may be
    one group: look it up too.
    """
    text: str = ""
    """The part of the message that asks this."""
    span: tuple[int, int] = (0, 0)
    """Where `text` stands in the message."""
