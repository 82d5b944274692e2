"""`syncdoctor chat` drives whole conversations through the real endpoint, from a script."""

import json

from typer.testing import CliRunner

from bot.cli import app


def chat(person: str, *lines: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(app, ["chat", "--as", person, "--json"], input="\n".join(lines) + "\n")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_activity_the_bot_sent_is_a_line() -> None:
    sent = chat("gitte@contoso.com", "why can't I edit Salg Danmark?", "press 1", "press 1", "clock +30m")
    cards = [line for line in sent if line["type"] == "message" and line.get("attachments")]
    assert cards
    assert {line["type"] for line in sent} <= {"message", "typing", "invokeResponse"}
    presses = [line for line in sent if line["type"] == "invokeResponse"]
    assert [line["status"] for line in presses] == [200, 200]
    assert "It worked" in json.dumps(presses[-1], ensure_ascii=False)


def test_cards_are_readable_with_numbered_buttons() -> None:
    result = CliRunner().invoke(app, ["chat", "--as", "lee@contoso.com"], input="why can't I edit Salg Danmark?\n")
    assert "You neither own Salg Danmark" in result.stdout
    assert "[1] Ask an owner" in result.stdout


def test_what_is_told_later_is_told_when_the_clock_says_so() -> None:
    said = ("why can't I edit Marketing DK?", "press 1", "press 1", "clock +10m")
    result = CliRunner().invoke(app, ["chat", "--as", "soren@contoso.com", "--locale", "en-GB"], input="\n".join(said))
    assert result.stdout.index("I'll tell you when it shows.") < result.stdout.index("It shows now:")
