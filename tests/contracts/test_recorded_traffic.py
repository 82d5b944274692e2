"""What the bot says to Graph, and what the sandbox answers, is what Microsoft describes."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import orjson
import pytest

from bot.permissions import permissions
from tests.contracts.graphcheck import ABSENT, CHECKER, check
from tests.contracts.representative_run import DIAGNOSES, representative_run

pytestmark = pytest.mark.skipif(not CHECKER.exists(), reason=ABSENT)


RESTORING_A_GROUP = "FAULT G01 POST /directory/deletedItems/{directoryObject-id}/restore: none of the granted"
"""Microsoft's table knows only users there; for groups its page asks for Group.ReadWrite.All.

https://learn.microsoft.com/graph/api/directory-deleteditems-restore
"""


@dataclass(frozen=True)
class Run:
    """What was found, and the log of what was said."""

    found: set[str]
    log: Path


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    log = tmp_path_factory.mktemp("traffic") / "traffic.jsonl"
    return asyncio.run(recorded(log))


async def recorded(log: Path) -> Run:
    async with representative_run() as (stage, found):
        lines = "".join(stage.sandbox.traffic)
    await asyncio.to_thread(log.write_text, lines)
    return Run(found, log)


def test_every_diagnosis_was_made(run: Run) -> None:
    assert run.found == DIAGNOSES


def test_every_kind_of_change_was_made(run: Run) -> None:
    exchanges: list[dict[str, Any]] = [orjson.loads(line) for line in run.log.read_text().splitlines()]
    assert {each["method"] for each in exchanges} == {"POST", "PATCH", "DELETE"}
    ends = {urlsplit(str(each["url"])).path.rpartition("/")[2] for each in exchanges}
    assert ends == {"$batch", "onPremisesSyncBehavior", "$ref", "restore", "archive", "unarchive"}


def test_it_is_as_microsoft_describes_it(run: Run) -> None:
    verdict = check("requests", run.log, "--strict")
    assert verdict.passed, verdict.said


def test_the_declared_permissions_are_enough(run: Run) -> None:
    verdict = check("permissions", run.log, "--scheme", "delegated", "--granted", ",".join(permissions()))
    assert [fault for fault in verdict.faults if not fault.startswith(RESTORING_A_GROUP)] == []


def test_the_judge_would_have_said_so(run: Run, tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.jsonl"
    spoilt.write_text(run.log.read_text().replace("onPremisesSyncEnabled", "onPremisesSyncEnabledd"))
    assert not check("requests", spoilt, "--strict").passed
    assert not check("permissions", run.log, "--scheme", "delegated", "--granted", "User.Read").passed
