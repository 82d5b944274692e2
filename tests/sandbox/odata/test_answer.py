"""Answers: what is shown, in which order, on which page, and what is refused."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from bot.sandbox.odata.answer import count, many, one
from bot.sandbox.odata.errors import GraphError
from bot.sandbox.odata.query import Query, parse

EVENTUAL = {"ConsistencyLevel": "eventual"}
CONTEXT = "https://graph.microsoft.com/v1.0/$metadata#groups"
GROUPS: list[dict[str, Any]] = [
    {"id": str(number), "displayName": f"Group {number:03}", "mailEnabled": number % 2 == 0} for number in range(250)
]
GROUP: dict[str, Any] = {
    "id": "g",
    "displayName": "Salg",
    "isManagementRestricted": True,
    "hasMembersWithLicenseErrors": True,
    "isArchived": True,
    "hideFromAddressLists": False,
    "assignedLicenses": [{"skuId": "s"}],
    "somethingOfOurs": 1,
}


def ask(headers: Mapping[str, str] | None = None, /, **options: str) -> Query:
    return parse({f"${name}": value for name, value in options.items()}, headers or {})


def listed(query: Query, groups: list[dict[str, Any]] = GROUPS) -> dict[str, Any]:
    return many(groups, "group", query, context=CONTEXT, base_url="http://127.0.0.1:1/v1.0/groups")


def following(page: dict[str, Any]) -> dict[str, str]:
    """The query options of the link to the next page; none on the last page."""
    link: str = page.get("@odata.nextLink", "")
    return dict(parse_qsl(urlsplit(link).query))


def shown(**options: str) -> dict[str, Any]:
    return one(GROUP, "group", ask(**options), context=CONTEXT + "/$entity")


def refused(query: Query, entity: str | None = "group") -> GraphError:
    with pytest.raises(GraphError) as caught:
        many(GROUPS, entity, query, context=CONTEXT, base_url="b")
    return caught.value


def test_default_properties_only() -> None:
    group = shown()
    assert group["@odata.context"] == CONTEXT + "/$entity"
    assert group["displayName"] == "Salg"
    assert group["onPremisesSyncEnabled"] is None
    assert group["proxyAddresses"] == []
    left_out = {"isManagementRestricted", "assignedLicenses", "isArchived", "hasMembersWithLicenseErrors"}
    assert not (left_out | {"somethingOfOurs", "hideFromAddressLists"}) & set(group)


def test_select_shows_what_is_named_and_nothing_else() -> None:
    group = shown(select="isManagementRestricted,assignedLicenses,hideFromAddressLists,visibility")
    assert group == {
        "@odata.context": CONTEXT + "(isManagementRestricted,assignedLicenses,hideFromAddressLists,visibility)/$entity",
        "isManagementRestricted": True,
        "assignedLicenses": [{"skuId": "s"}],
        "hideFromAddressLists": False,
        "visibility": None,
    }


def test_what_graph_never_returns() -> None:
    assert set(shown(select="id,isArchived,hasMembersWithLicenseErrors")) == {"@odata.context", "id"}


@pytest.mark.parametrize("name", ["nickname", "members", "assignedLicenses/skuId,x", "DisplayName"])
def test_select_of_a_property_that_is_not_there(name: str) -> None:
    with pytest.raises(GraphError) as caught:
        shown(select=name)
    assert (caught.value.status, caught.value.code) == (400, "Request_BadRequest")
    assert "Could not find a property named '" in caught.value.message
    assert "on type 'microsoft.graph.group'" in caught.value.message


def test_what_only_one_group_can_tell_is_refused_in_a_list() -> None:
    assert refused(ask(select="hideFromAddressLists")).status == 501


def test_beta_knows_more() -> None:
    with pytest.raises(GraphError):
        shown(select="writebackConfiguration")
    query = ask(select="writebackConfiguration")
    assert one(GROUP, "beta.group", query, context="c")["writebackConfiguration"] is None


def test_mixed_objects_tell_their_type_and_show_their_own_properties() -> None:
    members = [
        {"@odata.type": "#microsoft.graph.user", "id": "u", "displayName": "Ida", "userPrincipalName": "ida@x"},
        {"@odata.type": "#microsoft.graph.group", "id": "g", "displayName": "Salg", "visibility": "Private"},
    ]
    answer = many(members, None, ask(select="id,userPrincipalName"), context="c", base_url="b")
    assert answer["value"] == [
        {"@odata.type": "#microsoft.graph.user", "id": "u", "userPrincipalName": "ida@x"},
        {"@odata.type": "#microsoft.graph.group", "id": "g"},
    ]
    by_default = many(members, None, ask(), context="c", base_url="b")["value"]
    assert by_default[0]["businessPhones"] == []
    assert "visibility" not in by_default[0]
    assert by_default[1]["visibility"] == "Private"
    assert refused(ask(select="nickname"), None).status == 400


def test_pages_follow_each_other_and_end() -> None:
    options = {"$select": "id", "$filter": "mailEnabled eq true", "$top": "50"}
    seen: list[str] = []
    sizes: list[int] = []
    while options:
        page = listed(parse(options, {}))
        seen += [group["id"] for group in page["value"]]
        sizes.append(len(page["value"]))
        options = following(page)
    assert sizes == [50, 50, 25]
    assert seen == [str(number) for number in range(0, 250, 2)]


def test_a_page_holds_a_hundred_unless_asked() -> None:
    page = listed(ask())
    assert len(page["value"]) == 100
    assert page["@odata.nextLink"].startswith("http://127.0.0.1:1/v1.0/groups?$skiptoken=")
    assert "@odata.nextLink" not in listed(ask(top="999"))


@pytest.mark.parametrize("token", ["x", "abcd", "é", "MTAwOmFiYw==", "===="])
def test_a_token_that_is_not_ours(token: str) -> None:
    assert refused(ask(skiptoken=token)).code == "Directory_ExpiredPageToken"


def test_a_token_of_another_question() -> None:
    token = following(listed(ask(select="id")))["$skiptoken"]
    assert refused(ask(select="displayName", skiptoken=token)).code == "Directory_ExpiredPageToken"


@pytest.mark.parametrize(("top", "code"), [("0", "Request_UnsupportedQuery"), ("1000", "Request_UnsupportedQuery"),
                                           ("-1", "BadRequest"), ("x", "BadRequest"), ("٣", "BadRequest")])  # fmt: skip
def test_page_sizes_that_are_refused(top: str, code: str) -> None:
    with pytest.raises(GraphError) as caught:
        ask(top=top)
    assert (caught.value.status, caught.value.code) == (400, code)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"$skip": "5"}, "'$skip' is not supported by the service."),
        ({"$apply": "x"}, "Unrecognized query argument specified: '$apply'."),
        ({"select": "id"}, "Unrecognized query argument specified: 'select'."),
        ({"$count": "yes"}, "Invalid value 'yes' for $count query option found. Valid values are 'true' or 'false'."),
        ({"$expand": "owners,members"}, "Unsupported Query."),
    ],
)
def test_options_that_are_refused(options: dict[str, str], message: str) -> None:
    with pytest.raises(GraphError) as caught:
        parse(options, {})
    assert caught.value.status == 400
    assert caught.value.message == message


def test_the_count_comes_only_with_the_header() -> None:
    assert "@odata.count" not in listed(ask(count="true"))
    assert "@odata.count" not in listed(ask(EVENTUAL))
    page = listed(ask(EVENTUAL, count="true", filter="mailEnabled eq true"))
    assert page["@odata.count"] == 125
    assert "@odata.count" not in listed(parse(following(page), EVENTUAL))


def test_counting_alone() -> None:
    assert count(GROUPS, "group", ask(EVENTUAL)) == 250
    assert count(GROUPS, "group", ask(EVENTUAL, filter="mailEnabled ne true")) == 125
    with pytest.raises(GraphError) as caught:
        count(GROUPS, "group", ask())
    assert (caught.value.code, caught.value.message) == ("Request_BadRequest", "$count is not currently supported.")


def test_sorting() -> None:
    groups = [{"id": "1", "displayName": "b"}, {"id": "2", "displayName": "A"}, {"id": "3", "displayName": None}]
    ordered = listed(ask(orderby="displayName"), groups)["value"]
    assert [group["id"] for group in ordered] == ["3", "2", "1"]
    ordered = listed(ask(orderby="displayName desc"), groups)["value"]
    assert [group["id"] for group in ordered] == ["1", "2", "3"]


def test_sorting_that_needs_an_advanced_query() -> None:
    for options in ({"orderby": "deletedDateTime"}, {"orderby": "displayName", "filter": "mailEnabled eq true"}):
        assert refused(ask({}, **options)).message == "Sorting not supported for current query."
        assert refused(ask(EVENTUAL, **options)).message == "Sorting not supported for current query."
        assert listed(ask(EVENTUAL, count="true", **options))["value"]
    assert refused(ask(EVENTUAL, count="true", orderby="mail")).code == "Request_UnsupportedQuery"


def test_subscribed_skus_take_only_select() -> None:
    assert many([{"id": "s"}], "subscribedSku", ask(select="id"), context="c", base_url="b")["value"] == [{"id": "s"}]
    assert refused(ask(top="5"), "subscribedSku").status == 400


def test_the_index_is_behind() -> None:
    def as_indexed(group: dict[str, Any]) -> dict[str, Any]:
        return {} if group["id"] == "2" else group | {"displayName": "Old name"}

    groups = [{"id": "1", "displayName": "New name"}, {"id": "2", "displayName": "Brand new"}]
    search = ask(EVENTUAL, search='"displayName:new"')
    found = many(groups, "group", search, context="c", base_url="b", search_index=as_indexed)
    assert found["value"] == []
    plain = ask(filter="displayName eq 'New name'")
    found = many(groups, "group", plain, context="c", base_url="b", search_index=as_indexed)
    assert [group["id"] for group in found["value"]] == ["1"]


def test_expand_brings_a_relationship_along() -> None:
    def resolve(group: dict[str, Any], name: str) -> list[dict[str, Any]]:
        assert (group["id"], name) == ("g", "owners")
        return [{"@odata.type": "#microsoft.graph.user", "id": str(n), "displayName": "x"} for n in range(30)]

    query = ask(select="id", expand="owners($select=id)")
    group = one(GROUP, "group", query, context="c", resolve=resolve)
    assert len(group["owners"]) == 20
    assert group["owners"][0] == {"@odata.type": "#microsoft.graph.user", "id": "0"}
    with pytest.raises(GraphError):
        one(GROUP, "group", ask(expand="owners"), context="c")
    with pytest.raises(GraphError):
        one(GROUP, "group", ask(expand="visibility"), context="c", resolve=resolve)
