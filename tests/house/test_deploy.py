"""What is handed out for running the bot fits the bot: ports, paths, settings, files, and the backup works.

What no tool here can do is not done: the image isn't built, Caddy isn't started, the Bicep isn't compiled.
"""

import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from bot.settings import PREFIX, Settings
from tests.house.source import ROOT

DEPLOY = ROOT / "deploy"
GUIDE = (DEPLOY / "README.md").read_text(encoding="utf-8")
PORT = str(Settings.model_fields["port"].default)
FILES = {file.name: file.read_text(encoding="utf-8") for file in DEPLOY.iterdir()}


@pytest.mark.parametrize("name", FILES)
def test_only_settings_there_are_get_set(name: str) -> None:
    known = {PREFIX + field.upper() for field in Settings.model_fields}
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]+\b", FILES[name])) <= known


@pytest.mark.parametrize("name", ["Caddyfile", "Dockerfile", "azure.bicep"])
def test_the_port_is_the_bots(name: str) -> None:
    ports = re.findall(r"(?:127\.0\.0\.1:|EXPOSE |targetPort: |port: )(\d+)", FILES[name])
    assert ports
    assert set(ports) == {PORT}


def test_every_command_in_the_guides_exists() -> None:
    for text in (GUIDE, (ROOT / "README.md").read_text(encoding="utf-8"), *FILES.values()):
        used = set(re.findall(r"bin/syncdoctor (\w+)|`syncdoctor (\w+)`", text))
        assert {word for pair in used for word in pair if word} <= set(COMMANDS)


def test_every_link_leads_somewhere() -> None:
    for page in (ROOT / "README.md", DEPLOY / "README.md"):
        links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_image_is_made_of_what_is_there_and_runs_as_nobody_special() -> None:
    docker = FILES["Dockerfile"]
    for copied in re.findall(r"^COPY (?!--from)(.+) \S+$", docker, re.M):
        assert [each for each in copied.split() if not (ROOT / each).exists()] == []
    assert re.search(r"^USER (?!root)\w+", docker, re.M)
    pinned = re.findall(r"uv==([\d.]+)", docker + (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert len(pinned) == 2
    assert len(set(pinned)) == 1
    assert all(":" in image for image in re.findall(r"^FROM (\S+)", docker, re.M))


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd isn't here to check its unit")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "syncdoctor.service"
    unit.write_text(FILES["syncdoctor.service"].replace("/opt/syncdoctor/.venv/bin/syncdoctor", "/bin/true"))
    checked = subprocess.run(  # noqa: S603
        ["systemd-analyze", "verify", "--man=no", str(unit)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line for line in checked.stderr.splitlines() if unit.name in line] == []


def test_the_bicep_is_whole_and_keeps_secrets_secret() -> None:
    bicep = re.sub(r"^\s*//.*", "", FILES["azure.bicep"], flags=re.M)
    assert [bicep.count(sign) for sign in "{[("] == [bicep.count(sign) for sign in "}])"]
    for secret in ("appSecret", "databaseUrl"):
        assert re.search(rf"@secure\(\)\nparam {secret} string", bicep)
    for declared in re.findall(r"^(?:param|var|resource) (\w+)", bicep, re.M):
        assert declared == "teams" or len(re.findall(rf"\b{declared}\b", bicep)) > 1, declared


def test_the_backup_is_whole_though_the_bot_is_writing(tmp_path: Path) -> None:
    (statement,) = re.findall(r"(VACUUM INTO '[^']+')", GUIDE)
    (source, copy) = (tmp_path / "syncdoctor.sqlite", tmp_path / "copy.sqlite")
    writing = sqlite3.connect(source, isolation_level=None)
    writing.execute("PRAGMA journal_mode=WAL")
    writing.execute("CREATE TABLE kept (what TEXT)")
    writing.execute("INSERT INTO kept VALUES ('in the log only')")
    backing_up = sqlite3.connect(source)
    backing_up.execute(statement.replace("/backup/syncdoctor.sqlite", str(copy)))
    restored = sqlite3.connect(copy)
    assert restored.execute("SELECT what FROM kept").fetchall() == [("in the log only",)]
    assert restored.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    for connection in (writing, backing_up, restored):
        connection.close()
