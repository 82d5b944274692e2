"""What the bot says to Graph, and what the sandbox answers, is what Microsoft describes."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import orjson
import pytest

from bot import remedies
from bot.diagnoses import catalogue
from tests.contracts.graphcheck import ABSENT, CHECKER, faults, forbidden
from tests.contracts.representative_run import representative_run
from tests.scopes import graph_permissions

pytestmark = pytest.mark.skipif(not CHECKER.exists(), reason=ABSENT)

DOCUMENTED_ONLY = {
    # https://learn.microsoft.com/graph/api/profile-list-positions
    "GET /beta/users/{id}/profile/positions",
    # https://learn.microsoft.com/graph/api/resources/cloudlicensing-groupcloudlicensing
    "GET /beta/groups/{id}/cloudLicensing/assignments",
    # https://learn.microsoft.com/graph/api/cloudlicensing-assignment-delete
    "DELETE /beta/groups/{id}/cloudLicensing/assignments/{id}",
    # https://learn.microsoft.com/graph/api/directory-deleteditems-get
    "GET /v1.0/directory/deletedItems/{id}/graph.user",
}
"""Paths that Microsoft's pages have and its OpenAPI description lacks. The pages are the reason each stands here."""
ACTION_ON_DELETED_ITEMS = ("P03", "POST /v1.0/directory/deletedItems/getUserOwnedObjects")
"""The description takes it for an item's id, as it lacks the action; the page has it.

https://learn.microsoft.com/graph/api/directory-deleteditems-getuserownedobjects
"""
SOURCE_OF_PHOTOS = {
    ("B02", "PATCH /beta/admin/people/photoUpdateSettings"),
    ("R03", "PATCH /beta/admin/people/photoUpdateSettings"),
    ("R03", "GET /beta/admin/people/photoUpdateSettings"),
}
"""The description lacks `source`; the page has it: https://learn.microsoft.com/graph/api/photoupdatesettings-update."""
RESTORING_A_GROUP = "FAULT G01 POST /directory/deletedItems/{directoryObject-id}/restore: none of the granted"
"""Microsoft's table knows only users there; for groups its page asks for Group.ReadWrite.All.

https://learn.microsoft.com/graph/api/directory-deleteditems-restore
"""
ASKS_PEOPLE_ONLY = {"ask_an_owner", "start_photo_sync"}
"""Remedies that write nothing to Graph."""


@dataclass(frozen=True)
class Run:
    """The ids of what was found and of what was put right, and the log of what was said."""

    found: set[str]
    put_right: set[str]
    log: Path


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    log = tmp_path_factory.mktemp("traffic") / "traffic.jsonl"
    return asyncio.run(recorded(log))


async def recorded(log: Path) -> Run:
    async with representative_run() as (stage, found, put_right):
        lines = "".join(stage.sandbox.traffic)
    await asyncio.to_thread(log.write_text, lines)
    return Run(found, put_right, log)


def test_every_diagnosis_was_made(run: Run) -> None:
    assert run.found == catalogue().keys()


def test_every_remedy_was_carried_out(run: Run) -> None:
    assert run.put_right == remedies.catalogue().keys() - ASKS_PEOPLE_ONLY


def test_every_kind_of_change_was_made(run: Run) -> None:
    exchanges: list[dict[str, Any]] = [orjson.loads(line) for line in run.log.read_text().splitlines()]
    writes = [each for each in exchanges if each["method"] != "GET"]
    assert {each["method"] for each in writes} == {"POST", "PUT", "PATCH", "DELETE"}
    ends = {urlsplit(str(each["url"])).path.rpartition("/")[2] for each in writes}
    assert {"onPremisesSyncBehavior", "$ref", "restore", "archive", "unarchive", "assignLicense"} <= ends


def test_it_is_as_microsoft_describes_it(run: Run) -> None:
    found = faults(run.log)
    undescribed = {fault.request for fault in found if fault.code == "P02"}
    assert undescribed == DOCUMENTED_ONLY
    others = [fault for fault in found if fault.code != "P02"]
    known = {ACTION_ON_DELETED_ITEMS, *SOURCE_OF_PHOTOS}
    assert [fault for fault in others if (fault.code, fault.request) not in known] == []


def test_the_declared_permissions_are_enough(run: Run) -> None:
    lacking = forbidden(run.log, graph_permissions())
    assert [fault for fault in lacking if not fault.startswith(RESTORING_A_GROUP)] == []


def test_the_judge_would_have_said_so(run: Run, tmp_path: Path) -> None:
    few = run.log.read_text().splitlines(keepends=True)[:20]
    right, spoilt = tmp_path / "right.jsonl", tmp_path / "spoilt.jsonl"
    right.write_text("".join(few))
    spoilt.write_text("".join(few).replace("onPremisesSyncEnabled", "onPremisesSyncEnabledd"))
    assert {fault.code for fault in faults(spoilt)} > {fault.code for fault in faults(right)}
    assert forbidden(right, ["User.Read"])
