"""What a message says of its symptom beyond doubt."""

import pytest

from bot.model import Operation, Symptom
from bot.understand import understand

ID = "4341a84c-f983-4c40-8234-48c5cdf2c993"
GRAPH = f"https://graph.microsoft.com/v1.0/groups/{ID}"
GROUP_PAGE = f"https://entra.microsoft.com/#view/Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Overview/groupId/{ID}"
ADMIN_PAGE = f"https://admin.microsoft.com/#/groups/:/TeamDetails/{ID}"
PERSONS_PAGE = f"https://admin.microsoft.com/#/users/:/UserDetails/{ID}"
GROUPS = (Symptom.GROUP_EDIT, Symptom.GROUP_MEMBERS, Symptom.GROUP_DELETE)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("hvordan forlader jeg Nordkaj Drift?", "Nordkaj Drift"),
        ("jeg vil meldes ud af Nordkaj Drift", "Nordkaj Drift"),
        ("hvordan melder jeg mig ud af Byggesager?", "Byggesager"),
        ("hvordan framelder jeg mig Nyhedsbrev", "Nyhedsbrev"),
        ("afmeld mig Nyhedsbrev", "Nyhedsbrev"),
        ("how do i quit Byggesager", "Byggesager"),
        ("how do I leave Turbine Design?", "Turbine Design"),
    ],
)
def test_leaving_a_group_is_about_its_members(sentence: str, name: str) -> None:
    heard = understand(sentence)
    assert (heard.symptom, heard.operation) == (Symptom.GROUP_MEMBERS, Operation.LEAVE)
    assert name in (heard.entity, *heard.leftovers)


@pytest.mark.parametrize("sentence", ["when do I leave work", "where do I register my annual leave?"])
def test_leaving_work_is_not_leaving_a_group(sentence: str) -> None:
    assert understand(sentence).symptom is Symptom.OUT_OF_SCOPE


def test_somebody_else_who_leaves_is_removed() -> None:
    assert understand("Lee skal meldes ud af Byggesager").operation is Operation.REMOVE_MEMBER


@pytest.mark.parametrize("sentence", ["is Vikarer updated automatically?", "opdateres Vikarer automatisk?"])
def test_whether_a_named_group_keeps_up_is_about_the_group(sentence: str) -> None:
    heard = understand(sentence)
    assert (heard.symptom, "Vikarer" in heard.leftovers) == (Symptom.GROUP_SYNC, True)


@pytest.mark.parametrize(
    ("request_", "symptom"),
    [
        (f"PATCH {GRAPH} HTTP/1.1 400 BadRequest) ErrorCode: Request_BadRequest", Symptom.GROUP_EDIT),
        (f"Invoke-MgGraphRequest: DELETE {GRAPH} 403 Forbidden", Symptom.GROUP_DELETE),
        (f"POST {GRAPH}/members/$ref 403 Authorization_RequestDenied", Symptom.GROUP_MEMBERS),
        (f"DELETE {GRAPH}/owners/{ID}/$ref 400", Symptom.GROUP_OWNERS),
        (f"POST {GRAPH}/assignLicense 400", Symptom.GROUP_LICENSES),
        (f"PATCH /v1.0/users/{ID} 403 Authorization_RequestDenied", Symptom.PROFILE_EDIT),
        (f"PUT /users/{ID}/photo/$value 403", Symptom.PHOTO_REFUSED),
    ],
)
def test_a_quoted_request_says_what_was_to_be_changed(request_: str, symptom: Symptom) -> None:
    heard = understand(request_)
    assert (heard.symptom, heard.entity) == (symptom, ID)


@pytest.mark.parametrize("page", [GROUP_PAGE, ADMIN_PAGE])
def test_the_address_of_a_groups_page_asks_nothing_of_that_group(page: str) -> None:
    heard = understand(page)
    assert (heard.entity, heard.entity_kind) == (ID, "group")
    assert heard.confidence < 0.5
    assert {heard.symptom, *heard.alternatives} == set(GROUPS)


def test_the_address_of_a_persons_page_is_about_the_person() -> None:
    heard = understand(PERSONS_PAGE)
    assert (heard.entity, heard.entity_kind) == (ID, "user")
    assert {each.value.split(".")[0] for each in (heard.symptom, *heard.alternatives)} == {"photo", "profile"}


def test_a_question_beside_an_address_is_still_asked() -> None:
    assert understand(f"why can't I edit {GROUP_PAGE}").symptom is Symptom.GROUP_EDIT
    assert understand(f"group Turbine Design can't be deleted {GROUP_PAGE}").symptom is Symptom.GROUP_DELETE


@pytest.mark.parametrize(
    ("sentence", "name", "language"),
    [
        ("gruppen IT-administratorer", "IT-administratorer", "da"),
        ("gruppen Byggesager", "Byggesager", "da"),
        ("teamet Nordkaj Drift", "Nordkaj Drift", "da"),
        ("holdet Salg Jylland", "Salg Jylland", "da"),
        ("the group Turbine Design", "Turbine Design", "en"),
    ],
)
def test_a_group_that_is_named_and_no_more_is_a_group(sentence: str, name: str, language: str) -> None:
    heard = understand(sentence, "da-DK" if language == "da" else "en-US")
    assert name in (heard.entity, *heard.leftovers)
    assert ({heard.symptom, *heard.alternatives}, heard.language) == (set(GROUPS), language)
    assert heard.confidence < 0.5
