"""`$filter`: what it means, what is refused, and that nothing makes it crash."""

from random import Random
from typing import Any

import pytest

from bot.sandbox.odata.answer import many
from bot.sandbox.odata.errors import GraphError
from bot.sandbox.odata.filter_match import matches
from bot.sandbox.odata.filter_parser import parse_filter
from bot.sandbox.odata.query import parse

SKU = "c7df2760-2c81-4ef7-b578-5b5392b571df"
GROUP: dict[str, Any] = {
    "id": "0e226165-c685-41ce-8bfc-df8360ab325d",
    "displayName": "Økonomi's Team",
    "mail": "okonomi@contoso.com",
    "mailNickname": "okonomi",
    "description": None,
    "mailEnabled": True,
    "onPremisesSyncEnabled": None,
    "onPremisesLastSyncDateTime": "2026-11-20T10:00:00Z",
    "groupTypes": ["Unified"],
    "proxyAddresses": ["SMTP:okonomi@contoso.com", "smtp:finance@contoso.com"],
    "assignedLicenses": [{"skuId": SKU, "disabledPlans": []}],
    "onPremisesProvisioningErrors": [{"category": "PropertyConflict", "value": "x@contoso.com"}],
}
EVENTUAL = {"ConsistencyLevel": "eventual"}


def found(text: str, entity: str | None = "group", *, advanced: bool = True) -> bool:
    options = {"$filter": text} | ({"$count": "true"} if advanced else {})
    query = parse(options, EVENTUAL if advanced else {})
    return bool(many([GROUP], entity, query, context="c", base_url="b")["value"])


def status(text: str) -> int:
    """The HTTP status that `text` gets."""
    try:
        found(text)
    except GraphError as error:
        return error.status
    return 200


def refusal(text: str, entity: str = "group", *, advanced: bool = True) -> GraphError:
    with pytest.raises(GraphError) as caught:
        found(text, entity, advanced=advanced)
    assert caught.value.status == 400
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        "displayName eq 'økonomi''s team'",
        "displayName in ('a', 'ØKONOMI''S TEAM')",
        "startsWith(displayName,'økonomi')",
        "startswith(displayName, 'Øko')",
        "displayName ge 'ø' and mailEnabled eq true",
        "displayName eq 'nobody' or mail eq 'OKONOMI@contoso.com'",
        "(displayName eq 'x' or mailEnabled eq true) and mailNickname eq 'okonomi'",
        f"id eq '{GROUP['id']}'",
        "onPremisesLastSyncDateTime ge 2026-11-20T11:00:00+02:00",
        "onPremisesLastSyncDateTime le 2026-11-21",
        "groupTypes/any(c:c eq 'unified')",
        "proxyAddresses/any(p:p eq 'smtp:FINANCE@contoso.com')",
        "proxyAddresses/any(p:startsWith(p,'smtp:okonomi'))",
        f"assignedLicenses/any(l:l/skuId eq {SKU.upper()})",
        "onPremisesProvisioningErrors/any(o:o/category eq 'PropertyConflict')",
    ],
)
def test_found_by_default(text: str) -> None:
    assert found(text, advanced=False)
    assert found(text, advanced=True)


@pytest.mark.parametrize(
    "text",
    [
        "displayName ne 'x'",
        "onPremisesSyncEnabled eq null",
        "onPremisesSyncEnabled ne true",
        "not startsWith(displayName,'x')",
        "NOT(groupTypes/any(c:c eq 'DynamicMembership'))",
        "proxyAddresses/any(p:endsWith(p,'@contoso.com'))",
        "proxyAddresses/$count ne 0",
        "mail ne null",
        "not (displayName eq 'x' and mailEnabled eq true)",
        "mailEnabled eq true and displayName ne 'x'",
        "mailEnabled eq true or (displayName eq 'x' or not (displayName eq 'y'))",
    ],
)
def test_found_only_in_an_advanced_query(text: str) -> None:
    assert found(text)
    error = refusal(text, advanced=False)
    assert (error.code, error.message) == ("Request_UnsupportedQuery", "Unsupported Query.")


@pytest.mark.parametrize(
    "text",
    [
        "displayName eq 'x'",
        "mailEnabled eq false",
        "proxyAddresses/$count eq 0",
        "proxyAddresses/any(p:p eq 'smtp:nobody@contoso.com')",
        "onPremisesLastSyncDateTime ge 2026-11-21T00:00:00Z",
        "displayName eq 'økonomi''s team' and mailEnabled eq false",
        "not groupTypes/any(c:c eq 'Unified')",
        "mail in ('a', 'b')",
    ],
)
def test_not_found(text: str) -> None:
    assert not found(text)


def test_a_missing_property_counts_as_null() -> None:
    assert matches(parse_filter("membershipRule eq null"), GROUP)
    assert not matches(parse_filter("startsWith(membershipRule,'u')"), GROUP)
    assert not matches(parse_filter("membershipRule ge 'u'"), GROUP)


@pytest.mark.parametrize(
    "text",
    [
        "displayName", "displayName eq", "eq 'x'", "displayName = 'x'", "displayName eq 'x", "displayName eq x",
        "displayName Eq 'x'", "(displayName eq 'x'", "displayName eq 'x')", "displayName eq 'x' and",
        "startsWith(displayName)", "length(displayName) eq 3", "displayName in 'x'", "displayName in ()",
        "proxyAddresses/any(p eq 'x')", "proxyAddresses/any(p:)", "proxyAddresses eq 'x'", "mail/any(m:m eq 'x')",
        "mailEnabled eq 'true'", "displayName eq 5", f"assignedLicenses/any(l:l/skuId eq '{SKU}')",
        "assignedLicenses/any(l:l eq 'x')", "onPremisesLastSyncDateTime ge '2026-11-20'", "nickname eq 'x'",
        "onPremisesLastSyncDateTime ge 2026-99-99", "not displayName eq 'x'", "startsWith(mailEnabled,true)",
        "proxyAddresses/any(p:p/x eq 'y')",
        "proxyAddresses/any(p:p/any(q:q eq 'y'))", "$count eq 0", ";",
        "not", "and", "or or or", "not not", "displayName eq 'x' 'y'",
        "(" * 5000, "not " * 5000, "((((((((((" * 9 + "mail eq 'x'" + "))))))))))" * 9,
        "onPremisesLastSyncDateTime ge 0001-01-01T00:00:00+14:00",
    ],
)  # fmt: skip
def test_malformed(text: str) -> None:
    error = refusal(text)
    assert error.code == "BadRequest"
    assert error.message.startswith("Invalid filter clause")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("contains(displayName,'x')", "displayName"),
        ("displayName gt 'x'", "displayName"),
        ("onPremisesSecurityIdentifier eq 'S-1-5'", "onPremisesSecurityIdentifier"),
        ("createdDateTime ge 2026-01-01", "createdDateTime"),
        ("description eq null", "description"),
        ("endsWith(displayName,'x')", "displayName"),
        ("proxyAddresses/any()", "proxyAddresses"),
        ("proxyAddresses/$count eq 'x'", "proxyAddresses"),
        ("groupTypes/$count eq 0", "groupTypes"),
        ("proxyAddresses/any(p:p/$count eq 0)", "proxyAddresses"),
        ("assignedLicenses/any(l:l/skuId eq null)", "assignedLicenses"),
        ("members/$count eq 0", "members"),
        (f"not assignedLicenses/any(l:l/skuId eq {SKU})", "assignedLicenses"),
    ],
)
def test_an_operator_the_property_does_not_support(text: str, name: str) -> None:
    error = refusal(text)
    assert error.code == "Request_UnsupportedQuery"
    assert error.message == (
        f"Unsupported or invalid query filter clause specified for property '{name}' of resource 'Group'."
    )


def test_fifteen_alternatives_at_most() -> None:
    assert found(" or ".join(["mailEnabled eq true"] * 15))
    assert "15" in refusal(" or ".join(["mailEnabled eq true"] * 16)).message
    assert found(" and ".join(["mailEnabled eq true"] * 3000))


def test_a_relationship_is_filtered_only_in_an_advanced_query() -> None:
    member = {"@odata.type": "#microsoft.graph.user", "id": "1", "displayName": "Ida"}
    plain = parse({"$filter": "startsWith(displayName,'I')"}, {})
    with pytest.raises(GraphError) as caught:
        many([member], None, plain, context="c", base_url="b")
    assert caught.value.message == ("The specified filter to the reference property query is currently not supported.")
    advanced = parse({"$filter": "startsWith(displayName,'I')", "$count": "true"}, EVENTUAL)
    assert many([member], None, advanced, context="c", base_url="b")["value"]


def test_roles_are_filtered_without_ceremony() -> None:
    assignments = [{"id": "1", "principalId": "a"}, {"id": "2", "principalId": "b"}]
    query = parse({"$filter": "principalId eq 'b'"}, {})
    answer = many(assignments, "unifiedRoleAssignment", query, context="c", base_url="b")
    assert [one["id"] for one in answer["value"]] == ["2"]


WORDS = [
    "displayName", "mail", "proxyAddresses", "assignedLicenses", "l/skuId", "p", "o/category", "eq", "ne", "in", "ge",
    "and", "or", "not", "(", ")", ",", ":", "/", "/any(", "any", "$count", "'x'", "''", "'", "5", "-1", "2026-11-20",
    "2026-11-20T10:00:00Z", SKU, "true", "null", "startsWith(", "endsWith(", "contains(", " ", "æ", "\n", "\\", "%00",
    "\0", "🙂", "٣", "0000-00-00", "9" * 40, "x" * 300, "mailEnabled", "groupTypes/any(g:g",
]  # fmt: skip


def test_no_text_whatever_is_an_internal_error() -> None:
    random = Random(20261120)  # noqa: S311
    served = 0
    for _ in range(6000):
        text = random.choice(["", " "]).join(random.choices(WORDS, k=random.randint(1, 14)))
        assert status(text) in {200, 400}
        served += status(text) == 200
    assert 0 < served < 6000


def test_no_broken_filter_is_an_internal_error() -> None:
    random = Random(20261121)  # noqa: S311
    whole = "not (proxyAddresses/any(p:startsWith(p,'smtp:x''y')) or mail in ('a','b')) and displayName ne null"
    for _ in range(4000):
        letters = list(whole)
        for _ in range(random.randint(1, 4)):
            letters[random.randrange(len(letters))] = random.choice("'(),:/ aeq0-\0å")
        assert status("".join(letters)) in {200, 400}
