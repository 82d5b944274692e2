"""Whether a role that is said to sleep is the one that is missing: after activating it, Graph takes the change."""

from collections.abc import Iterator

from tests.oracle.company_in_hand import CompanyInHand
from tests.oracle.verdicts import Case, Tally, Verdicts, asking, causes, named

ASLEEP = "asker_role_not_active"


def activation(hand: CompanyInHand, chosen: Iterator[Case]) -> Tally:
    """Each case in which a sleeping role is all that stands in the way, tried with every role of theirs awake."""
    tally, verdicts = Tally(), Verdicts(hand)
    for case in chosen:
        report = verdicts.of(asking(case, hand))
        if causes(report) != [ASLEEP] or report.gaps:
            continue
        hand.writing.role_assignments += waiting(hand, case.person)
        status = hand.status(case.person, case.change.write)
        tally.outcomes["taken" if status < 300 else "refused"] += 1
        if status >= 300:
            tally.disagreements.append(f"{named(case, hand)}: told to activate a role, Graph answered {status} with it")
    return tally


def waiting(hand: CompanyInHand, person: str) -> list[dict[str, object]]:
    """What the person could activate, also through groups, as assignments of their own."""
    theirs = {person, *(group for group, members in hand.reading.members.items() if person in members)}
    return [
        {**role, "principalId": person} for role in hand.reading.role_eligibilities if role["principalId"] in theirs
    ]
