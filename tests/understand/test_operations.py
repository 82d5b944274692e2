"""What is wanted of a group, and who it is wanted for."""

import pytest

from bot.model import Operation, Symptom
from bot.understand import understand

ADD, REMOVE, GUEST, LEAVE = Operation.ADD_MEMBER, Operation.REMOVE_MEMBER, Operation.ADD_GUEST, Operation.LEAVE
OWNER, NO_OWNER = Operation.ADD_OWNER, Operation.REMOVE_OWNER
LICENSE, NO_LICENSE = Operation.ADD_LICENSE, Operation.REMOVE_LICENSE
MEMBERS, OWNERS, LICENSES = Symptom.GROUP_MEMBERS, Symptom.GROUP_OWNERS, Symptom.GROUP_LICENSES
SAID = (
    ("why can't I add people to Marketing DK?", MEMBERS, ADD),
    ("hvorfor kan jeg ikke tilføje medlemmer til Økonomi", MEMBERS, ADD),
    ("give lee access to Fourth Coffee", MEMBERS, ADD),
    ("giv Lee adgang til Salg Norden", MEMBERS, ADD),
    ("kan Noor tilføjes til Projekt Falk?", MEMBERS, ADD),
    ("cannot remove Megan from Project Falcon", MEMBERS, REMOVE),
    ("kan ikke fjerne Mette fra Projekt Falk", MEMBERS, REMOVE),
    ("I want to kick Grady out of Fourth Coffee", MEMBERS, REMOVE),
    ("smid Peter ud af Projekt Falk", MEMBERS, REMOVE),
    ("why can't I leave Marketing DK?", MEMBERS, LEAVE),
    ("remove me from Fourth Coffee", MEMBERS, LEAVE),
    ("jeg kan ikke melde mig ud af Salg", MEMBERS, LEAVE),
    ("hvorfor kan jeg ikke forlade Marketing DK?", MEMBERS, LEAVE),
    ("Isaiah wants to leave Fourth Coffee but can't", MEMBERS, LEAVE),
    ("add a guest to Turbine Design", MEMBERS, GUEST),
    ("jeg kan ikke tilføje en gæst til denne gruppe", MEMBERS, GUEST),
    ("invite external people to Fabrikam Samarbejde", MEMBERS, GUEST),
    ("jeg kan ikke invitere eksterne til Projekt Falk", MEMBERS, GUEST),
    ("I can't add or remove members", MEMBERS, None),
    ("make Lee an owner", OWNERS, OWNER),
    ("gør Lee Gu til ejer af Fourth Coffee", OWNERS, OWNER),
    ("I can't add an owner", OWNERS, OWNER),
    ("jeg kan ikke tilføje en ejer til Salg", OWNERS, OWNER),
    ("transfer ownership of Fourth Coffee to Megan", OWNERS, OWNER),
    ("remove me as owner", OWNERS, NO_OWNER),
    ("fjern Adele som ejer af Fourth Coffee", OWNERS, NO_OWNER),
    ("jeg vil ikke være ejer af Fourth Coffee mere", OWNERS, NO_OWNER),
    ("who owns Marketing DK?", OWNERS, None),
    ("hvem er ejer af denne gruppe", OWNERS, None),
    ("nobody owns this group", OWNERS, None),
    ("add a licence to group Turbine Design", LICENSES, LICENSE),
    ("assign a license to SG-Lab-Access", LICENSES, LICENSE),
    ("tildel en licens til gruppen Salg Danmark", LICENSES, LICENSE),
    ("remove the licence from Visio Users", LICENSES, NO_LICENSE),
    ("fjern licensen fra Licens Visio", LICENSES, NO_LICENSE),
    ("why can't I edit Sales?", Symptom.GROUP_EDIT, None),
    ("hvorfor kan jeg ikke slette denne gruppe", Symptom.GROUP_DELETE, None),
)
WITH = (
    ("fjerne Adele fra Marketing DK", "Adele", "Marketing DK"),
    ("I want to remove Adele from Marketing DK", "Adele", "Marketing DK"),
    ("add Umut to Turbine Design", "Umut", "Turbine Design"),
    ("add umut to turbine design", "umut", "turbine design"),
    ("tilføj Umut til Turbine Design", "Umut", "Turbine Design"),
    ("add lee@contoso.com to Sales", "lee@contoso.com", "Sales"),
    ("tilføj kim@contoso.com til Kundeservice", "kim@contoso.com", "Kundeservice"),
    ("hvordan gør jeg Søren til ejer af Fourth Coffee", "Søren", "Fourth Coffee"),
    ("make Adele owner of Board Secretariat", "Adele", "Board Secretariat"),
    ("transfer ownership of Fourth Coffee to Megan", "Megan", "Fourth Coffee"),
    ("could you add my colleague Priya to Projekt Syd", "Priya", "Projekt Syd"),
    ("kan I give Jens Ærø Mikkelsen adgang til Kantineudvalget", "Jens Ærø Mikkelsen", "Kantineudvalget"),
    ("fjern lee gu fra marketing dk", "lee gu", "marketing dk"),
    ("Lee should be added to Projekt Syd", "Lee", "Projekt Syd"),
    ("can Noor be added to Project Falcon?", "Noor", "Project Falcon"),
    ("remove Megan as owner of Sales Nordic", "Megan", "Sales Nordic"),
)
NOBODY = (
    "why can't I add people to Marketing DK?",
    "add memebrs to Marketing DK",
    "hvorfor kan jeg ikke tilføje nogen til Økonomi",
    "remove me from Fourth Coffee",
    "I can't add an owner to Sales Nordic",
    "fjern licensen fra Licens Visio",
)


@pytest.mark.parametrize(("sentence", "symptom", "operation"), SAID)
def test_what_is_wanted_is_told_apart(sentence: str, symptom: Symptom, operation: Operation | None) -> None:
    heard = understand(sentence)
    assert (heard.symptom, heard.operation) == (symptom, operation)


@pytest.mark.parametrize(("sentence", "other", "group"), WITH)
def test_the_person_and_the_group_are_both_found(sentence: str, other: str, group: str) -> None:
    heard = understand(sentence)
    assert (heard.other, heard.entity, heard.entity_kind) == (other, group, "group")
    assert heard.person is None
    assert other not in heard.leftovers


@pytest.mark.parametrize("sentence", NOBODY)
def test_nobody_is_made_up(sentence: str) -> None:
    assert understand(sentence).other is None


def test_several_people_are_all_kept() -> None:
    heard = understand("add Lee, Adele and Megan to Marketing DK")
    assert (heard.other, heard.others, heard.entity) == ("Lee", ("Lee", "Adele", "Megan"), "Marketing DK")
    assert understand("tilføj Lee og Adele til Salg Norden").others == ("Lee", "Adele")
