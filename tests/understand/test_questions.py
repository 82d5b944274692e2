"""A message read once into the questions it holds."""

import pytest

from bot.model import Symptom
from bot.understand import understand, understand_all

EDIT, MEMBERS, OWNERS, DELETE, SOURCE = (
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_OWNERS,
    Symptom.GROUP_DELETE,
    Symptom.GROUP_SOURCE,
)
SEVERAL = (
    ("Why can't I edit Sales, and who owns it?", [(EDIT, "Sales"), (OWNERS, "Sales")]),
    ("Hvorfor kan jeg ikke redigere Salg Norden, og hvem ejer den?", [(EDIT, "Salg Norden"), (OWNERS, "Salg Norden")]),
    ("Hvem ejer Projekt Nord og hvor styres den?", [(OWNERS, "Projekt Nord"), (SOURCE, "Projekt Nord")]),
    ("Why can't I edit Sales? Who owns HR Partners?", [(EDIT, "Sales"), (OWNERS, "HR Partners")]),
    ("I can't edit Marketing DK and I can't delete Projekt Syd", [(EDIT, "Marketing DK"), (DELETE, "Projekt Syd")]),
    ("Why can't I edit Marketing DK? And Projekt Syd?", [(EDIT, "Marketing DK"), (EDIT, "Projekt Syd")]),
    ("hvem ejer gruppen, og kan jeg slette den?", [(OWNERS, None), (DELETE, None)]),
    ("why can't I edit Sales, Marketing DK and HR?", [(EDIT, "Sales"), (EDIT, "Marketing DK"), (EDIT, "HR")]),
    ("why can't I edit sales, marketing dk and hr?", [(EDIT, "sales"), (EDIT, "marketing dk"), (EDIT, "hr")]),
    (
        "who owns Marketing DK, Marketing DE and Finance-List",
        [(OWNERS, "Marketing DK"), (OWNERS, "Marketing DE"), (OWNERS, "Finance-List")],
    ),
    ("hvorfor kan jeg ikke redigere Salg Norden og Økonomi", [(EDIT, "Salg Norden"), (EDIT, "Økonomi")]),
)
SINGLE = (
    ("I'm the owner of HR Partners. Why can't I add people?", MEMBERS, "HR Partners"),
    ("I'm an owner of Marketing DK. I can't add people. The button is grey. What do I do?", MEMBERS, "Marketing DK"),
    ("Can you tell me why I can't edit Marketing DK? Thanks!", EDIT, "Marketing DK"),
    ("I can't edit Marketing DK. Can you fix it?", EDIT, "Marketing DK"),
    ("can't edit Marketing DK since yesterday and the button is grey", EDIT, "Marketing DK"),
    ("Why can't I edit Marketing DK? I own it.", EDIT, "Marketing DK"),
    ("hvorfor kan jeg ikke tilføje folk i Gl. Havnekontor?", MEMBERS, "Gl. Havnekontor"),
    ("Adele can add people to Marketing DE, Lee can't", MEMBERS, "Marketing DE"),
    ("why can't I edit?", EDIT, None),
    ("hello", Symptom.HELP, None),
    ("", Symptom.HELP, None),
)


@pytest.mark.parametrize(("text", "wanted"), SEVERAL)
def test_each_question_is_read(text: str, wanted: list[tuple[Symptom, str | None]]) -> None:
    assert [(heard.symptom, heard.entity) for heard in understand_all(text)] == wanted


@pytest.mark.parametrize(("text", "symptom", "name"), SINGLE)
def test_background_stays_with_its_question(text: str, symptom: Symptom, name: str | None) -> None:
    (heard,) = understand_all(text)
    assert (heard.symptom, heard.entity) == (symptom, name)


def test_each_says_which_part_of_the_message_it_is() -> None:
    text = "Hi, why can't I edit Sales? And who owns HR Partners?"
    for heard in understand_all(text):
        start, end = heard.span
        assert text[start:end] == heard.text
    assert [heard.text for heard in understand_all(text)] == ["why can't I edit Sales?", "who owns HR Partners?"]


def test_a_row_is_kept_whole_since_it_may_be_one_name() -> None:
    heard = understand_all("why can't I edit Research and Development?")
    assert [each.entity for each in heard] == ["Research", "Development"]
    assert {each.row for each in heard} == {"Research and Development"}


def test_a_quoted_name_is_no_row() -> None:
    (heard,) = understand_all('why can\'t I edit "Research and Development"?')
    assert (heard.entity, heard.row) == ("Research and Development", None)


def test_six_groups_are_six_questions() -> None:
    names = [
        "Projekt Nord",
        "Projekt Syd",
        "Eksport Norden",
        "Messe Herning 2027",
        "Onboarding 2026",
        "Julefrokost 2026",
    ]
    heard = understand_all(f"hvorfor kan Lee ikke slette {', '.join(names[:-1])} og {names[-1]}?")
    assert [each.entity for each in heard] == names
    assert {each.person for each in heard} == {"Lee"}


def test_people_are_shared_with_what_points_back() -> None:
    first, second = understand_all("Why can't Lee edit Sales, and can he delete it?")
    assert (first.person, second.person, second.entity) == ("Lee", "Lee", "Sales")
    first, second = understand_all("add Lee to Marketing DK and remove Adele from Projekt Syd")
    assert (first.other, first.entity, second.other, second.entity) == ("Lee", "Marketing DK", "Adele", "Projekt Syd")


@pytest.mark.parametrize("text", ["Why can't I edit Marketing DK?", "Marketing DK", "hvem ejer den?", "2", "sign out"])
def test_a_single_question_is_the_same_either_way(text: str) -> None:
    assert understand_all(text) == (understand(text),)
