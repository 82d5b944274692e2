"""Dynamic rules: how they are read, and what is told of their evaluation."""

from datetime import timedelta

import pytest

from bot.sandbox.graph.state.membership_rule import matcher
from tests.sandbox.graph.company_on_stage import G, U
from tests.sandbox.graph.graph_client import Graph

LEE = {"department": "Sales and Marketing", "country": "Denmark", "accountEnabled": True, "city": None}


@pytest.mark.parametrize(
    "rule",
    [
        'user.department -eq "sales AND marketing"',
        'user.department eq "Sales and Marketing"',
        '(user.country EQ "Denmark") AND (user.accountEnabled -Eq True)',
        'user.country -eq "Norway" or user.country -eq "Denmark"',
        'user.country -eq "Denmark" -or user.country -eq "x" and user.country -eq "y"',
        'not (user.country -eq "Norway")',
        '-not user.country -eq "Norway"',
        "user.city -eq null",
        "user.country -ne null",
        'user.department -contains "and"',
        'user.department -notContains "x"',
        "user.department startswith 'sales'",
        '(((user.country -eq "Denmark")))',
    ],
)
def test_rules_that_are_true_of_lee(rule: str) -> None:
    read = matcher(rule)
    assert read
    assert read(LEE)


@pytest.mark.parametrize(
    "rule",
    [
        'user.department -eq "Sales"',
        '(user.country -eq "x" or user.country -eq "Denmark") and user.accountEnabled -eq false',
        'user.nonesuch -eq "x"',
        'user.city -startsWith "A"',
    ],
)
def test_rules_that_are_not(rule: str) -> None:
    read = matcher(rule)
    assert read
    assert not read(LEE)


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "user",
        "user.country",
        'user.country -eq "Denmark" and',
        '(user.country -eq "Denmark"',
        'user.country -eq "Denmark")',
        'device.deviceOSType -eq "Windows"',
        'user.memberof -any (group.objectId -in ["x"])',
        'user.country -like "D"',
        "user.country -eq Denmark",
        'user.country -eq "Denmark',
        "(" * 100 + 'user.country -eq "Denmark"' + ")" * 100,
    ],
)
def test_rules_this_company_cant_read(rule: str) -> None:
    assert matcher(rule) is None


async def status(graph: Graph) -> dict[str, str] | None:
    path = f"groups/{G['dynamic']}?$select=membershipRuleProcessingStatus"
    return (await graph.get(path, version="beta")).body["membershipRuleProcessingStatus"]


async def test_beta_tells_how_the_evaluation_went(graph: Graph) -> None:
    path = f"groups/{G['dynamic']}"
    await graph.patch(
        path, "groups_admin", {"membershipRule": 'user.department EQ "Sales" AND user.userType ne "Guest"'}
    )
    assert await status(graph) == {"status": "Running", "errorMessage": None, "lastMembershipUpdated": None}
    graph.world.clock.forward(timedelta(minutes=6))
    assert (await graph.get(f"{path}/members")).ids == {U["owner"], U["member"]}
    told = await status(graph)
    assert told
    assert (told["status"], told["lastMembershipUpdated"][:15]) == ("Succeeded", "2026-11-20T10:0")
    await graph.patch(path, "groups_admin", {"membershipRule": "user.memberof -any (group.objectId -in ['x'])"})
    graph.world.clock.forward(timedelta(minutes=6))
    failed = await status(graph)
    assert failed
    assert failed["status"] == "Failed"
    assert failed["errorMessage"]
    assert failed["lastMembershipUpdated"] == told["lastMembershipUpdated"]
    await graph.patch(path, "groups_admin", {"membershipRuleProcessingState": "Paused"})
    assert await status(graph) is None


async def test_only_beta_and_only_one_group_at_a_time_tells_it(graph: Graph) -> None:
    select = "$select=membershipRuleProcessingStatus"
    assert (await graph.get(f"groups/{G['dynamic']}?{select}")).status == 400
    assert (await graph.get(f"groups?{select}", version="beta")).status == 501
