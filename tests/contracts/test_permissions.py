"""The permissions readings and remedies declare are the ones Microsoft's table asks for."""

import importlib.util
import json
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot import remedies
from bot.permissions import known_readings, permissions
from bot.reading import Ids, Reading
from bot.remedy import Remedy
from bot.scopes import SCOPES, Resource, Scope
from bot.steps import Write
from tests.scopes import graph_permissions

GRAPH = Path(__file__).parents[3] / "shared" / "graph"
DOCUMENTS = pytest.mark.skipif(not GRAPH.exists(), reason="Microsoft's documents (../shared/graph) are not here")

GUID = "11111111-0000-4000-8000-000000000001"
OTHER = "22222222-0000-4000-8000-000000000002"
REFERENCE_PAGES = {
    # https://learn.microsoft.com/graph/api/cloudlicensing-assignment-get
    "CloudLicenses": {"Group-CloudLicensing.Read", "Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All"},
    # https://learn.microsoft.com/graph/api/profile-list-positions
    "Positions": {"User.Read", "User.ReadWrite", "User.Read.All", "User.ReadWrite.All"},
    # https://learn.microsoft.com/graph/api/directory-deleteditems-get
    "DeletedUser": {"User.Read.All", "User.ReadWrite.All", "Directory.Read.All"},
    "MyDeletedGroups": {"Group.Read.All", "Group.ReadWrite.All"},
    "DeletedGroup": {"Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All"},
    # https://learn.microsoft.com/graph/api/unifiedroleeligibilityscheduleinstance-filterbycurrentuser
    "EligibleRoles": {"RoleEligibilitySchedule.Read.Directory", "RoleEligibilitySchedule.ReadWrite.Directory"},
    # https://learn.microsoft.com/graph/api/cloudlicensing-assignment-delete; those that assignLicense takes as well
    "RemoveGroupLicenses": {"Group.ReadWrite.All", "Directory.ReadWrite.All"},
    # https://learn.microsoft.com/graph/api/directory-deleteditems-restore
    "RestoreGroup": {"Group.ReadWrite.All"},
}
"""Where Microsoft's table is silent or speaks of other kinds of object, and the reference page says what suffices."""
OPENS_THE_PATH = {"GroupUnits": {"GroupMember.Read.All"}}
"""Its own scope gives the units' properties; without this one the list isn't given at all."""
READINGS = [
    pytest.param(reading, id=reading.__name__)
    for reading in known_readings()
    if reading.audience is Resource.GRAPH  # the others are not in its description
]


@cache
def table() -> dict[str, Any]:
    return json.loads((GRAPH / "graph-permissions.json").read_bytes())["permissions"]


@cache
def checker() -> Any:
    spec = importlib.util.spec_from_file_location("graphcheck", GRAPH / "graphcheck.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def microsofts() -> Any:
    with warnings.catch_warnings():
        # It leaves its files for the garbage collector to close.
        warnings.simplefilter("ignore", ResourceWarning)
        return checker().Spec(str(GRAPH))


def suffices(name: str, scopes: set[str], method: str, url: str) -> bool:
    """Whether Microsoft lets a token with `scopes` do this; a request no document knows fails the test."""
    if name in REFERENCE_PAGES:
        return bool(REFERENCE_PAGES[name] & scopes)
    line = json.dumps({"method": method, "url": url})
    known, unknown, refused = checker().permissions(microsofts(), [line], "delegated", scopes)
    assert known
    assert not unknown
    return not refused


def sample(remedy: type[Remedy]) -> Remedy:
    return remedy.model_validate({name: GUID for name, field in remedy.model_fields.items() if field.is_required()})


def forms(remedy: type[Remedy]) -> Iterator[Remedy]:
    """A remedy with its switches as they are at first, and all turned."""
    first = sample(remedy)
    yield first
    yield first.model_copy(update={name: not value for name, value in first if isinstance(value, bool)})


@DOCUMENTS
@pytest.mark.parametrize("scope", graph_permissions())
def test_who_may_consent_is_as_microsoft_says(scope: str) -> None:
    assert table()[scope]["delegated"][2] is SCOPES[Scope.of_graph(scope)].admin


def test_the_table_of_scopes_has_every_one_that_is_used_and_no_other() -> None:
    assert permissions().keys() == SCOPES.keys()


@DOCUMENTS
@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("person", [GUID, OTHER], ids=["of oneself", "of somebody else"])
def test_a_readings_permission_opens_its_path(reading: type[Reading], person: str) -> None:
    name, ids = reading.__name__, Ids(GUID, GUID, person, OTHER)
    if reading.known(ids):
        return
    url = f"/{reading.version}{reading.url(ids)}"
    assert suffices(name, {reading.permission(ids).name} | OPENS_THE_PATH.get(name, set()), "GET", url)


@DOCUMENTS
@pytest.mark.parametrize("remedy", remedies.catalogue().values(), ids=lambda remedy: remedy.__name__)
def test_a_remedys_permission_opens_what_it_writes(remedy: type[Remedy]) -> None:
    for write in (step for form in forms(remedy) for step in form.steps() if isinstance(step, Write)):
        assert suffices(remedy.__name__, {remedy.scope}, write.method, f"/{write.version}{write.url}")
