"""`syncdoctor ask --json` is a contract: measuring tools read it."""

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.sandbox.company import COMPANIES, load


def ask(*arguments: str) -> dict[str, Any]:
    result = CliRunner().invoke(app, ["ask", *arguments, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_an_answer_has_exactly_the_promised_shape() -> None:
    answer = ask("why can't I edit Marketing DK?", "--as", "adele@contoso.com")
    assert list(answer) == ["outcome", "question", "findings", "gaps", "unseen", "card", "graph", "more"]
    assert answer["outcome"] == "answered"
    assert list(answer["question"]) == [
        "symptom",
        "language",
        "confidence",
        "subject",
        "alternatives",
        "operation",
        "person",
        "other",
    ]
    assert answer["question"]["symptom"] == "group.edit"
    assert answer["question"]["subject"]["name"] == "Marketing DK"
    finding = answer["findings"][0]
    assert list(finding) == ["id", "severity", "title", "evidence", "remedies", "hand_off", "learn"]
    assert finding["id"] == "group_managed_on_premises"
    assert finding["remedies"] == []
    assert finding["hand_off"] == [
        {
            "id": "move_group_to_cloud",
            "label": "Move to the cloud",
            "danger": "costly",
            "role": "Hybrid Identity Administrator",
        }
    ]
    assert answer["graph"] == {"requests": 3, "round_trips": 2, "batch_parts": answer["graph"]["batch_parts"]}
    assert answer["card"]["type"] == "AdaptiveCard"


def test_whom_it_is_asked_for_and_what_is_wanted_is_told() -> None:
    answer = ask("why can't Lee add Adele to Sales?", "--as", "megan@contoso.com")
    question = answer["question"]
    assert (question["symptom"], question["operation"]) == ("group.members", "add_member")
    assert (question["person"]["name"], question["other"]["name"]) == ("Lee Gu", "Adele Vance")
    assert question["subject"]["name"] == "Sales"
    assert [each["id"] for each in answer["findings"][0]["remedies"]] == ["ask_an_owner", "add_owner"]
    assert answer["graph"]["round_trips"] == 2


def test_the_other_questions_of_a_message_come_after_the_first() -> None:
    answer = ask("Where is Økonomi managed? Who owns Salg Danmark?", "--as", "soren@contoso.com")
    assert answer["question"]["subject"]["name"] == "Økonomi"
    (other,) = answer["more"]
    assert other["question"]["subject"]["name"] == "Salg Danmark"
    assert other["findings"][0]["id"] == "group_owners"


def test_the_answer_is_in_the_language_of_the_question() -> None:
    answer = ask("hvorfor kan jeg ikke slette Økonomi?", "--as", "soren@contoso.com", "--locale", "en-US")
    assert answer["question"]["language"] == "da"
    assert "Active Directory" in answer["findings"][0]["title"]
    assert answer["findings"][0]["title"].startswith("Økonomi administreres")


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("hi", "help"),
        ("my printer is on fire", "out_of_scope"),
        ("why can't I edit Marketing?", "clarify"),
        ("why can't I edit Qwertyuiop Zxcvb?", "not_found"),
    ],
)
def test_what_is_no_diagnosis_says_so(question: str, outcome: str) -> None:
    answer = ask(question, "--as", "lee@contoso.com")
    assert (answer["outcome"], answer["findings"]) == (outcome, [])


def test_nobody_can_ask_as_somebody_who_does_not_exist() -> None:
    result = CliRunner().invoke(app, ["ask", "hi", "--as", "nobody@contoso.com"])
    assert result.exit_code == 2


def test_a_permission_nobody_gave_is_named() -> None:
    answer = ask("why can't I edit Bakery?", "--as", tiny_person(), "--company", str(COMPANIES / "tiny.json"))
    assert answer["outcome"] == "consent"
    assert {"GroupMember.Read.All"} == {gap["permission"] for gap in answer["gaps"]}


def tiny_person() -> str:
    return load(COMPANIES / "tiny.json").users[0].user_principal_name
