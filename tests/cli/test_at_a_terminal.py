"""What somebody sees who sits at a terminal: what is being waited for, where the page is, and a quiet end."""

import re
import socket
import sys

import pytest

from bot.sandbox.company import COMPANIES
from tests.cli.terminal import CONTROL_C, Terminal, terminal

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is a thing of POSIX", allow_module_level=True)

TINY = str(COMPANIES / "tiny.json")


def ends_quietly(at: Terminal, *codes: int) -> None:
    """Ctrl+C ends it, and nothing is said about it."""
    before = len(at.shown)
    at.type(CONTROL_C)
    assert at.end() in codes, at.shown
    assert re.fullmatch(r"[\s›]*(\^C)?[\s›]*", at.shown[before:]), at.shown[before:]


def test_the_demo_says_what_it_waits_for_where_it_is_and_stops_quietly() -> None:
    with terminal("demo", "--port", "0") as at:
        at.wait_for("Ctrl+C stops it.")
        assert "Opening Contoso" in at.shown
        assert "http://127.0.0.1:" in at.shown
        ends_quietly(at, 0, 130)  # the second when it comes before the command listens for it


def test_the_demo_says_that_its_port_was_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        with terminal("demo", "--company", TINY, "--port", str(port)) as at:
            at.wait_for("Ctrl+C stops it.")
            assert f"(Port {port} is in use, so it is at another; --port chooses one.)" in at.shown


def test_a_chat_prompts_and_stops_quietly_though_nothing_is_typed() -> None:
    with terminal("chat", "--as", "adele@contoso.com") as at:
        at.wait_for("› ")
        at.type("hi\n")
        at.wait_for("Hello!")
        assert at.shown.count("hi\r\n") == 1, "the terminal echoes by itself"
        ends_quietly(at, 130)


def test_whoever_starts_understand_at_a_terminal_hears_what_it_waits_for() -> None:
    with terminal("understand") as at:
        at.wait_for("Ctrl+D ends.")
        ends_quietly(at, 130)


def test_a_service_stops_quietly() -> None:
    with terminal("serve", "--company", TINY, "--port", "0", "--bot-port", "0") as at:
        at.wait_for("/api/messages")
        ends_quietly(at, 0, 130)  # the second when it comes before the command listens for it
