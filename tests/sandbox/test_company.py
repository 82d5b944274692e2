"""A company is a file: what it must look like, how its faults are told, and how it looks on the wire."""

import json
from collections import Counter
from time import perf_counter
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from bot.sandbox.company import COMPANIES, Company, faults, load, parse
from bot.sandbox.company_schema import company_schema
from bot.sandbox.graph_objects.wire import cloud_security_identifier
from bot.sandbox.world import awaken

NOBODY = "00000000-0000-4000-8000-000000000000"
TINY: dict[str, Any] = json.loads((COMPANIES / "tiny.json").read_bytes())
USER: str = TINY["users"][0]["id"]
GROUP: str = TINY["groups"][1]["id"]
TEAM: str = TINY["teams"][0]["id"]


def refused(**changes: object) -> tuple[str, ...]:
    """What is said about the tiny company with some of its parts replaced."""
    with pytest.raises(ValidationError) as caught:
        parse(json.dumps({**TINY, **changes}))
    return faults(caught.value)


def first_of(part: str, **changes: object) -> list[dict[str, Any]]:
    """The part of the tiny company with its first entry changed."""
    return [{**TINY[part][0], **changes}, *TINY[part][1:]]


@pytest.fixture(scope="module")
def contoso() -> Company:
    return load(COMPANIES / "contoso.json")


@pytest.mark.parametrize("name", ["contoso.json", "tiny.json", "stopped.json"])
def test_every_company_fits_models_and_schema(name: str) -> None:
    text = (COMPANIES / name).read_bytes()
    schema = json.loads(company_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(text), schema, cls=jsonschema.Draft202012Validator)
    assert parse(text).personas


@pytest.mark.parametrize("name", ["contoso.json", "tiny.json", "stopped.json"])
def test_no_key_is_written_twice(name: str) -> None:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(pairs)) == len(pairs), Counter(key for key, _ in pairs).most_common(1)
        return dict(pairs)

    json.loads((COMPANIES / name).read_bytes(), object_pairs_hook=once)


def test_committed_schema_is_what_the_models_give() -> None:
    made = company_schema()
    assert (COMPANIES / "company.schema.json").read_text("utf-8") == made, "python -m bot.sandbox.company_schema"


@pytest.mark.parametrize(
    "changes",
    [{"groups": first_of("groups", displayNam="x")}, {"members": {"x": []}}, {"clock": "2026-11-20"}],
)
def test_schema_refuses_what_the_models_refuse(changes: dict[str, Any]) -> None:
    assert refused(**changes)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**TINY, **changes}, json.loads(company_schema()), cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"groups": first_of("groups", displayNam="x")}, "groups.0.displayNam: unknown key"),
        ({"groups": first_of("groups", unique_name="x")}, "groups.0.unique_name: unknown key"),
        ({"groups": first_of("groups", mailEnabled="yes")}, "groups.0.mailEnabled: Input should be a valid boolean"),
        ({"users": [{"id": USER}]}, "users.0.displayName: required key is missing"),
        ({"members": {"x": []}}, "members.x: String should match pattern"),
        ({"clock": "2026-11-20T09:42:00+01:00"}, "clock: must be a UTC time"),
        ({"clock": "2026-13-20T09:42:00Z"}, "clock: must be a UTC time"),
        ({"clock": 1700000000}, "clock: Input should be a valid datetime"),
    ],
)
def test_wrong_shapes_are_told_with_their_path(changes: dict[str, Any], told: str) -> None:
    lines = refused(**changes)
    assert any(line.startswith(told) for line in lines), lines


def test_only_the_fault_itself_is_told() -> None:
    assert refused(users=first_of("users", userType="Robot")) == (
        "users.0.userType: Input should be 'Member' or 'Guest'",
    )


ROLE = {"id": "r", "principalId": NOBODY, "roleDefinitionId": NOBODY}
IN_AD = {"distinguishedName": "CN=x", "displayName": "x", "scope": "Global"}
SKU: str = TINY["subscribedSkus"][0]["skuId"]
POOL = {"id": "pool", "allottedUnits": 1, "skuId": SKU, "skuPartNumber": "x"}
ASSIGNED = {"id": "assignment", "allotment": "pool", "assignedTo": GROUP}
CHAT = {"id": "19:a@thread.v2", "topic": "x", "members": [NOBODY]}
CHANNEL = {"id": "19:a@thread.tacv2", "team": GROUP, "displayName": "General"}


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"members": {GROUP: [USER, NOBODY]}}, f"members.{GROUP}.1"),
        ({"members": {NOBODY: []}}, f"members.{NOBODY}"),
        ({"owners": {GROUP: [TEAM]}}, f"owners.{GROUP}.0"),
        ({"administrativeUnitMembers": {NOBODY: []}}, f"administrativeUnitMembers.{NOBODY}"),
        ({"teams": first_of("teams", id=NOBODY)}, "teams.0.id"),
        ({"roleAssignments": [ROLE]}, "roleAssignments.0.principalId"),
        (
            {"roleAssignments": [{**ROLE, "principalId": USER, "directoryScopeId": f"/administrativeUnits/{NOBODY}"}]},
            "roleAssignments.0.directoryScopeId",
        ),
        ({"roleEligibilities": [{**ROLE, "startDateTime": TINY["clock"]}]}, "roleEligibilities.0.principalId"),
        ({"cloudManaged": [NOBODY]}, "cloudManaged.0"),
        ({"users": first_of("users", assignedLicenses=[{"skuId": NOBODY}])}, "users.0.assignedLicenses.0.skuId"),
        ({"groups": first_of("groups", assignedLicenses=[{"skuId": NOBODY}])}, "groups.0.assignedLicenses.0.skuId"),
        ({"activeDirectory": {"domain": "x", "groups": [{"id": NOBODY, **IN_AD}]}}, "activeDirectory.groups.0.id"),
        (
            {"activeDirectory": {"domain": "x", "groups": [{"id": GROUP, **IN_AD, "members": [NOBODY]}]}},
            "activeDirectory.groups.0.members.0",
        ),
        ({"activeDirectory": {"domain": "x", "deleted": [NOBODY]}}, "activeDirectory.deleted.0"),
        ({"settingsOfGroups": {NOBODY: []}}, f"settingsOfGroups.{NOBODY}"),
        ({"cloudLicensing": {"allotments": [POOL | {"skuId": NOBODY}]}}, "cloudLicensing.allotments.0.skuId"),
        (
            {"cloudLicensing": {"allotments": [POOL], "assignments": [ASSIGNED | {"assignedTo": NOBODY}]}},
            "cloudLicensing.assignments.0.assignedTo",
        ),
        ({"cloudLicensing": {"assignments": [ASSIGNED]}}, "cloudLicensing.assignments.0.allotment"),
        ({"consent": {"users": {NOBODY: []}}}, f"consent.users.{NOBODY}"),
        ({"teamwork": {"installedFor": [GROUP]}}, "teamwork.installedFor.0"),
        ({"teamwork": {"chats": [CHAT]}}, "teamwork.chats.0.members.0"),
        ({"teamwork": {"channels": [CHANNEL]}}, "teamwork.channels.0.team"),
        ({"personas": [{"user": NOBODY, "note": "x"}]}, "personas.0.user"),
    ],
)
def test_an_id_nobody_has_is_refused(changes: dict[str, Any], path: str) -> None:
    (line,) = refused(**changes)
    assert line.startswith(f"{path}: no such "), line


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"deletedGroups": [TINY["groups"][1]]}, "deletedGroups.0.id: the same as groups.1.id"),
        ({"members": {GROUP: [USER, USER]}}, f"members.{GROUP}.1: the same as members.{GROUP}.0"),
        ({"personas": [*TINY["personas"], TINY["personas"][0]]}, "personas.2.user: the same as personas.0.user"),
        (
            {"users": first_of("users", userPrincipalName="JAKOB@fourthcoffee.com")},
            "users.1.userPrincipalName: the same as users.0.userPrincipalName",
        ),
    ],
)
def test_what_is_there_twice_is_refused(changes: dict[str, Any], told: str) -> None:
    assert refused(**changes) == (told,)


def test_wire_has_every_property_as_graph_writes_it(contoso: Company) -> None:
    world = awaken(contoso)
    sparse = parse(json.dumps({**TINY, "groups": first_of("groups", createdDateTime="2026-11-20T09:30:00Z")}))
    wire = awaken(sparse).groups[TEAM]
    assert {tuple(group) for group in (*world.groups.values(), *world.deleted_groups.values())} == {tuple(wire)}
    assert wire["createdDateTime"] == "2026-11-20T09:30:00Z"
    assert (wire["assignedLabels"], wire["licenseProcessingState"], wire["onPremisesSyncEnabled"]) == ([], None, None)
    assert world.authorization_policy["allowedToUseSSPR"] is True
    assert world.organization["onPremisesLastSyncDateTime"] == "2026-11-20T09:31:00Z"
    (_, error), *_ = ((g["displayName"], e) for g in world.groups.values() for e in g["serviceProvisioningErrors"])
    assert error["@odata.type"] == "#microsoft.graph.serviceProvisioningXmlError"


def test_security_identifier_follows_from_the_id() -> None:
    assert cloud_security_identifier("00000001-0002-0003-0405-060708090a0b") == "S-1-12-1-1-196610-117835012-185207048"


def test_contoso_loads_quickly() -> None:
    began = perf_counter()
    load(COMPANIES / "contoso.json")
    assert perf_counter() - began < 0.15
