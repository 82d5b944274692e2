import pytest
from bot.conversation.several import questions_in
from bot.conversation.several_groups import named_in


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (
            "Why can't I edit Sales Nordic? Why can't I delete Marketing DK?",
            ("Why can't I edit Sales Nordic?", "Why can't I delete Marketing DK?"),
        ),
        (
            "Hvorfor kan jeg ikke slette Økonomi? Og hvorfor kan jeg ikke redigere Salg Danmark?",
            ("Hvorfor kan jeg ikke slette Økonomi?", "Og hvorfor kan jeg ikke redigere Salg Danmark?"),
        ),
        ("why can't I edit Marketing DK and who owns it?", ("why can't I edit Marketing DK", "who owns it?")),
        (
            "hvorfor kan jeg ikke slette Økonomi, og hvem ejer Salg Danmark?",
            ("hvorfor kan jeg ikke slette Økonomi", "hvem ejer Salg Danmark?"),
        ),
        (
            "Why can't I add people to All Employees? And where is it managed?",
            ("Why can't I add people to All Employees?", "And where is it managed?"),
        ),
    ],
)
def test_questions_that_stand_on_their_own_are_told_apart(text: str, questions: tuple[str, ...]) -> None:
    assert questions_in(text, "en-US") == questions


@pytest.mark.parametrize(
    "text",
    [
        "Why can't I edit Sales Nordic?",
        "Why can't I edit Sales Nordic? Is it broken? Please help.",
        "I own it. Everybody can see it. Why can't I edit Sales Nordic?",
        "I am an owner and can't delete Sales Nordic",
        "why can't I edit Sales Nordic and can you fix it?",
        "jeg ejer Salg Danmark og kan ikke redigere den",
        "hi",
        "",
    ],
)
def test_one_question_stays_one(text: str) -> None:
    assert questions_in(text, "en-US") == (text,)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("why can't I edit Marketing DK and Finance-List?", ("Marketing DK", "Finance-List")),
        ("hvorfor kan jeg ikke redigere Marketing DK og Salg Danmark", ("Marketing DK", "Salg Danmark")),
        ("who owns Marketing DK, Finance-List and Sales Nordic?", ("Marketing DK", "Finance-List", "Sales Nordic")),
        ("why can't I edit Marketing DK in Teams and Outlook?", ()),
        ("why can't I edit Marketing DK and Outlook says no?", ()),
        ("why can't I edit Marketing DK?", ()),
    ],
)
def test_groups_in_a_row(text: str, names: tuple[str, ...]) -> None:
    assert named_in(text, "en-US") == names
