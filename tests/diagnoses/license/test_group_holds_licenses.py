import pytest

from bot.diagnoses import explaining
from bot.diagnoses.license.group_holds_licenses import diagnose
from bot.model import Severity, Symptom
from bot.readings.licenses import CloudLicenses, GroupLicenses, Products
from bot.roles import Role
from tests.readings import (
    VISIO,
    active,
    cloud_licenses,
    english,
    found,
    gap,
    licenses,
    not_there,
    offered,
    question,
    shown,
    synced,
    verdict,
)

DELETE = question(Symptom.GROUP_DELETE)
OTHER = "11111111-0000-4000-8000-000000000001"


def test_a_licence_on_the_group_is_why_it_cannot_be_deleted() -> None:
    finding = found(diagnose, licenses(VISIO), of=DELETE)
    assert english(finding.title) == "Sales gives licences to its members, so it can't be deleted."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, False)
    assert shown(finding, "Licences on the group") == "VISIO_PLAN2"
    assert offered(finding) == ["remove_group_licenses"]
    assert finding.remedies[0].model_dump()["skus"] == VISIO


def test_a_licence_in_the_second_store_alone_is_one_too_though_only_probably() -> None:
    finding = found(diagnose, cloud_licenses("a2", "a1"), of=DELETE)
    assert finding.probable
    assert shown(finding, "Licences on the group") == "VISIOCLIENT"
    assert finding.remedies[0].model_dump()["assignments"] == "a1,a2"


def test_names_that_cannot_be_read_are_ids_or_said_to_be_missing() -> None:
    assert shown(found(diagnose, licenses(OTHER), of=DELETE), "Licences on the group") == OTHER
    unread = found(diagnose, licenses(VISIO), gap(Products), of=DELETE)
    assert shown(unread, "Licences on the group") == VISIO
    unnamed = found(diagnose, cloud_licenses("a1", product=None), of=DELETE)
    assert shown(unnamed, "Licences on the group") == "one or more, whose names I can't see"


def test_a_group_without_licences_is_in_order() -> None:
    assert verdict(diagnose, of=DELETE) is None
    assert verdict(diagnose, cloud_licenses(), licenses(state="ProcessingComplete"), of=DELETE) is None


@pytest.mark.parametrize("state", ["QueuedForProcessing", "ProcessingInProgress"])
def test_a_removal_that_is_still_under_way_holds_it_up_as_well(state: str) -> None:
    finding = found(diagnose, licenses(state=state), of=DELETE)
    assert english(finding.title) == "The licences of Sales are still being processed, so it can't be deleted yet."
    assert offered(finding) == []


def test_error_113_is_named_where_active_directory_waits_for_it() -> None:
    assert "error 113" in english(found(diagnose, synced(), licenses(VISIO), of=DELETE).advice)
    assert "error 113" not in english(found(diagnose, licenses(VISIO), of=DELETE).advice)


def test_nothing_is_well_while_a_store_is_unread() -> None:
    assert verdict(diagnose, gap(GroupLicenses), of=DELETE) == (gap(GroupLicenses),)
    assert verdict(diagnose, gap(CloudLicenses), of=DELETE) == (gap(CloudLicenses),)
    assert found(diagnose, licenses(VISIO), gap(CloudLicenses), of=DELETE).severity is Severity.CAUSE
    assert verdict(diagnose, not_there(CloudLicenses), of=DELETE) is None


def test_the_licence_comes_first_whatever_else_stands_in_the_way() -> None:
    order = [each.id for each in explaining(Symptom.GROUP_DELETE)]
    assert set(order[: order.index(diagnose.id)]) <= {"group_is_deleted"}


def test_no_role_helps() -> None:
    assert found(diagnose, licenses(VISIO), active(Role.GLOBAL), of=DELETE).severity is Severity.CAUSE
