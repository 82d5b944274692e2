import pytest

from bot.conversation.several import questions_in


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
        "hi",
        "",
    ],
)
def test_one_question_stays_one(text: str) -> None:
    assert questions_in(text, "en-US") == (text,)
