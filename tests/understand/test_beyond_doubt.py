"""What a message says of its symptom beyond doubt."""

import pytest

from bot.model import Operation, Symptom
from bot.understand import understand, understand_all

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


@pytest.mark.parametrize(
    "sentence",
    [
        "why can't I see the members of Marketing?",
        "are the members of Marketing hidden?",
        "the member list of Marketing is empty for me",
        "who is in Marketing?",
        "why can't Lee see the members of Marketing?",
        "hvorfor kan jeg ikke se medlemmerne af Marketing?",
        "er medlemmerne af Marketing skjult?",
        "hvem er med i Marketing?",
    ],
)
def test_seeing_who_is_in_a_group_changes_nothing(sentence: str) -> None:
    heard = understand(sentence)
    assert (heard.symptom, heard.operation) == (Symptom.GROUP_MEMBERS, Operation.SEE_MEMBERS)
    assert "Marketing" in (heard.entity, *heard.leftovers)


@pytest.mark.parametrize("sentence", ["are its members hidden", "hvorfor kan jeg ikke se medlemmerne"])
def test_nor_does_it_without_a_name(sentence: str) -> None:
    assert understand(sentence).operation is Operation.SEE_MEMBERS


@pytest.mark.parametrize(
    "sentence",
    [
        "why can't I see Marketing?",
        "why can't I see Marketing in Outlook?",
        "hvorfor kan jeg ikke se Marketing i Teams?",
    ],
)
def test_a_group_that_does_not_show_is_no_change_either(sentence: str) -> None:
    heard = understand(sentence)
    assert (heard.symptom, heard.operation, heard.entity) == (
        Symptom.GROUP_MEMBERS,
        Operation.SEE_GROUP,
        "Marketing",
    )


@pytest.mark.parametrize(
    ("sentence", "symptom", "operation"),
    [
        ("I can't see the button to add members in Marketing", Symptom.GROUP_MEMBERS, Operation.ADD_MEMBER),
        ("I can see the members of Marketing in AD but not in the cloud", Symptom.GROUP_SYNC, None),
        ("I deleted Marketing in the cloud but it is still in AD", Symptom.GROUP_DELETE, None),
    ],
)
def test_what_only_sounds_like_it(sentence: str, symptom: Symptom, operation: Operation | None) -> None:
    heard = understand(sentence)
    assert (heard.symptom, heard.operation) == (symptom, operation)


@pytest.mark.parametrize(
    "sentence",
    [
        "Marketing is gone from AD but still in the cloud",
        "I deleted Marketing in Active Directory but it is still in Entra",
        "vi har slettet Marketing i AD men den er stadig i skyen",
        "Marketing er væk fra AD men findes stadig i Microsoft 365",
    ],
)
def test_gone_from_active_directory_and_still_in_the_cloud(sentence: str) -> None:
    heard = understand(sentence)
    assert (heard.symptom, heard.operation, heard.entity) == (
        Symptom.GROUP_DELETE,
        Operation.DELETED_IN_AD,
        "Marketing",
    )


@pytest.mark.parametrize(
    ("sentence", "person", "group"),
    [
        ("does Lee own Sales?", "Lee", "Sales"),
        ("does Lee Gu own Sales?", "Lee Gu", "Sales"),
        ("is Lee an owner of Sales?", "Lee", "Sales"),
        ("does Adele Vance own Salg Danmark?", "Adele Vance", "Salg Danmark"),
        ("ejer Lee Salg?", "Lee", "Salg"),
        ("ejer Lee Gu Salg Danmark?", "Lee Gu", "Salg Danmark"),
        ("er Lee ejer af Salg?", "Lee", "Salg"),
        ("do I own Sales?", None, "Sales"),
        ("ejer jeg Salg?", None, "Salg"),
    ],
)
def test_whether_somebody_owns_a_group_is_asked_in_many_ways(sentence: str, person: str | None, group: str) -> None:
    heard = understand(sentence)
    assert (heard.symptom, heard.operation, heard.person) == (Symptom.GROUP_OWNERS, None, person)
    assert heard.entity == group


@pytest.mark.parametrize(
    "sentence",
    [
        "restore Viggo Thorsen",
        "can you restore the user Viggo Thorsen?",
        "Viggo Thorsen was deleted by mistake, bring him back",
        "gendan brugeren Viggo Thorsen",
        "kan du gendanne Viggo Thorsen?",
    ],
)
def test_bringing_a_person_back_is_about_the_person(sentence: str) -> None:
    heard = understand(sentence)
    assert (heard.symptom, heard.entity, heard.entity_kind) == (Symptom.GROUP_DELETE, "Viggo Thorsen", "user")


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


@pytest.mark.parametrize(
    ("sentence", "symptom", "name"),
    [
        ("why can't I edit SSPR Pilot?", Symptom.GROUP_EDIT, "SSPR Pilot"),
        ("hvorfor kan jeg ikke ændre VPN Users", Symptom.GROUP_EDIT, "VPN Users"),
        ("add Lee to VPN Users", Symptom.GROUP_MEMBERS, "VPN Users"),
        ("delete Intune - Pilot", Symptom.GROUP_DELETE, "Intune - Pilot"),
    ],
)
def test_a_product_in_a_groups_name_puts_nothing_out_of_scope(sentence: str, symptom: Symptom, name: str) -> None:
    heard = understand(sentence)
    assert (heard.symptom, heard.entity, heard.entity_kind) == (symptom, name, "group")


@pytest.mark.parametrize("sentence", ["my VPN doesn't connect", "Teams crashes when I open Excel", "reset my MFA"])
def test_a_product_alone_is_still_out_of_scope(sentence: str) -> None:
    assert understand(sentence).symptom is Symptom.OUT_OF_SCOPE


@pytest.mark.parametrize(
    "sentence",
    ["unarchive Nordkaj Drift", "why can't I archive Nordkaj Drift?", "kan ikke genåbne Nordkaj Drift"],
)
def test_archiving_is_no_deletion(sentence: str) -> None:
    assert (understand(sentence).symptom, understand(sentence).entity) == (Symptom.GROUP_EDIT, "Nordkaj Drift")


def test_archiving_or_deleting_is_about_deleting() -> None:
    assert understand("should I archive Nordkaj Drift or delete it?").symptom is Symptom.GROUP_DELETE


@pytest.mark.parametrize("sentence", ["error 113 on PBI-brugere 2021", "fejl 113 på PBI-brugere 2021"])
def test_the_error_of_a_licensed_group_is_about_its_deletion(sentence: str) -> None:
    assert (understand(sentence).symptom, understand(sentence).entity) == (Symptom.GROUP_DELETE, "PBI-brugere 2021")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("rename Byggesager to Byggesager EMEA", "Byggesager"),
        ("omdøb Nordkaj Drift til Nordkaj Service", "Nordkaj Drift"),
        ("can I rename Turbine Design to Turbine Drafting?", "Turbine Design"),
    ],
)
def test_a_new_name_is_not_the_one_it_has(sentence: str, name: str) -> None:
    assert (understand(sentence).symptom, understand(sentence).entity) == (Symptom.GROUP_EDIT, name)


@pytest.mark.parametrize(
    "sentence",
    ["rename Sales to Marketing", "ændre navnet på Sales til Marketing", "omdøb Sales til Marketing Danmark"],
)
def test_a_new_name_is_not_looked_up(sentence: str) -> None:
    heard = understand(sentence)
    assert heard.entity == "Sales"
    assert not any("Marketing" in name for name in heard.leftovers)


@pytest.mark.parametrize(
    "sentence",
    ["giv mig adgang til Byggesager", "jeg mangler adgang til Byggesager", "jeg skal bruge adgang til Byggesager"],
)
def test_access_to_something_named_is_membership(sentence: str) -> None:
    heard = understand(sentence, "da-DK")
    assert heard.symptom is Symptom.GROUP_MEMBERS
    assert "Byggesager" in (heard.entity, *heard.leftovers)


@pytest.mark.parametrize("sentence", ["giv mig adgang til Excel", "give me access to SharePoint"])
def test_access_to_a_product_is_out_of_scope(sentence: str) -> None:
    assert understand(sentence).symptom is Symptom.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Kasper Toft and Anna Holm have no photo", ["Kasper Toft", "Anna Holm"]),
        ("hvorfor har Kasper og Anna ikke noget billede", ["Kasper", "Anna"]),
    ],
)
def test_a_photo_is_asked_after_of_each(sentence: str, people: list[str]) -> None:
    heard = understand_all(sentence)
    assert [each.entity for each in heard] == people
    assert {each.symptom for each in heard} == {Symptom.PHOTO_MISSING}
