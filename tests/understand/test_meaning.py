"""What people mean: sentences of our own, none of them from the labelled sample the bot is measured on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.model import Symptom
from bot.understand import Understanding, understand


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message and what it means; `name` is what it names, "this" for this group."""

    text: str
    symptom: Symptom
    language: str
    name: str | None


def sentences(file: str) -> Iterator[Sentence]:
    """`[symptom language]`, then a message a line, ` => name` or ` => this` after it."""
    symptom, language = "", ""
    for line in (Path(__file__).parent / file).read_text("utf-8").splitlines():
        if line.startswith("["):
            symptom, language = line.strip("[]").split()
        elif line and not line.startswith("#"):
            text, _, name = line.partition(" => ")
            yield Sentence(text, Symptom(symptom), language, name or None)


def named(heard: Understanding) -> str | None:
    return "this" if heard.about == "this" and heard.entity is None else heard.entity


@pytest.mark.parametrize("sentence", list(sentences("must_be_right.txt")), ids=lambda sentence: sentence.text)
def test_what_must_be_right_is(sentence: Sentence) -> None:
    heard = understand(sentence.text)
    assert (heard.symptom, heard.language) == (sentence.symptom, sentence.language)
    assert named(heard) == sentence.name


def test_this_group_in_both_languages() -> None:
    for text in (
        "why can't I edit this group?",
        "hvorfor kan jeg ikke slette denne gruppe",
        "må ikke ændre gruppen her",
    ):
        assert understand(text).about == "this"
        assert understand(text).entity is None


def test_a_greeting_before_a_question_is_no_greeting_alone() -> None:
    heard = understand("Hi there, why can't I delete Old Intranet?")
    assert (heard.symptom, heard.entity, heard.greeting) == (Symptom.GROUP_DELETE, "Old Intranet", True)
    assert understand("Hello").greeting
    assert not understand("why can't I delete Old Intranet?").greeting


def test_whose_it_is() -> None:
    assert understand("why is my photo still the old one?").about == "self"
    assert understand("Mettes billede er stadig det gamle").about == "other"
    assert understand("is the directory sync running?").about == "tenant"
    assert understand("sign out").about == "self"


def test_slips_and_missing_letters() -> None:
    assert understand("why cant i edti this gruop").symptom is Symptom.GROUP_EDIT
    assert understand("hvorfor kan jeg ikke tilfoeje medlemer til gruppen").symptom is Symptom.GROUP_MEMBERS
    assert understand("my profle picure is still the odl one").symptom is Symptom.PHOTO_STALE


def test_error_messages_decide_alone() -> None:
    assert understand("AttributeValueMustBeUnique proxyAddresses").symptom is Symptom.SYNC_ERRORS
    assert understand("DependencyViolation on the third sku").symptom is Symptom.GROUP_LICENSES
    assert understand("ImageNotFound").symptom is Symptom.PHOTO_MISSING
    assert understand("AADSTS50126 in a sign-in box").symptom is Symptom.OUT_OF_SCOPE


def test_doubt_is_admitted_and_clarity_is_not_hidden() -> None:
    assert understand("the group").confidence < 0.6
    assert understand("hmm the thing is wrong").alternatives
    assert understand("why can't I add members to this group?").confidence > 0.8
