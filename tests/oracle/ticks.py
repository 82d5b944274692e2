"""Whether a tick stands for something: nothing is called in order that the group, or the person, doesn't have."""

from collections.abc import Callable, Iterator, Mapping

from bot.model import Operation, Question
from bot.sandbox.graph import relations
from bot.sandbox.world import Wire
from tests.oracle.company_in_hand import CompanyInHand
from tests.oracle.remedies import asked_for
from tests.oracle.verdicts import Tally, Verdicts

Matters = Callable[[Question, Wire, CompanyInHand], bool]
"""Whether a diagnosis has a subject in a living group, for a question."""


def from_active_directory(question: Question, group: Wire, hand: CompanyInHand) -> bool:
    """Whether the group came from Active Directory."""
    return bool(group["onPremisesSecurityIdentifier"])


def by_rule(question: Question, group: Wire, hand: CompanyInHand) -> bool:
    """Whether a rule decides who is a member."""
    return relations.is_dynamic(group)


def loses_an_owner(question: Question, group: Wire, hand: CompanyInHand) -> bool:
    """Whether somebody stops owning the group, by being removed or by leaving its team."""
    removed = question.operation is Operation.REMOVE_OWNER
    left = question.operation is Operation.LEAVE and group["id"] in hand.reading.teams
    return (removed or left) and not group["isAssignableToRole"]


SUBJECTS: Mapping[str, Matters] = {
    "asker_cannot_manage_group": lambda question, group, hand: not group["isAssignableToRole"],
    "asker_is_guest": lambda question, group, hand: looks_like_a_guest(question, hand),
    "dynamic_rule_failed": by_rule,
    "group_formerly_synced": from_active_directory,
    "group_is_role_assignable": lambda question, group, hand: bool(group["isAssignableToRole"]),
    "group_policy_blocks": lambda question, group, hand: "Unified" in group["groupTypes"],
    "group_rollback_pending": from_active_directory,
    "last_owner_stays": loses_an_owner,
    "membership_is_dynamic": by_rule,
    "team_is_archived": lambda question, group, hand: group["id"] in hand.reading.teams,
}
"""Diagnoses that are about something which not every group, or not everybody, has."""


def looks_like_a_guest(question: Question, hand: CompanyInHand) -> bool:
    """Whether the person is a guest, as far as the asker can tell: of some only the address can be read."""
    person = hand.reading.users[question.ids.person]
    return person["userType"] == "Guest" or "#EXT#" in person["userPrincipalName"]


def ticks(hand: CompanyInHand, chosen: Iterator[Question]) -> Tally:
    """Every tick on the card of every question."""
    tally, verdicts = Tally(), Verdicts(hand)
    for question in chosen:
        group = hand.reading.groups.get(question.subject.id)
        for id in verdicts.of(question).clear if group else ():
            matters = SUBJECTS.get(id)
            tally.outcomes["a tick"] += 1
            if group and matters and not matters(question, group, hand):
                tally.disagreements.append(f"{asked_for(question, hand)}: ✓ {id}, of which there is nothing")
    return tally
