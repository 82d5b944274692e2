"""Who owns a group: what Graph shows is said, and what it can't know isn't made up."""

from typing import Any

import pytest
from cards.groups.owners import by_asking, called, listed, sentence

from bot.reading import Unreadable
from bot.readings.group import Group, Owner, Owners
from bot.remedies.ask_an_owner import AskAnOwner
from bot.texts import say
from tests.cards import reports
from tests.cards.samples import ENGLISH
from tests.readings import distribution_list, group, synced

PERSON = "#microsoft.graph.user"


def owner(name: str | None, type: str = PERSON, id: str = "1") -> dict[str, Any]:
    return {"id": id, "displayName": name, "@odata.type": type}


def owners(*found: dict[str, Any], **more: Any) -> Owners:
    return Owners.model_validate({"value": list(found), **more})


@pytest.mark.parametrize(
    ("of", "got", "title"),
    [
        (group(), owners(owner("Adele")), "Adele owns Sales."),
        (group(), owners(owner("Adele"), owner("Freja")), "Sales has 2 owners."),
        (group(), owners(), "I can't see anybody who owns Sales."),
        (synced(), owners(), "Sales is managed in Active Directory, so I can't see who owns it."),
        (distribution_list(), owners(), "Sales is managed in Exchange, so I can't see who owns it."),
        (synced(), owners(owner("Adele")), "Adele owns Sales."),
        (group(), owners(owner(None)), "I can't see who owns Sales."),
        (group(), Unreadable(Owners, 403, "Authorization_RequestDenied"), "I can't see who owns Sales."),
        (group(), Unreadable(Owners, 0, ""), "I can't see who owns Sales."),
    ],
)
def test_one_sentence(of: Group, got: Owners | Unreadable, title: str) -> None:
    assert say(sentence(of, got)[0], ENGLISH) == title


def test_names_are_listed_with_the_askers_own_marked() -> None:
    shown = str(listed(owners(owner("Adele"), owner("Lee", id="me"), owner("Freja")), "me", ENGLISH))
    assert all(each in shown for each in ("Adele", "Lee (you)", "Freja"))


def test_a_long_list_is_cut() -> None:
    many = owners(*(owner(f"Owner {number}") for number in range(40)))
    assert "and others" in str(listed(many, "me", ENGLISH))
    assert "Owner 30" not in str(listed(many, "me", ENGLISH))


def test_an_app_is_no_person() -> None:
    app = Owner.model_validate(owner(None, "#microsoft.graph.servicePrincipal"))
    assert say(called(app), ENGLISH) == "an app"


def test_only_the_request_to_the_owners_is_offered() -> None:
    found = reports.NOT_OWNER.findings["asker_cannot_manage_group"]
    asked = by_asking(found)
    assert asked is None or all(isinstance(remedy, AskAnOwner) for remedy in asked.remedies)
    assert all(by_asking(each) is None for each in reports.ON_PREMISES.findings.values())
