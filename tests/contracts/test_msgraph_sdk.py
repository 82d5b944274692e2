"""Microsoft's own SDK takes the sandbox for Microsoft Graph.

Run: uv sync --group contracts, then pytest tests/contracts
"""

from collections.abc import AsyncIterator
from datetime import datetime
from importlib import import_module
from typing import Any

import pytest

from bot.sandbox.faults import Fault
from tests.contracts.microsofts_sdk import ABSENT, INSTALLED, Sdk, contoso_by_sdk
from tests.graph.client.stage import HOST, Stage

pytestmark = [
    pytest.mark.skipif(not INSTALLED, reason=ABSENT),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # the SDK's own
]


@pytest.fixture
async def both() -> AsyncIterator[tuple[Sdk, Stage]]:
    async with contoso_by_sdk("megan@contoso.com") as (sdk, stage):
        yield sdk, stage


@pytest.fixture
def sdk(both: tuple[Sdk, Stage]) -> Sdk:
    return both[0]


@pytest.fixture
def stage(both: tuple[Sdk, Stage]) -> Stage:
    return both[1]


def named(things: Any) -> set[str]:
    return {type(thing).__name__ for thing in things}


async def test_me(sdk: Sdk, stage: Stage) -> None:
    me = await sdk.client.me.get()
    assert me.id == stage.person("megan@contoso.com")


async def test_groups_arrive_as_groups(sdk: Sdk) -> None:
    select = ["id", "displayName", "groupTypes", "onPremisesSyncEnabled", "createdDateTime"]
    asked = sdk.asking("groups.groups_request_builder.GroupsRequestBuilder", select=select, top=5)
    groups = (await sdk.client.groups.get(asked)).value
    assert named(groups) == {"Group"}
    assert all(isinstance(group.created_date_time, datetime) for group in groups)
    assert all(isinstance(group.group_types, list) for group in groups)


async def test_pages_follow_each_other(sdk: Sdk, stage: Stage) -> None:
    asked = sdk.asking("groups.groups_request_builder.GroupsRequestBuilder", select=["id"], top=20)
    page = await sdk.client.groups.get(asked)
    seen: list[str] = []

    def see(group: Any) -> bool:
        seen.append(group.id)
        return True

    await import_module("msgraph_core.tasks.page_iterator").PageIterator(page, sdk.adapter).iterate(see)
    assert page.odata_next_link
    assert sorted(seen) == sorted(stage.sandbox.world.groups)


async def test_advanced_queries_are_counted(sdk: Sdk, stage: Stage) -> None:
    asked = sdk.asking(
        "groups.groups_request_builder.GroupsRequestBuilder",
        select=["id"],
        filter="onPremisesSyncEnabled ne true",
        count=True,
    )
    asked.headers.add("ConsistencyLevel", "eventual")
    synced = [group for group in stage.sandbox.world.groups.values() if group["onPremisesSyncEnabled"]]
    answer = await sdk.client.groups.get(asked)
    assert answer.odata_count == len(stage.sandbox.world.groups) - len(synced)


async def test_a_group_has_no_property_the_sdk_does_not_know(sdk: Sdk, stage: Stage) -> None:
    asked = sdk.asking(
        "groups.item.group_item_request_builder.GroupItemRequestBuilder",
        select=["id", "licenseProcessingState", "onPremisesProvisioningErrors", "assignedLicenses"],
    )
    group = sdk.client.groups.by_group_id(stage.group("Sales")["id"])
    for answer in (await group.get(), await group.get(asked)):
        assert {name for name in answer.additional_data if not name.startswith("@odata.")} == set()


async def test_members_say_what_they_are(sdk: Sdk, stage: Stage) -> None:
    members = await sdk.client.groups.by_group_id(stage.group("Sales")["id"]).members.get()
    assert "User" in named(members.value)
    assert "DirectoryObject" not in named(members.value)


async def test_what_is_not_there_is_an_error_it_can_read(sdk: Sdk) -> None:
    errors = import_module("msgraph.generated.models.o_data_errors.o_data_error")
    with pytest.raises(errors.ODataError) as refused:
        await sdk.client.groups.by_group_id("00000000-0000-4000-8000-000000000000").get()
    assert refused.value.response_status_code == 404
    assert refused.value.error.code == "Request_ResourceNotFound"
    assert refused.value.error.inner_error.request_id


async def test_the_source_of_authority_can_be_moved(stage: Stage) -> None:
    model = import_module("msgraph.generated.models.on_premises_sync_behavior").OnPremisesSyncBehavior
    async with contoso_by_sdk("soren@contoso.com") as (sdk, contoso):
        behavior = sdk.client.groups.by_group_id(contoso.group("Økonomi")["id"]).on_premises_sync_behavior
        assert (await behavior.get()).is_cloud_managed is False
        await behavior.patch(model(is_cloud_managed=True))
        assert (await behavior.get()).is_cloud_managed is True


async def test_throttling_is_waited_out(sdk: Sdk, stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/organization", status=429, headers={"Retry-After": "1"}))
    assert (await sdk.client.organization.get()).value
    assert [exchange["status"] for exchange in stage.exchanges()] == [429, 200]
