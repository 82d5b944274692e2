"""Whatever goes wrong at the terminal is told with its cause and its cure, and ends with a code that says so."""

import json
import re
import socket
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from bot.sandbox.company import COMPANIES
from tests.cli.command import Ended, in_a_process_of_its_own, syncdoctor

TINY = str(COMPANIES / "tiny.json")
APP = "aaaaaaaa-1111-4222-8333-444444444444"
GOOD = {
    "SYNCDOCTOR_APP_ID": APP,
    "SYNCDOCTOR_TENANT_ID": APP,
    "SYNCDOCTOR_PUBLIC_URL": "https://doctor.example.com",
    "SYNCDOCTOR_APP_SECRET": "hush-hush",
    "SYNCDOCTOR_SANDBOX": "http://127.0.0.1:1",
    "SYNCDOCTOR_HOST": "127.0.0.1",
}
CLASS_NAME = re.compile(r"\b[A-Z]\w+(?:Error|Exception)\b|Traceback|\bErrno\b")


def told(ended: Ended, *words: str, code: int = 2) -> None:
    """It ended with `code`, said all of `words`, and named no class."""
    assert ended.code == code, ended.said
    assert [word for word in words if word not in ended.said] == [], ended.said
    assert ("its own fault" in words) is ("its own fault" in ended.said), ended.said
    assert not CLASS_NAME.search(ended.said), ended.said


@pytest.fixture
def taken() -> Iterator[int]:
    """A port somebody else listens at."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def test_it_says_which_version_it_is() -> None:
    assert syncdoctor("--version").out == f"syncdoctor {version('syncdoctor')}\n"


def test_every_command_is_listed() -> None:
    assert re.findall(r"^│ (\w+) ", syncdoctor("--help").out, re.M) == [
        *("demo", "serve", "ask", "chat", "understand", "package", "check", "misunderstandings")
    ]


@pytest.mark.parametrize("option", ["--port", "--bot-port"])
def test_a_port_in_use_is_named_with_its_option(taken: int, option: str) -> None:
    told(syncdoctor("serve", "--company", TINY, "--port", "0", "--bot-port", "0", option, str(taken)),
         f"Port {taken} is in use.", f"choose another with {option}")  # fmt: skip


def test_a_port_in_use_is_named_with_its_variable(taken: int, tmp_path: Path) -> None:
    own = {"SYNCDOCTOR_PORT": str(taken), "SYNCDOCTOR_DATABASE_URL": f"sqlite:///{tmp_path}/bot.sqlite"}
    told(syncdoctor("serve", variables=GOOD | own), f"Port {taken} is in use.", "SYNCDOCTOR_PORT")


def test_an_address_of_another_machine_is_named(tmp_path: Path) -> None:
    own = {"SYNCDOCTOR_HOST": "192.0.2.1", "SYNCDOCTOR_DATABASE_URL": f"sqlite:///{tmp_path}/bot.sqlite"}
    told(syncdoctor("serve", variables=GOOD | own), "isn't one of this machine's", "SYNCDOCTOR_HOST")


def test_a_port_that_cannot_be_is_refused() -> None:
    told(syncdoctor("demo", "--port", "70000"), "less than or equal to 65535")


@pytest.mark.parametrize(
    ("file", "says"),
    [("/nowhere/company.json", "there is no such file"), ("/", "it is a folder, and a file is wanted")],
)
@pytest.mark.parametrize("command", [("ask", "hi", "--as", "x"), ("chat", "--as", "x"), ("serve",), ("demo",)])
def test_a_company_that_cannot_be_read_is_named(command: tuple[str, ...], file: str, says: str) -> None:
    told(syncdoctor(*command, "--company", file), file, says, "--company takes a JSON file")


def test_a_file_that_holds_no_company_says_where_it_is_wrong(tmp_path: Path) -> None:
    broken = tmp_path / "company.json"
    broken.write_text('{"clock": ')
    told(syncdoctor("demo", "--company", str(broken)), "line 1", "README.md")
    broken.write_text(json.dumps({f"key{n}": 1 for n in range(40)}))
    told(syncdoctor("demo", "--company", str(broken)), "key0: unknown key", "more.", "README.md")


@pytest.mark.parametrize("command", [("ask", "hi"), ("chat",)])
def test_somebody_unknown_hears_who_there_is(command: tuple[str, ...]) -> None:
    told(syncdoctor(*command, "--as", "nobody@contoso.com"),
         "There is no nobody@contoso.com in Contoso", "adele@contoso.com: ", "megan@contoso.com: ")  # fmt: skip


def test_all_a_package_lacks_is_named_at_once() -> None:
    missing = ("the app id is missing", "the public address is missing", "SYNCDOCTOR_APP_ID", "--app-id")
    told(syncdoctor("package"), *missing)
    told(syncdoctor("package", "--app-id", "me", "--public-url", "http://x"), "must be a GUID", "must be https://")


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    whole = ("package", "--app-id", APP, "--public-url", "https://doctor.example.com", "--out")
    told(syncdoctor(*whole, str(file)), f"{file} can't be written to", "it is a file", "--out")
    told(syncdoctor(*whole, "/proc/dist"), "/proc/dist can't be written to", "--out")
    (tmp_path / "dist" / "sync-doctor-teams.zip").mkdir(parents=True)
    told(syncdoctor(*whole, str(tmp_path / "dist")), "can't be written to", "it is a folder")


def test_a_broken_line_has_its_number_and_a_code() -> None:
    ended = syncdoctor("understand", stdin='{"text": "hi"}\n{broken\n[]\n{"text": "help"}\n')
    told(ended, "line 2: The line is not valid JSON.", "line 3: ", 'such as {"text"', code=1)
    assert len(ended.out.splitlines()) == 4
    assert syncdoctor("understand", stdin='{"text": "hi"}').code == 0
    told(syncdoctor("understand", stdin=b"\xff\xfe\n"), "line 1: ", code=1)


@pytest.mark.parametrize("line", ["clock +5x", "clock", "clock +99999d", "press", "press one", "press 1 please"])
def test_what_is_nearly_a_command_says_how_it_is_written(line: str) -> None:
    ended = syncdoctor("chat", "--company", TINY, "--as", somebody(), stdin=f"{line}\n")
    told(ended, f"› {line}", f"“{line.split(maxsplit=1)[0]}” takes", code=1)
    assert "╭" not in ended.out, "it was sent to the bot"


def test_a_button_that_is_not_there_and_a_sign_in_nobody_asked_for() -> None:
    ended = syncdoctor("chat", "--company", TINY, "--as", somebody(), stdin="press 7\nsign in\n")
    told(ended, "There is no button 7. The last card has none.", "Nothing asks for a sign-in.", code=1)


def test_what_was_typed_stands_above_its_answer() -> None:
    ended = syncdoctor("chat", "--as", "adele@contoso.com", stdin="hi\nthanks\n")
    assert ended.code == 0, ended.said
    assert ended.out.index("› hi") < ended.out.index("Hello!") < ended.out.index("› thanks")


def somebody() -> str:
    """Whoever comes first among those the tiny company lists for a stranger."""
    return syncdoctor("ask", "hi", "--as", "?", "--company", TINY).err.splitlines()[1].strip().partition(":")[0]


def test_every_setting_that_is_missing_or_wrong_is_named() -> None:
    for command in ("serve", "check"):
        told(
            syncdoctor(command), "SYNCDOCTOR_APP_ID is missing", "SYNCDOCTOR_PUBLIC_URL is missing", "table of settings"
        )
        wrong = {"SYNCDOCTOR_PORT": "many", "SYNCDOCTOR_LOG_LEVEL": "LOUD"}
        told(syncdoctor(command, variables=GOOD | wrong), "PORT must be a whole number", "LOG_LEVEL must be 'DEBUG'")


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("sqlite:////nowhere/bot.sqlite", "its folder must exist"),
        ("sqlite:////", "the file can't be opened"),
        ("mysql://host/name", "sqlite:///… or postgresql://…"),
        ("postgresql://u:hush-hush@127.0.0.1:1/none", "no server listens there"),
    ],
)
@pytest.mark.parametrize("command", ["serve", "misunderstandings"])
def test_a_database_that_cannot_be_used_says_why(command: str, url: str, says: str) -> None:
    ended = syncdoctor(command, variables=GOOD | {"SYNCDOCTOR_DATABASE_URL": url})
    told(ended, "SYNCDOCTOR_DATABASE_URL can't be used", says)
    assert "hush-hush" not in ended.said


def test_a_driver_that_is_not_installed_is_named_with_its_extra(tmp_path: Path) -> None:
    (tmp_path / "psycopg.py").write_text("raise ImportError")
    own = {"SYNCDOCTOR_DATABASE_URL": "postgresql://127.0.0.1/x", "PYTHONPATH": str(tmp_path)}
    told(
        in_a_process_of_its_own("serve", variables=GOOD | own), "psycopg isn't installed", "uv sync --extra postgresql"
    )


def test_what_was_misread_can_be_had(tmp_path: Path) -> None:
    kept = syncdoctor("misunderstandings", variables={"SYNCDOCTOR_DATABASE_URL": f"sqlite:///{tmp_path}/bot.sqlite"})
    assert (kept.code, kept.said) == (0, "")


def test_a_fault_of_its_own_says_where_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "orjson.py").write_text("def __getattr__(name):\n    return None\n")
    ended = in_a_process_of_its_own("understand", stdin='{"text": "hi"}', variables={"PYTHONPATH": str(tmp_path)})
    told(ended, "its own fault", "Please report it", "SYNCDOCTOR_LOG_LEVEL=DEBUG", code=1)
