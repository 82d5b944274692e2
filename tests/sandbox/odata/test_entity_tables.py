"""The tables say what they mean, and what Microsoft's own description says."""

import json
from pathlib import Path
from typing import Any, cast

import pytest

from bot.sandbox.odata.entity import ENTITIES, Entity, Property, named, parse_table

FACTS = Path(__file__).resolve().parents[4] / "shared" / "graph"
needs_facts = pytest.mark.skipif(not FACTS.is_dir(), reason="Microsoft's description (../shared/graph) is not here")

OURS: dict[tuple[str, str], str] = {
    ("user", "securityIdentifier"): "select",
    ("group", "isArchived"): "never",
    ("group", "resourceBehaviorOptions"): "default",
}
"""Where we know better than the machine-readable text, and why: see the tables."""

SAME_OPERATOR = {"ne": "eq", "in": "eq", "endsWith": "startsWith"}

Json = dict[str, Any]


def described() -> Json:
    return json.loads((FACTS / "graph-v1.0.json").read_bytes())["components"]["schemas"]


def properties_of(schemas: Json, name: str) -> Json:
    found: Json = {}
    at: str | None = f"microsoft.graph.{name}"
    while at:
        found = schemas[at]["properties"] | found
        at = schemas[at].get("x-base")
    return {key: value for key, value in found.items() if not key.startswith("@")}


def v1_entities() -> list[Entity]:
    beta = {"photoUpdateSettings", "directoryObject"}
    return [kind for kind in ENTITIES.values() if kind.name not in beta and not kind.name.startswith("beta.")]


def expected_returned(name: str, key: str, says: Json) -> set[str]:
    if (name, key) in OURS:
        return {OURS[name, key]}
    if says.get("x-never-returned"):
        return {"never"}
    if says.get("x-only-single-get"):
        return {"single"}
    if says.get("x-requires-select"):
        return {"select", "single"}
    return {"default"} if says.get("x-default") or name not in {"user", "group"} else {"select", "default", "single"}


def test_rows_are_read() -> None:
    rows = parse_table("# a remark\nid string! default eq in | ne\ntags string[] select\na/b guid - eq\n")
    assert rows["id"] == Property(
        "id",
        "string",
        "default",
        nullable=False,
        operators=frozenset({"eq", "in"}),
        advanced_operators=frozenset({"ne"}),
    )
    assert rows["tags"].is_list
    assert not rows["tags"].nullable
    assert set(rows) == {"id", "tags", "a/b"}


@pytest.mark.parametrize("row", ["id text default", "id string sometimes"])
def test_a_row_with_an_unknown_word_is_refused(row: str) -> None:
    with pytest.raises(ValueError, match="not a row"):
        parse_table(row)


def test_every_operator_is_one_we_know() -> None:
    known = {"eq", "in", "ge", "le", "startsWith", "null", "ne", "not", "endsWith", "$count", "notNull"}
    used = {op for kind in ENTITIES.values() for row in kind.properties.values() for op in _operators(row)}
    assert used <= known


def test_what_a_user_shows_by_default() -> None:
    shown = {row.name for row in named("user").properties.values() if row.returned == "default"}
    assert shown == {
        "id", "businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone", "officeLocation",
        "preferredLanguage", "surname", "userPrincipalName",
    }  # fmt: skip


def test_mixed_lists_filter_only_in_advanced_queries() -> None:
    assert not any(row.operators for row in named(None).properties.values())
    assert "eq" in named(None).properties["displayName"].advanced_operators


@needs_facts
@pytest.mark.parametrize("kind", v1_entities(), ids=lambda kind: kind.name)
def test_the_properties_are_microsofts(kind: Entity) -> None:
    says = properties_of(described(), kind.name)
    structural = {key for key, value in says.items() if "x-nav" not in value}
    ours = {row.name for row in kind.properties.values() if row.returned not in {"expand", "-"}}
    assert ours == structural
    relationships = {row.name for row in kind.properties.values() if row.returned == "expand"}
    assert all("x-nav" in says[name] for name in relationships)


@needs_facts
@pytest.mark.parametrize("kind", v1_entities(), ids=lambda kind: kind.name)
def test_kind_and_return_are_microsofts(kind: Entity) -> None:
    schemas = described()
    says = properties_of(schemas, kind.name)
    for row in kind.properties.values():
        if row.returned in {"expand", "-"}:
            continue
        assert row.returned in expected_returned(kind.name, row.name, says[row.name]), row.name
        assert row.is_list == (says[row.name].get("type") == "array"), row.name
        assert (row.is_list or row.nullable) == _may_be_empty(says[row.name]), row.name


@needs_facts
@pytest.mark.parametrize("name", ["user", "group", "orgContact"])
def test_filter_operators_are_microsofts(name: str) -> None:
    table: dict[str, dict[str, str]] = json.loads((FACTS / "graph-filter-support.json").read_bytes())["filter"][name]
    kind = named(name)
    for path, support in table.items():
        row = kind.properties.get(path.replace("/any/", "/"))
        if row is None:
            assert "/" in path  # a relationship's own property, such as manager/deletedDateTime
            continue
        for operator, letter in support.items():
            assert _letter(row, operator) == letter, f"{path} {operator}"


@needs_facts
@pytest.mark.parametrize("kind", v1_entities(), ids=lambda kind: kind.name)
def test_no_operator_is_invented(kind: Entity) -> None:
    table = json.loads((FACTS / "graph-filter-support.json").read_bytes())["filter"].get(kind.name, {})
    says = properties_of(described(), kind.name)
    silent = {"principalId", "roleDefinitionId", "directoryScopeId", "id"}
    for row in kind.properties.values():
        if row.name in silent:
            continue
        text = set(cast("list[str]", says[row.name.partition("/")[0]].get("x-filter", [])))
        in_table = set(table.get(row.name.replace("/", "/any/"), {}))
        # No document has it, but Entra PowerShell relies on it.
        known = text | in_table | {"notNull"}
        assert all(op in known or SAME_OPERATOR.get(op) in known for op in _operators(row)), row.name


@needs_facts
@pytest.mark.parametrize("name", ["user", "group", "orgContact", "administrativeUnit", "servicePrincipal"])
def test_sorting_is_microsofts(name: str) -> None:
    table = json.loads((FACTS / "graph-filter-support.json").read_bytes())["orderby"][name]
    assert named(name).orderby == {key for key, letter in table.items() if letter == "D"}
    assert named(name).advanced_orderby == {key for key, letter in table.items() if letter == "A"}


def _operators(row: Property) -> frozenset[str]:
    return row.operators | row.advanced_operators


def _letter(row: Property, operator: str) -> str:
    if operator in row.operators:
        return "D"
    return "A" if operator in row.advanced_operators else "N"


def _may_be_empty(says: Json) -> bool:
    kind = says.get("type")
    return kind == "array" or says.get("x-nullable", False) or (isinstance(kind, list) and "null" in kind)
