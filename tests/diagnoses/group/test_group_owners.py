from bot.diagnoses.group.group_owners import SHOWN, diagnose
from bot.model import Severity, Symptom
from bot.readings.group import Group, Owners
from tests.readings import (
    ASKER_ID,
    distribution_list,
    english,
    found,
    gap,
    not_there,
    offered,
    owner,
    owners,
    question,
    synced,
    verdict,
)

WHO = question(Symptom.GROUP_OWNERS)
MEGAN = owner(ASKER_ID, "Megan")


def lines(*of: Owners) -> list[str]:
    return [english(each.value) for each in found(diagnose, *of, of=WHO).because]


def test_the_only_owner_is_the_answer() -> None:
    finding = found(diagnose, owners("Adele"), of=WHO)
    assert english(finding.title) == "Adele owns Sales."
    assert (finding.severity, finding.leads) == (Severity.NOTE, True)
    assert english(finding.advice) == "An owner can change it, decide who is a member, and make you an owner."
    assert offered(finding) == ["ask_an_owner"]


def test_several_are_counted_and_named() -> None:
    assert english(found(diagnose, owners("Adele", "Lee"), of=WHO).title) == "Sales has 2 owners."
    assert lines(owners("Adele", "Lee")) == ["Adele", "Lee"]
    assert len(lines(owners(*map(str, range(SHOWN + 5))))) == SHOWN


def test_whoever_asks_and_owns_it_has_nobody_to_ask() -> None:
    finding = found(diagnose, Owners(value=(MEGAN,)), of=WHO)
    assert (english(finding.advice), offered(finding)) == ("That is you.", [])
    both = Owners(value=(MEGAN, owner("Lee")))
    assert lines(both) == ["Megan (you)", "Lee"]
    assert english(found(diagnose, both, of=WHO).advice) == "You are one of them, so you can change it."


def test_an_owner_whose_account_is_disabled_is_not_the_one_to_ask() -> None:
    finding = found(diagnose, Owners(value=(owner("Palle", enabled=False),)), of=WHO)
    assert english(finding.advice).startswith("Their accounts are disabled.")
    assert offered(finding) == []
    assert lines(Owners(value=(owner("Palle", enabled=False),))) == ["Palle (account disabled)"]


def test_an_app_cannot_be_asked() -> None:
    finding = found(diagnose, Owners(value=(owner("an app", None, app=True),)), of=WHO)
    assert english(finding.advice).startswith("An app owns it, and an app can't be asked.")
    assert offered(finding) == []


def test_a_name_that_may_not_be_seen_is_still_an_owner() -> None:
    unnamed = Owners(value=(owner("x", None),))
    assert english(found(diagnose, unnamed, of=WHO).title) == "Sales has one owner, whose name you may not see."
    assert lines(unnamed) == ["somebody whose name you may not see"]


def test_nobody_at_all_is_a_risk() -> None:
    finding = found(diagnose, owners(), of=WHO)
    assert english(finding.title) == "Nobody owns Sales."
    assert (finding.severity, finding.leads) == (Severity.RISK, True)


def test_where_graph_keeps_no_owners_it_says_where_they_stand() -> None:
    assert english(found(diagnose, synced(), owners(), of=WHO).title) == (
        "Sales is managed in Active Directory, so I can't see who owns it."
    )
    assert english(found(diagnose, distribution_list(), owners(), of=WHO).title) == (
        "Sales is managed in Exchange, so I can't see who owns it."
    )


def test_what_may_not_be_read_is_a_gap() -> None:
    assert verdict(diagnose, gap(Owners), of=WHO) == (gap(Owners),)
    assert verdict(diagnose, not_there(Group), of=WHO) == (not_there(Group),)
